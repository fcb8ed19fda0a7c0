#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/claim/usable_text.hpp"

namespace scrub837 {

/// The longest text that SV101-7 and NTE02 take (005010X222A1: AN 1..80).
constexpr std::size_t longest_narrative = 80;

/// Where the text stands that could tell what was done on an unlisted line. At most one of NAR001 to
/// NAR005 follows from it.
struct NarrativeState {
  enum class Found : std::uint8_t {
    described,      ///< SV101-7 holds usable text
    stub,           ///< SV101-7 holds text that is not usable
    clock_times,    ///< SV101-7 holds visit times
    line_note,      ///< SV101-7 empty, 2400 NTE*ADD holds usable text that fits
    long_note,      ///< the same, over 80 characters
    dcp_note,       ///< SV101-7 empty, usable text only in 2400 NTE*DCP
    claim_note,     ///< SV101-7 empty, usable text only in 2300 NTE*ADD
    nothing,        ///< no usable text anywhere
  };
  Found found = Found::nothing;
  NarrativeKind kind = NarrativeKind::empty;  ///< of SV101-7
  std::uint32_t note = 0;                     ///< the NTE segment, if one was found
};

/// Looks at SV101-7, the line's notes and the claim's notes, in that order. NTE*TPO never counts.
[[nodiscard]] NarrativeState narrative_state(LineView const& line);

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

/// Tidied text: no blank at the ends or doubled, control characters as blanks, typographic characters
/// (quotes, dashes, ellipsis, non-breaking blank; UTF-8 and Windows-1252) as their plain twins. Never makes
/// a delimiter of the file. Letters of other languages stay.
[[nodiscard]] std::string tidied(std::string_view text, Delimiters const& delimiters);

/// Where a text can be split at a blank so that both parts fit; nothing if it can't.
[[nodiscard]] std::optional<std::size_t> split_point(std::string_view text);

}  // namespace scrub837
