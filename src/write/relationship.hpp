#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837 {

/// A subscriber level that says that the patient is the subscriber, for a file in which only claims of
/// dependents are left below it: with SBR02 blank, as the guide wants it there (005010X222A1, 2000B SBR02).
/// \return nothing if its SBR02 is not 18
[[nodiscard]] std::optional<std::string> without_relationship(std::string_view level, Delimiters delimiters);

}  // namespace scrub837
