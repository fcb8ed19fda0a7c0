#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "scrub837/narrative/visit_doubt.hpp"

namespace scrub837 {

/// Whether a text that read_narrative() takes for a description is none all the same.
enum class StubDoubt : std::uint8_t {
  none,
  category,  ///< a kind of item without the item: WOUND SUPPLIES, MISC DME
  certain    ///< UNLISTED with nothing but generic words, SEE ATTACHED NURSING NOTES
};

/// Bytes of a text that `NoteReading::compared` is made of.
inline constexpr std::size_t longest_compared = 256;

/// What a note or description says of a service, read with vocabulary.txt and phrases.txt.
struct NoteReading {
  bool names_act = false;     ///< an act of care that took place; a time alone is none
  bool act_is_apart = false;  ///< such an act that is not only what a remark is about: AUTH FOR WOUND CARE
  bool tells_deed = false;    ///< of something as done, and of nobody else who did it
  bool is_remark = false;     ///< a remark for a claims department, whatever act of care it may name
  bool only_patient = false;  ///< it tells how the patient is or lives, or what is planned, and of no act
  VisitDoubt visit = VisitDoubt::none;
  StubDoubt stub = StubDoubt::none;
  bool in_doubt = false;       ///< whoever typed it is not sure, asks, or speaks to a colleague
  bool mentions_care = false;  ///< a word of care, or a phrase of it, whether it was given or not
  std::uint64_t compared = 0;  ///< equal for texts whose first 256 bytes differ only in case and blanks

  /// Whether it can be sent as the description of a home visit without a person's look: in doubt not.
  [[nodiscard]] bool describes_visit() const {
    return names_act && !is_remark && visit == VisitDoubt::none && stub == StubDoubt::none;
  }
};

/// Reads a text of either case and any length; its first 4096 characters decide. Takes time linear in them.
[[nodiscard]] NoteReading read_note(std::string_view text);

}  // namespace scrub837
