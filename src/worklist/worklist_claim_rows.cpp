#include <fmt/format.h>

#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/scrub/described_row.hpp"
#include "src/scrub/row_key.hpp"
#include "src/text/utf8.hpp"
#include "src/worklist/changed_cells.hpp"
#include "src/worklist/result_words.hpp"
#include "src/worklist/row_identity.hpp"
#include "src/worklist/typed_attachment.hpp"
#include "src/worklist/typed_edits.hpp"
#include "src/worklist/typed_value.hpp"
#include "src/worklist/worklist_supplies.hpp"

// Rows about a claim or one of its lines: what goes into the claim, and what became of it.

namespace scrub837 {
namespace {

// Rules of the errors that are left, in a row; all, or those of one kind.
std::string rules_of(Findings const& left, Release const* release = nullptr) {
  std::string rules;
  for (auto const& finding : left) {
    if (finding.severity != Severity::error || rules.find(finding.rule->id) != std::string::npos) continue;
    if (release == nullptr || finding.rule->release == *release) add_words(rules, finding.rule->id, " ");
  }
  return rules;
}

std::string rules_of(Findings const& left, Release release) { return rules_of(left, &release); }

// Whether an earlier row of the claim writes another text where this one writes: one of them would be lost.
bool overwrites(std::vector<Edit> const& edits, std::vector<Edit> const& earlier) {
  return std::ranges::any_of(edits, [&](Edit const& edit) {
    return edit.what == Edit::What::set && std::ranges::any_of(earlier, [&](Edit const& other) {
             return other.what == Edit::What::set && other.place == edit.place && other.value != edit.value;
           });
  });
}

}  // namespace

// Why a row can't be about the claim and place of its key. \param known gets what the claim says of the place
std::string WorklistSupplies::fault_with(FilledRow const& filled, ClaimView const& claim,
                                         RowPlace const& place, WorklistRow& known) const {
  if (place.line >= 0 && static_cast<std::size_t>(place.line) >= claim.line_count()) {
    return fmt::format("The claim has no line {}.", filled.line_index);
  }
  if (place.value.segment >= claim.segments().size()) return "The claim does not have the row's element.";
  describe_row(known, claim, place.line);
  auto const claim_text = escaped_utf8(known.claim);
  auto const line_text = escaped_utf8(known.line);
  auto const payer_text = escaped_utf8(known.payer_id);
  return contradiction(filled,
                       {claim_text, line_text, known.date_from, known.date_to, known.charge, payer_text});
}

// What was typed into a column that is only for reading would be lost without a word.
void WorklistSupplies::note_changed(std::uint32_t index, WorklistRow& known, ClaimView const& claim,
                                    RowPlace const& place) {
  auto const& filled = file_.rows[index];
  if (filled.wrong_cell_count || !filled.refused.empty()) return;
  describe_content(known, claim, place.line, place.value);
  if (auto changed = changed_cells(filled, known, claim, place); !changed.empty())
    change(index).changed = std::move(changed);
}

bool WorklistSupplies::has_row(std::string_view digest, RowPlace const& place) const {
  return std::ranges::any_of(rows_of(digest), [&](std::uint32_t index) { return place_of(index) == place; });
}

// Whether all answers of a claim went out with copies of it: files may have it twice, and an answer is one
// claim's.
bool WorklistSupplies::are_spent(Group rows) const {
  bool typed = false;
  for (auto const index : rows) {
    auto const& row = rows_[index];
    if (!row.usable) continue;
    if (row.sent < row.answers) return false;
    typed = true;
  }
  return typed;
}

Supply WorklistSupplies::for_claim(ClaimView const& claim, std::string_view digest, Findings const& found,
                                   FoundWith const& found_with) {
  Supply supply;
  if (are_spent(rows_of(digest))) return supply;
  bool some_refused = false;
  auto last_value = none;
  auto const is_asked = [&](std::uint32_t index, Findings const& among) {
    auto const place = place_of(index).value;
    return place.element == 0 || file_.rows[index].value.empty() ||
           std::ranges::any_of(
               among, [&](Finding const& finding) { return finding.fix.value && finding.place == place; });
  };
  auto const take = [&](std::uint32_t index) {
    auto const& filled = file_.rows[index];
    auto const place = place_of(index);
    auto typed = edits_of(filled, claim, place, has_row(digest, {place.line, {}}));
    if (typed.refused.empty() && overwrites(typed.edits, supply.edits)) {
      typed.refused = "Another row of this claim has a different text for the same place; leave one of them.";
    }
    auto& row = change(index);
    if (!typed.refused.empty()) {
      refuse(row, std::move(typed.refused));
      some_refused = true;
      return;
    }
    if (auto const consent = consent_of(filled); consent != Consent::none) {
      supply.consent = std::max(supply.consent, consent);
      supply.consented.append(filled.others["rule"]).append(" ");
      supply.released_by = filled.released_by;
    }
    row.state = State::applied;
    row.words = typed.done.empty() && filled.release_reason.empty() ? "the claim already has what was typed"
                                                                    : typed.done;
    std::move(typed.edits.begin(), typed.edits.end(), std::back_inserter(supply.edits));
    if (place.value.element != 0) last_value = index;
    if (place.value.element != 0 && !filled.value.empty()) supply.values.push_back(place.value);
  };
  std::vector<std::uint32_t> later;  // what is asked for once the others are right
  for (auto const index : rows_of(digest)) {
    auto const& filled = file_.rows[index];
    auto const place = place_of(index);
    WorklistRow known;
    auto why = fault_with(filled, claim, place, known);
    if (why.empty()) note_changed(index, known, claim, place);
    change(index).read = true;
    if (!anything_typed(filled)) continue;
    change(index).met = true;
    if (!why.empty()) {
      auto& row = change(index);
      row.strange = true;
      if (row.state != State::refused) refuse(row, std::move(why));
      continue;
    }
    some_refused = some_refused || rows_[index].state == State::refused;
    if (!rows_[index].usable) continue;
    if (is_asked(index, found)) {
      take(index);
    } else {
      later.push_back(index);
    }
  }
  for (bool more = !later.empty(); more;) {
    auto const then = supply.edits.empty() ? Findings{} : found_with(supply.edits);
    auto const asked =
        std::ranges::find_if(later, [&](std::uint32_t index) { return is_asked(index, then); });
    more = asked != later.end();
    if (!more) break;
    auto const index = *asked;
    later.erase(asked);
    take(index);
  }
  for (auto const index : later) {
    refuse(change(index), std::string(not_asked));
    some_refused = true;
  }
  if (last_value != none) {
    if (auto const done = balance_total(supply.edits, claim); !done.empty())
      change(last_value).words += "; " + done;
  }
  // Who typed it wants that in the claim before it goes out.
  if (some_refused) supply.consent = Consent::none;
  supply.refused = some_refused;
  return supply;
}

void WorklistSupplies::fill(WorklistRow& row, std::string_view digest, RowPlace const& place) {
  auto const rows = rows_of(digest);
  if (are_spent(rows)) {
    row.last_result = "a copy of this claim went out with what was typed for it";
    return;
  }
  for (auto const index : rows) {
    if (place_of(index) == place) return fill_from(row, index);
  }
}

SupplySource::Document WorklistSupplies::document(std::string_view digest,
                                                  std::string_view control_number) const {
  if (control_number.empty()) return {};
  for (auto const index : rows_of(digest)) {
    auto const numbers = typed_numbers(file_.rows[index]);
    if (rows_[index].usable && std::find(numbers.begin(), numbers.end(), control_number) != numbers.end()) {
      return {file_.rows[index].document_name, {}};
    }
  }
  return {};
}

std::vector<RowPlace> WorklistSupplies::places_of(std::string_view digest) const {
  std::vector<RowPlace> places;
  for (auto const index : rows_of(digest)) {
    auto const& filled = file_.rows[index];
    if (anything_typed(filled) && !rows_[index].strange && !filled.wrong_cell_count &&
        filled.refused.empty()) {
      places.push_back(place_of(index));
    }
  }
  return places;
}

void WorklistSupplies::take_held(Row& row, FilledRow const& filled, Place const& value, bool blocked,
                                 Findings const& left) {
  // A value that is no better than what was there.
  auto const wrong = std::ranges::find_if(left, [&](Finding const& finding) {
    return finding.fix.value && !filled.value.empty() && finding.place == value;
  });
  if (wrong != left.end()) {
    row.state = State::refused;
    row.words = "The value is not right either. " + wrong->message;
    return;
  }
  if (blocked) {
    row.state = State::refused;
    row.words =
        "The claim is held for an error above it; see the row without a claim number, or claims.csv. What "
        "was "
        "typed is kept.";
    return;
  }
  // Whoever typed a reason did not know that yet.
  auto const sent = std::ranges::find_if(
      left, [](Finding const& finding) { return finding.rule->release == Release::where_named; });
  if (sent != left.end() && sent->severity == Severity::error) {
    row.state = State::refused;
    row.words = sent->message;
    return;
  }
  auto const rules = rules_of(left);
  add_words(row.words, rules.empty() ? "the claim is still held, because another row of it was refused"
                                     : "the claim is still held: " + rules);
  if (filled.release_reason.empty()) return;
  if (auto const never = rules_of(left, Release::impossible); !never.empty()) {
    add_words(row.words, never + " cannot be released: the receiver would reject the whole transaction set");
  } else if (auto const certain = rules_of(left, Release::needs_reason); !certain.empty()) {
    add_words(row.words, fmt::format("{}: {}", certain, reason_too_short));
  }
  if (filled.narrative.empty() && typed_numbers(filled).empty() && filled.attachment_type.empty() &&
      filled.attachment_transmission.empty()) {
    row.state = State::refused;
  }
}

// A claim that nobody answered goes out where its errors are none: by a profile or a severity that this run
// doesn't know, for example.
void WorklistSupplies::tell_unanswered(Group rows) {
  auto const is_answer = [&](std::uint32_t index) { return something_typed(file_.rows[index]); };
  if (std::any_of(rows.begin(), rows.end(), is_answer)) return;
  for (auto const index : rows) {
    if (file_.rows[index].others["kind"] == "optional") continue;
    auto& row = change(index);
    row.unanswered = true;
    add_words(row.words,
              "the claim went out without an answer, because it has no error with the options of this run");
  }
}

void WorklistSupplies::done(std::string_view digest, Disposition disposition, bool blocked,
                            Findings const& left) {
  auto const rows = rows_of(digest);
  bool const copy_went_out =
      std::ranges::any_of(rows, [&](std::uint32_t index) { return rows_[index].sent > 0; });
  if (are_spent(rows) || (copy_went_out && disposition == Disposition::held)) {
    if (disposition != Disposition::held) return;
    for (auto const index : rows) {
      if (rows_[index].usable)
        add_words(change(index).words, "a copy of the claim is still held: an answer is for one claim");
    }
    return;
  }
  bool const some_refused = std::any_of(
      rows.begin(), rows.end(), [&](std::uint32_t index) { return rows_[index].state == State::refused; });
  if (disposition == Disposition::clean || disposition == Disposition::fixed) tell_unanswered(rows);
  for (auto const index : rows) {
    if (!rows_[index].usable) continue;
    if (disposition != Disposition::held) ++change(index).sent;
    auto const& filled = file_.rows[index];
    bool const wants_release = !filled.release_reason.empty();
    if (disposition == Disposition::held) {
      take_held(change(index), filled, place_of(index).value, blocked, left);
      if (wants_release && some_refused && !blocked)
        add_words(change(index).words, "not released, because another row of the claim was refused");
    } else if (disposition == Disposition::released && wants_release) {
      auto& row = change(index);
      auto const rules = rules_of(left);
      row.state = State::released;
      row.rules = rules;
      add_words(row.words, "goes out with " + (rules.empty() ? std::string("no error") : rules));
      if (auto const certain = rules_of(left, Release::needs_reason); !certain.empty()) {
        add_words(row.words, rejected("this claim: ") + certain);
      }
    } else if (wants_release) {
      add_words(change(index).words, "the claim needs no release");
    }
  }
}

}  // namespace scrub837
