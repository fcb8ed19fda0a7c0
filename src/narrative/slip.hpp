#pragma once

#include <string_view>

namespace scrub837 {

/// Whether one slip of the keys makes `typed` of `meant`: a letter left out, doubled or put in, another
/// letter, or two letters turned around. A letter glued to the end of a word is none: CHANGER.
/// \param stem `typed` may go on behind `meant`
[[nodiscard]] bool is_slip(std::string_view typed, std::string_view meant, bool stem);

}  // namespace scrub837
