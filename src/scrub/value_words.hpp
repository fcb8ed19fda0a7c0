#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// Says that an element is to be typed into the worklist.
[[nodiscard]] std::string value_words(std::string_view element);

}  // namespace scrub837
