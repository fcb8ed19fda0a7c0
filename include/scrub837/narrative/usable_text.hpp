#pragma once

#include <string_view>

namespace scrub837 {

/// What a free text on an unlisted line turns out to be. Everything but `usable` names the reason why a payer
/// cannot price the line from it.
enum class NarrativeKind {
  usable,                ///< says, at least roughly, what was done
  empty,                 ///< nothing, or nothing that can be seen
  placeholder,           ///< words that restate the code or point elsewhere: UNLISTED HOME VISIT, SEE NOTES
  code_itself,           ///< the procedure code of the line and nothing else
  repeated_character,    ///< XXXXXXX, ------, 000000
  too_short,             ///< fewer than ten letters, references not counted
  clock_times,           ///< visit verification: RN 0900-1130
  authorization_number,  ///< an authorization or referral, or a remark about one
  claim_control_number,  ///< ICN, DCN, TCN, claim number
  price,                 ///< an amount, an invoice, an acquisition cost
  ndc,                   ///< a drug code
  correction_remark,     ///< why the claim is sent again, replaced or voided
  remark,                ///< another remark for a claims department or an office: COPAY 20 COLLECTED
  category,              ///< a kind of item without the item: WOUND SUPPLIES
};

/// What else a narrative tells, found in the same reading.
struct NarrativeReading {
  NarrativeKind kind = NarrativeKind::empty;
  bool cites_code = false;          ///< a procedure code other than the line's own
  bool cites_category_iii = false;  ///< one of four digits and T
  bool names_activity = false;      ///< a word for what was done: TEACHING, DRESSING, ASSESSMENT
  bool names_extent = false;        ///< time, number or measure: 45 MIN, X2, 4 CM, DAILY
  bool certain = false;             ///< of a placeholder: it restates the code or points elsewhere
};

/// Judges whether a text can serve as the narrative of an unlisted line.
///
/// It takes away what is no narrative (times, numbers with their labels, dates, document names) and the words
/// that say nothing about the work (home, visit, see, attached, claim, RN, hours). If ten letters stand
/// outside the references and a word of work is left, the text is usable. Unknown words count as work: a text
/// is refused only for what is known to be empty, since refusing the text of a note holds the claim.
///
/// \param text            SV101-7 or NTE02 as received: either case, ASCII, UTF-8 or Latin-1, any length. The
///                        first 4096 characters that can be seen decide.
/// \param procedure_code  SV101-2 of the line, to tell a text that only repeats it. May be empty.
/// \return what the text is. Never fails, and takes time linear in the text.
///
/// Source: docs/architecture.md, "Order of the narrative rules"; docs/rules.md, NAR004 and NAR005.
[[nodiscard]] NarrativeReading read_narrative(std::string_view text, std::string_view procedure_code);

/// The kind alone.
[[nodiscard]] inline NarrativeKind classify_narrative(std::string_view text,
                                                      std::string_view procedure_code) {
  return read_narrative(text, procedure_code).kind;
}

/// Whether a payer can learn from the text what was done: NAR002 and NAR003 move only such a text.
[[nodiscard]] inline bool is_usable(std::string_view text, std::string_view procedure_code) {
  return classify_narrative(text, procedure_code) == NarrativeKind::usable;
}

/// What the text is, in words for a claims analyst, to be read after "The text …": "only repeats the code".
[[nodiscard]] std::string_view in_plain_words(NarrativeKind kind);

}  // namespace scrub837
