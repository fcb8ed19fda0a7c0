#pragma once

#include <string>
#include <string_view>

#include "src/letters/code_words.hpp"

namespace scrub837 {

/// The code of PWK01 that a person means: `nursing notes` is NN. A code is itself, in capitals; what is
/// neither comes back as it was typed.
[[nodiscard]] std::string report_type_of(std::string_view typed);
/// The code of PWK02: `fax` is FX.
[[nodiscard]] std::string transmission_of(std::string_view typed);

/// The codes that words can mean which are no single one's, to choose from: `485` is 08 (treatment plan) or
/// CT (certification). Empty for other words.
[[nodiscard]] std::string types_meant(std::string_view typed);
/// The same for PWK02: `portal`.
[[nodiscard]] std::string ways_meant(std::string_view typed);

/// How the workbook offers a code to pick, which both know: `NN - nursing notes`.
[[nodiscard]] std::string as_picked(CodeWords const& meaning);

}  // namespace scrub837
