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

/// Whether a text has no more characters than SV101-7 and NTE02 take; no more than that are looked at.
[[nodiscard]] bool fits_narrative(std::string_view text);

/// `text` without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// What a delimiter that was typed into a text becomes: a semicolon. A point or a slash would make another
/// number or a date of `1:1000` and `10:30`. A blank where the file uses the semicolon itself.
[[nodiscard]] char in_place_of_separator(Delimiters const& delimiters);

/// A note as the narrative of a line with this code, if its text is usable and no stub for certain; found as
/// a line note that fits. \param segment the NTE
[[nodiscard]] std::optional<NarrativeState> read_usable_note(std::uint32_t segment, std::string_view text,
                                                             std::string_view code);

/// How far `text` can be copied into a component: verbatim, or only with semicolons where the file's own
/// component or repetition separator stands.
struct ComponentText {
  std::string text;
  bool verbatim = true;
};
[[nodiscard]] ComponentText as_component(std::string_view text, Delimiters const& delimiters);

/// Where a text can be split at a blank so that both parts fit; nothing if it can't.
[[nodiscard]] std::optional<std::size_t> split_point(std::string_view text);

}  // namespace scrub837
