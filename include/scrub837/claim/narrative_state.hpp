#pragma once

#include <cstdint>

#include "scrub837/narrative/usable_text.hpp"
#include "scrub837/narrative/visit_doubt.hpp"

namespace scrub837 {

/// Where the text is that could tell what was done on an unlisted line. At most one of NAR001 to
/// NAR005 follows from it.
struct NarrativeState {
  enum class Found : std::uint8_t {
    described,    ///< SV101-7 holds usable text
    stub,         ///< SV101-7 holds text that is not usable
    clock_times,  ///< SV101-7 holds visit times
    line_note,    ///< SV101-7 empty, 2400 NTE*ADD holds usable text that fits
    long_note,    ///< the same, over 80 characters
    dcp_note,     ///< SV101-7 empty, usable text only in 2400 NTE*DCP
    claim_note,   ///< SV101-7 empty, usable text only in 2300 NTE*ADD
    nothing,      ///< no usable text anywhere
  };
  Found found = Found::nothing;
  NarrativeKind kind = NarrativeKind::empty;  ///< of SV101-7
  std::uint32_t note = 0;                     ///< the NTE segment, if one was found
  NarrativeReading reading;                   ///< of the text that was found
  bool names_act = false;                     ///< it names an act of care that took place
  bool describes_visit = false;               ///< the same, and nothing in it speaks against sending it
  bool only_patient = false;                  ///< it tells how the patient is or lives, and of no act
  VisitDoubt visit = VisitDoubt::none;
  std::uint64_t compared = 0;  ///< the same for texts that differ in case and blanks alone; 0: not known

  /// Whether usable text is somewhere.
  [[nodiscard]] bool usable() const { return reading.kind == NarrativeKind::usable; }
  /// Whether the text that was found is in a note.
  [[nodiscard]] bool in_note() const {
    return found == Found::line_note || found == Found::long_note || found == Found::dcp_note ||
           found == Found::claim_note;
  }
};

}  // namespace scrub837
