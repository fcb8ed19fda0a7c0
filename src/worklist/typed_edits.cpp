#include "src/worklist/typed_edits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/guide_order.hpp"
#include "src/claim/line_note.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/payer_requirements.hpp"
#include "src/guide/report_types.hpp"
#include "src/text/ascii.hpp"
#include "src/worklist/attachment_words.hpp"
#include "src/worklist/other_cells.hpp"
#include "src/worklist/plain_letters.hpp"
#include "src/worklist/typed_answers.hpp"
#include "src/worklist/typed_attachment.hpp"
#include "src/worklist/typed_authorization.hpp"
#include "src/worklist/typed_control_number.hpp"
#include "src/worklist/typed_value.hpp"

namespace scrub837 {
namespace {

bool announces(FilledRow const& row) {
  return !row.attachment_type.empty() || !row.attachment_transmission.empty() ||
         !row.attachment_control_number.empty();
}

// A text as it can stand in this file; or result.refused says why it can't. A character that parts data here
// is written as a semicolon: a point or a slash would make another number of 1:1000.
std::string writable(TypedEdits& result, std::string_view narrative, Delimiters const& delimiters) {
  constexpr char in_place = ';';
  auto text = plain_letters(narrative);
  auto const found = delimiter_in(text, delimiters);
  if (found.empty()) return text;
  char const sign = found[0];
  bool const word = sign == ' ' || (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z') ||
                    (sign >= 'a' && sign <= 'z');
  if (word || delimiters.contains(in_place)) {
    result.refused = fmt::format("The narrative contains {}, a delimiter in this file; remove it.", found);
    return text;
  }
  std::string replaced;
  for (auto& byte : text) {
    if (!delimiters.contains(byte)) continue;
    if (replaced.find(byte) == std::string::npos) replaced.push_back(byte);
    byte = in_place;
  }
  for (char const byte : replaced) {
    result.say(fmt::format("{} is written as {}, because it is a delimiter in this file", byte, in_place));
  }
  return text;
}

// The notes of which a loop takes one, with at most 80 characters: if there are more, or one is longer. At
// the claim a good one counts too. \param third_party a line's NTE*TPO, which are counted apart
std::vector<std::uint32_t> faulty_notes(ClaimView const& claim, std::int32_t line, bool third_party = false) {
  std::vector<std::uint32_t> notes;
  bool too_long = false;
  for (auto const mark : claim.notes()) {
    auto const note = claim.segment(mark.segment);
    if (mark.line != line || (line >= 0 && (note[1] == "TPO") != third_party)) continue;
    notes.push_back(mark.segment);
    too_long = too_long || text_length(note[2]) > longest_narrative;
  }
  if (notes.size() == 1 && !too_long && line >= 0) notes.clear();
  return notes;
}

// A text that a person types takes the place of faulty notes.
void replace_notes(TypedEdits& result, std::vector<std::uint32_t> const& notes, std::string const& text,
                   std::string_view done) {
  if (notes.empty()) return;
  result.edits.push_back({Edit::What::set, {notes[0], 2, 0}, text});
  for (std::size_t i = 1; i < notes.size(); ++i) {
    result.edits.push_back({Edit::What::remove, {notes[i], 0, 0}, {}});
  }
  result.say(done);
}

// Whether the payer finds SV101-7 too short.
bool too_short_for_payer(LineView const& line) {
  auto const* const requirements = demands_of(line);
  if (requirements == nullptr || line.description().empty()) return false;
  auto const rules = registry();
  return std::any_of(rules.begin(), rules.end(), [&](Rule const* rule) {
    if (rule->duty != Duty::measures_for_payer) return false;
    Findings findings;
    Reporter report(*rule, rule->severity, findings);
    std::get<RequirementCheck>(rule->check)(line, *requirements, report);
    return !findings.empty();
  });
}

// Whether SV101-7 is right as it stands, be it empty: a text about a faulty note is not meant for it then.
bool description_is_right(LineView const& line) {
  if (text_length(line.description()) > longest_narrative || too_short_for_payer(line)) return false;
  return !line.unlisted() || line.narrative().found == NarrativeState::Found::described;
}

// The notes that a text typed for this line is about, SV101-7 being right; empty if it is meant for that.
std::vector<std::uint32_t> meant_notes(LineView const& line) {
  if (!description_is_right(line)) return {};
  auto const number = static_cast<std::int32_t>(line.index());
  auto notes = faulty_notes(line.claim(), number);
  return notes.empty() ? faulty_notes(line.claim(), number, true) : notes;
}

// A payer that reads the description in a note gets it there as well, if the note's place is free.
void add_where_payer_looks(TypedEdits& result, LineView const& line, std::string const& text) {
  auto const* const requirements = demands_of(line);
  if (requirements == nullptr) return;
  auto const& claim = line.claim();
  for (auto const wanted : requirements->narrative_in) {
    if (wanted == NarrativePlace::line_note || wanted == NarrativePlace::any_note) {
      auto const notes = line_notes(line);
      if (notes.filled) continue;
      result.edits.push_back(note_edit(line, notes, text));
      result.say("narrative into 2400 NTE, where the payer looks");
    } else if (wanted == NarrativePlace::claim_note && claim.line_count() == 1 &&
               std::none_of(claim.notes().begin(), claim.notes().end(),
                            [](SegmentRef mark) { return mark.line < 0; })) {
      result.edits.push_back(claim_note_edit(claim, text));
      result.say("narrative into 2300 NTE, where the payer looks");
    }
  }
}

void add_claim_note(TypedEdits& result, FilledRow const& row, ClaimView const& claim) {
  auto const& delimiters = claim.delimiters();
  auto const text = writable(result, row.narrative, delimiters);
  if (!result.refused.empty()) return;
  constexpr std::size_t fewest_letters = 3;
  bool const words = std::ranges::count_if(text, is_letter) >= static_cast<std::ptrdiff_t>(fewest_letters);
  if (!words || says_nothing(text)) {
    result.refused = "The narrative of a claim row goes into its note (2300 NTE); this text says nothing.";
    return;
  }
  auto const notes = faulty_notes(claim, -1);
  replace_notes(result, notes, text, "narrative into 2300 NTE, replacing what was there");
  if (!notes.empty()) return;
  result.edits.push_back({Edit::What::insert_after,
                          {first_behind(claim, claim.loops()[0], Kind::NTE) - 1, 0, 0},
                          fmt::format("NTE{0}ADD{0}{1}", delimiters.element, text)});
  result.say("narrative into 2300 NTE");
}

void add_narrative(TypedEdits& result, FilledRow const& row, ClaimView const& claim, std::int32_t line) {
  if (line < 0) return add_claim_note(result, row, claim);
  auto const service = claim.line(static_cast<std::size_t>(line));
  auto const& delimiters = claim.delimiters();
  if (!service.has_service()) {
    result.refused = "The line has no SV1 segment for a narrative.";
    return;
  }
  auto const text = writable(result, row.narrative, delimiters);
  if (!result.refused.empty()) return;
  auto const notes = meant_notes(service);
  if (notes.empty() && service.unlisted()) {
    result.refused = fault_of_description(text, service.procedure());
    bool const good = service.narrative().found == NarrativeState::Found::described;
    if (result.refused.empty() && good &&
        read_narrative(text, service.procedure()).kind == NarrativeKind::too_short)
      result.refused =
          "The narrative says less than the description that is there; type one with at least ten letters.";
    if (!result.refused.empty()) return;
  }
  if (!notes.empty()) {
    replace_notes(result, notes, text, "narrative into 2400 NTE, replacing what was there");
    return add_where_payer_looks(result, service, text);
  }
  if (delimiters.component == '\0') {
    result.refused = "The file has no component separator (ISA16), so SV101-7 cannot be written.";
    return;
  }
  // Visit times are another program's; they stay.
  bool const times = service.narrative().found == NarrativeState::Found::clock_times;
  auto const kept = trimmed(service.description());
  auto const whole = times && text.find(kept) == std::string::npos ? fmt::format("{} {}", text, kept) : text;
  if (text_length(whole) > longest_narrative) {
    result.refused = fmt::format(
        "With the visit times in SV101-7, which must stay, the narrative has {} characters; the guide allows "
        "80.",
        text_length(whole));
    return;
  }
  if (whole != service.description()) {
    result.edits.push_back({Edit::What::set, {service.sv1_index(), 1, 7}, whole});
    bool const replaces = service.narrative().found == NarrativeState::Found::described;
    result.say(times      ? "narrative into SV101-7, before the visit times"
               : replaces ? "narrative into SV101-7, replacing what was there"
                          : "narrative into SV101-7");
  }
  replace_notes(result, faulty_notes(claim, line), text,
                "narrative into 2400 NTE too, replacing what was there");
  add_where_payer_looks(result, service, text);
}

}  // namespace

std::string delimiter_in(std::string_view text, Delimiters const& delimiters) {
  auto const found = std::find_if(text.begin(), text.end(), [&](char c) { return delimiters.contains(c); });
  return found == text.end() ? std::string{} : std::string(1, *found);
}

bool something_typed(FilledRow const& row) {
  auto const columns = typed_columns();
  return std::any_of(columns.begin(), columns.end(), [&](TypedColumn const& column) {
    return column.use == TypedColumn::Use::answer && !(row.*column.cell).empty();
  });
}

// Whether a row is about a claim that was sent before.
bool asks_to_send_again(FilledRow const& row) {
  return std::ranges::any_of(registry(), [named = row.others["rule"]](Rule const* rule) {
    return rule->release == Release::where_named && named.find(rule->id) != named.npos;
  });
}

std::string fault_of(FilledRow const& row) {
  auto const numbers = typed_numbers(row);
  auto const& way = row.attachment_transmission;
  if (!row.narrative.empty()) {
    if (is_spreadsheet_error(row.narrative)) {
      return "The spreadsheet could not show the narrative (####### or an error such as #NAME?); type it "
             "again.";
    }
    auto const plain = plain_letters(row.narrative);
    if (plain.empty()) return "The narrative is blank.";
    if (auto const character = foreign_character(plain); !character.empty()) {
      return fmt::format(
          "The narrative contains {}, which is not in the X12 character set; use plain letters.", character);
    }
    if (text_length(plain) > longest_narrative) {
      return fmt::format("The narrative has {} characters; the guide allows 80.", text_length(plain));
    }
  }
  if (!row.value.empty()) {
    if (auto fault = fault_of_value(row.value); !fault.empty()) return fault;
    if (auto fault = fault_of_member_id(row, row.value); !fault.empty()) return fault;
    if (auto fault = fault_of_payer_id(row, row.value); !fault.empty()) return fault;
  }
  if (!row.authorization_number.empty()) {
    auto const& number = row.authorization_number;
    if (auto fault = fault_of_authorization(number); !fault.empty()) return fault;
    if (auto fault = fault_of_authorization_in(row, number); !fault.empty()) return fault;
  }
  if (!row.release_reason.empty()) {
    auto const what = asks_to_send_again(row) ? ReasonFor::sending_again : ReasonFor::release;
    if (auto fault = fault_of_reason(row.release_reason, what); !fault.empty()) return fault;
  }
  if (!row.attachment_type.empty() && !is_report_type(row.attachment_type)) {
    auto const meant = types_meant(row.attachment_type);
    return meant.empty()
               ? "attachment_type is not a code of the guide (PWK01), such as NN, OD, M1 or OZ."
               : fmt::format("attachment_type can mean several codes (PWK01); type one: {}.", meant);
  }
  if (!way.empty() && way != "AA" && !is_sent(way) && !is_certificate_way(way)) {
    auto const meant = ways_meant(way);
    return meant.empty()
               ? std::string(wrong_way)
               : fmt::format("attachment_transmission can mean several codes (PWK02); type one: {}.", meant);
  }
  for (auto const number : numbers) {
    if (auto fault = fault_of_number(number); !fault.empty()) return fault;
    if (auto fault = fault_of_number_in(row, number); !fault.empty()) return fault;
  }
  if (way == "AA" && !numbers.empty()) {
    return "With AA nothing is sent, so there can be no control number.";
  }
  return {};
}

TypedEdits edits_of(FilledRow const& row, ClaimView const& claim, RowPlace const& place, bool line_has_row) {
  TypedEdits result;
  bool const asks_value = place.value.element != 0;
  if (!asks_value && !row.value.empty()) {
    result.refused = no_value_asked;
  } else if (asks_value && line_has_row &&
             (!row.narrative.empty() || announces(row) || !row.authorization_number.empty())) {
    result.refused = "This row asks only for value; type the rest into the other row of this line or claim.";
  } else if (!row.value.empty()) {
    put_value(result, row.value, claim.segment(place.value.segment), place.value);
  }
  auto const next = [&](bool typed) { return typed && result.refused.empty(); };
  if (next(!row.narrative.empty())) add_narrative(result, row, claim, place.line);
  if (next(announces(row))) announce_typed(result, row, claim, place.line);
  if (next(!row.authorization_number.empty())) authorize(result, row.authorization_number, claim, place.line);
  if (!result.refused.empty()) result.edits.clear();
  return result;
}

}  // namespace scrub837
