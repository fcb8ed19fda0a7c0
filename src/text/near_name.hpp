#pragma once

#include <span>
#include <string_view>

namespace scrub837 {

/// The name among `names` that is fewest edits away from `word`: what was probably meant.
[[nodiscard]] std::string_view near_name(std::string_view word, std::span<std::string_view const> names);

/// Whether a word is a name with a slip or two of the keys in it, and not the name itself.
[[nodiscard]] bool is_misspelled(std::string_view word, std::string_view name);

}  // namespace scrub837
