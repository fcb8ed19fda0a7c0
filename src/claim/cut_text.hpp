#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// A description that a delimiter typed into it has cut, or that begins too early in SV101.
struct CutDescription {
  std::uint8_t component = 0;  ///< of SV101, where the first part out of place is
  bool holds_code = false;     ///< SV101-8 holds a procedure code: a range, not text
  bool mendable = false;       ///< it is plain which parts are text, and the joined text fits
  std::string composite;       ///< SV101 with the joined text in SV101-7; empty if that cannot be written
};

/// Whether find_cut_description() could find something: one look at each byte of SV101.
[[nodiscard]] bool may_be_cut(LineView const& line);

/// Looks for such a description; nothing if SV101 is as it should be. Only if has_service().
[[nodiscard]] std::optional<CutDescription> find_cut_description(LineView const& line);

/// A service whose description an element separator has cut: it continues in SV102, and what should be there
/// stands behind it.
struct CutService {
  bool mendable = false;  ///< the joined text fits
  std::string text;       ///< for SV101-7
  std::size_t texts = 0;  ///< elements from SV102 on that are text
};
[[nodiscard]] std::optional<CutService> find_cut_service(LineView const& line);

/// Whether there is a cut description: then what is in SV101-7 is not the text that was typed.
[[nodiscard]] inline bool is_cut(LineView const& line) {
  return (may_be_cut(line) && find_cut_description(line).has_value()) || find_cut_service(line).has_value();
}

/// The text of a note that an element separator has cut into NTE03 and on, or a repetition separator.
struct CutNote {
  std::uint8_t element = 0;  ///< where the first part out of place is
  bool mendable = false;     ///< the joined text fits
  std::string segment;       ///< the NTE with the joined text in NTE02
};
[[nodiscard]] std::optional<CutNote> find_cut_note(SegmentView const& note);

}  // namespace scrub837
