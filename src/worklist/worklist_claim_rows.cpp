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
  // A payer ID that was typed above is not yet in the rows below.
  auto const payer_text =
      values_above_.contains(known.payer_id) ? std::string{} : escaped_utf8(known.payer_id);
  return contradiction(filled,
                       {claim_text, line_text, known.date_from, known.date_to, known.charge, payer_text});
}

// What was typed into a column that is only for reading would be lost without a word.
void WorklistSupplies::note_changed(std::uint32_t index, WorklistRow& known, ClaimView const& claim,
                                    RowPlace const& place) {
  auto const& filled = file_.rows[index];
  if (filled.wrong_cell_count || !filled.refused.empty()) return;
  describe_content(known, claim, place.line, place.value);
  // What was typed above is not yet in the rows below.
  if (values_above_.contains(known.payer)) known.payer = filled.others["payer"];
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
