#pragma once

#include <cstdint>

#include "src/narrative/word_key.hpp"

namespace scrub837 {

/// What a word of a narrative tells. A word stands in a list only if no combination of such words tells a
/// payer what was done. Words that might (EVAL, NURSING, THERAPY, AIDE, TELEHEALTH, EMERGENCY) don't, and a
/// word that stands nowhere counts as work.
enum class WordClass : std::uint8_t {
  work,              ///< not in the lists
  abbreviation,      ///< two letters that are work: IV, BP
  discipline,        ///< who came, and by that which service: SN, OT
  who,               ///< who came or was seen: RN, PATIENT
  name_follows,      ///< PER JANE, FROM DR SMITH
  title,             ///< DR SMITH
  time,              ///< HRS, EVV, MONDAY
  code,              ///< CPT, CODE
  visit,             ///< restates the code: UNLISTED HOME VISIT
  pointer,           ///< SEE, ATTACHED, NOTES
  stub,              ///< NONE, TBD, TEST
  glue,              ///< THE, OF, AND
  billing,           ///< words of claims: MODIFIER, DENIED, MEDICAID
  authorization,     ///< makes the text a remark about an authorization
  correction,        ///< makes the text a remark about a claim sent again
  maybe_correction,  ///< CORRECTED, VOID: such a remark unless work is left
  price,             ///< INVOICE, COST
  ndc,               ///< NDC
};

/// \param word upper-case letters (see NormalizedText)
[[nodiscard]] WordClass class_of(KeyedWord const& word);

}  // namespace scrub837
