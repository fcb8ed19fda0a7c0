#pragma once

#include <string>
#include <string_view>

namespace scrub837::test {

/// A text in one line: line ends and tabs as `\n`, `\r`, `\t`.
[[nodiscard]] std::string visible(std::string_view bytes);

/// Where two files first differ, with the bytes around that place; empty if they are equal.
[[nodiscard]] std::string difference(std::string_view got, std::string_view wanted);

}  // namespace scrub837::test
