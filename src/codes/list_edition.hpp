#pragma once

#include <string_view>

#include "scrub837/code_lists.hpp"

namespace scrub837 {

/// Sets a list's edition and the service dates that it holds on, as its publisher names its files. What the
/// name doesn't say is left open.
/// \param name of the file, without its folder
void set_edition(CodeList& list, std::string_view name);

/// Whether a list of that kind can't be used without its edition, and has none.
[[nodiscard]] bool lacks_edition(CodeList const& list);

/// How the publisher names files of that kind, as an example: `icd10cm_order_2026.txt`.
[[nodiscard]] std::string_view usual_name(CodeListKind kind);

}  // namespace scrub837
