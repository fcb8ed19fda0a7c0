#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// The longest text that SV101-7 and NTE02 take (005010X222A1: AN 1..80).
constexpr std::size_t longest_narrative = 80;

/// Characters of a text: bytes, a UTF-8 sequence counted once.
[[nodiscard]] std::size_t text_length(std::string_view text);

/// `text` without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// How far `text` can be copied into a component: verbatim, or only with blanks where the file's own
/// component or repetition separator stands.
struct ComponentText {
  std::string text;
  bool verbatim = true;
};
[[nodiscard]] ComponentText as_component(std::string_view text, Delimiters const& delimiters);

/// Where a text can be split at a blank so that both parts fit; nothing if it can't.
[[nodiscard]] std::optional<std::size_t> split_point(std::string_view text);

}  // namespace scrub837
