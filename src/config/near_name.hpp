#pragma once

#include <span>
#include <string_view>

namespace scrub837 {

/// The name among `names` that is fewest edits away from `word`: what was probably meant.
[[nodiscard]] std::string_view near_name(std::string_view word, std::span<std::string_view const> names);

}  // namespace scrub837
