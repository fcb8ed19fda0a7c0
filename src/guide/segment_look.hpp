#pragma once

#include <string_view>

#include "scrub837/x12/delimiters.hpp"

namespace scrub837::guide {

/// What stands somewhere in a segment, found in one pass: most segments have none of it, and then none of
/// their elements is looked through for it.
struct SegmentLook {
  bool repetition = false;  ///< a repetition separator
  bool component = false;   ///< a component separator
  bool unusual = false;     ///< a byte outside of 0x20 to 0x7E
  bool small = false;       ///< a small letter

  SegmentLook(std::string_view text, Delimiters const& delimiters) {
    // One byte each, so that the compiler takes sixteen and more in a step.
    unsigned char repetitions = 0, components = 0, others = 0, letters = 0;
    for (char const byte : text) {
      auto const code = static_cast<unsigned char>(byte);
      repetitions |= static_cast<unsigned char>(byte == delimiters.repetition);
      components |= static_cast<unsigned char>(byte == delimiters.component);
      others |= static_cast<unsigned char>(static_cast<unsigned char>(code - ' ') > '~' - ' ');
      letters |= static_cast<unsigned char>(static_cast<unsigned char>(code - 'a') <= 'z' - 'a');
    }
    repetition = repetitions != 0 && delimiters.repetition != '\0';
    component = components != 0 && delimiters.component != '\0';
    unusual = others != 0;
    small = letters != 0;
  }
};

}  // namespace scrub837::guide
