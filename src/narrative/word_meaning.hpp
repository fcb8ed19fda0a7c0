#pragma once

#include <cstdint>

#include "grammar/attachment_phrases.hpp"

namespace scrub837 {

/// What a word says; vocabulary.txt explains each.
enum class WordSense : std::uint8_t {
  act,
  work,
  did,
  teach,
  object,
  service,
  family,
  person,
  doctor,
  visit,
  claim,
  auth,
  money,
  license,
  verify,
  again,
  office,
  phone,
  call,
  remote,
  absent,
  away,
  status,
  trait,
  plan,
  errand,
  agent,
  unlisted,
  qualifier,
  generic,
  category,
  pointer,
  paper,
  glue,
  negation,
  plain,
  unknown,
  // Not for the reader of notes (read_note), but for the others.
  activity,
  extent,
  unit,
  clinical,
  role,
  punch,
  denies,
  denies_next,
  compares,
  parts,
  nursing,
  count_
};

/// Senses of one word, a bit for each.
using WordSenses = std::uint64_t;

template <typename... Sense>
[[nodiscard]] constexpr WordSenses senses(Sense... sense) {
  return ((WordSenses{1} << static_cast<unsigned>(sense)) | ... | WordSenses{0});
}

/// The senses that read_note() knows.
constexpr auto note_senses = senses(WordSense::activity) - 1;

/// What makes a text a remark, whatever else it says.
constexpr auto remark_senses =
    senses(WordSense::claim, WordSense::auth, WordSense::money, WordSense::license, WordSense::verify,
           WordSense::again, WordSense::office, WordSense::phone);

/// Why read_narrative() does not count a word as work.
enum class WordNoise : std::uint8_t {
  none,              ///< it counts as work
  short_work,        ///< two letters that are work all the same: IV, BP
  short_service,     ///< who came, and by that which service: SN, OT
  who,               ///< who came or was seen: RN, PATIENT
  before_name,       ///< PER JANE, FROM DR SMITH
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

/// All that vocabulary.txt tells about a word.
struct WordMeaning {
  WordSenses senses = 0;
  grammar::Cite cite = grammar::Cite::none;
  WordNoise noise = WordNoise::none;

  [[nodiscard]] constexpr bool is(WordSense sense) const { return (senses & scrub837::senses(sense)) != 0; }
  [[nodiscard]] friend constexpr bool operator==(WordMeaning const&, WordMeaning const&) = default;
};

}  // namespace scrub837
