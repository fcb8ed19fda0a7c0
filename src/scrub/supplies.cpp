#include "src/scrub/supplies.hpp"

#include <fmt/format.h>

namespace scrub837 {
namespace {

// ISA13 has nine digits and is not zero; GS06 has up to nine.
std::uint64_t nine_digits(std::uint64_t number) { return (number - 1) % 999'999'999 + 1; }

}  // namespace

std::string ControlNumbers::interchange(std::uint64_t ordinal) const {
  return fmt::format("{:09}", nine_digits(first + ordinal - 1));
}

std::string ControlNumbers::group(std::uint64_t ordinal) const {
  return std::to_string(nine_digits(first + ordinal - 1));
}

std::string ControlNumbers::submission(std::uint64_t ordinal) const {
  return fmt::format("{:09}{:04}", nine_digits(first), ordinal);
}

}  // namespace scrub837
