#include "tests/support/text_diff.hpp"

#include <algorithm>

namespace scrub837::test {

std::string visible(std::string_view bytes) {
  std::string text;
  for (char const byte : bytes) {
    switch (byte) {
      case '\n':
        text += "\\n";
        break;
      case '\r':
        text += "\\r";
        break;
      case '\t':
        text += "\\t";
        break;
      default:
        text.push_back(byte);
    }
  }
  return text;
}

std::string difference(std::string_view got, std::string_view wanted) {
  if (got == wanted) return {};
  auto const at = static_cast<std::size_t>(
      std::mismatch(got.begin(), got.end(), wanted.begin(), wanted.end()).first - got.begin());
  auto const from = at < 30 ? 0 : at - 30;
  auto const around = [&](std::string_view text) {
    return text.empty() ? "nothing" : "…" + visible(text.substr(std::min(from, text.size()), 90)) + "…";
  };
  return "at byte " + std::to_string(at) + " there is " + around(got) + " instead of " + around(wanted);
}

}  // namespace scrub837::test
