#pragma once

namespace scrub837 {

/// The four service characters of an interchange, read from its ISA: byte 4, ISA11, ISA16 and the byte
/// that follows. A NUL in `repetition` or `component` says that the interchange has none (ISA11 was still
/// `U` in 4010).
struct Delimiters {
  char element = '*';
  char component = ':';
  char repetition = '^';
  char terminator = '~';

  [[nodiscard]] constexpr bool contains(char byte) const {
    return byte == element || byte == terminator || (component != '\0' && byte == component) ||
           (repetition != '\0' && byte == repetition);
  }
  friend constexpr bool operator==(Delimiters const&, Delimiters const&) = default;
};

}  // namespace scrub837
