#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace scrub837::cli {

/// Opens 0, 1 and 2 on /dev/null where they are closed: else the first output would get such a number, and
/// what is printed would land in it. To be called before anything else is opened. Throws EnvironmentError.
void occupy_standard_descriptors();

/// Prints a text for a person, and goes on if that fails: what is published must not depend on a screen.
/// Line ends stay; other control characters, which may be in a file's name, and what is not UTF-8 are shown.
void print_text(std::FILE* stream, std::string_view text);

/// Prints to standard output in a command that writes files. What only prints uses fmt::print, and ends when
/// nobody reads on.
template <typename... Values>
void say(fmt::format_string<Values...> format, Values&&... values) {
  print_text(stdout, fmt::format(format, std::forward<Values>(values)...));
}

/// Prints to standard error, wherever.
template <typename... Values>
void complain(fmt::format_string<Values...> format, Values&&... values) {
  print_text(stderr, fmt::format(format, std::forward<Values>(values)...));
}

/// To be called when a command's outputs are made. \param code how it ended
/// \return `code`, or `environment` if what was to be printed could not be; that is told, if it can be
[[nodiscard]] int exit_code_after_printing(int code);

}  // namespace scrub837::cli
