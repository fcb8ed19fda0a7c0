#include <fmt/format.h>

#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/scrub/row_key.hpp"
#include "src/worklist/row_identity.hpp"
#include "src/worklist/typed_answers.hpp"
#include "src/worklist/typed_attachment.hpp"
#include "src/worklist/typed_edits.hpp"
#include "src/worklist/typed_text.hpp"
#include "src/worklist/worklist_supplies.hpp"

// What became of the rows: applied, refused or released, and why.

namespace scrub837 {
namespace {

// A row above the claims has no use for anything but a reason to release and the value that it asks for.
bool more_than_release(FilledRow const& row) {
  auto const columns = typed_columns();
  return std::any_of(columns.begin(), columns.end(), [&](TypedColumn const& column) {
    return column.column != Typed::release_reason && column.column != Typed::value &&
           column.use != TypedColumn::Use::record && !(row.*column.cell).empty();
  });
}

void add_words(std::string& text, std::string_view more, std::string_view between = "; ") {
  if (!text.empty()) text += between;
  text += more;
}

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

std::string rejected(std::string_view rules) {
  return fmt::format("the payer's front end will reject {}", rules);
}

constexpr std::string_view reason_too_short =
    "the receiver is certain to reject it, so a release needs a reason of at least ten letters";

}  // namespace

bool WorklistSupplies::says_all_of(FilledRow const& used, FilledRow const& other) {
  return &used == &other || (used.others["claim"] == other.others["claim"] &&
                             used.others["line"] == other.others["line"] && same_content(used, other, true));
}

std::string_view name_of(RowResult::State state) {
  switch (state) {
    case RowResult::State::nothing_typed:
      return "nothing typed";
    case RowResult::State::applied:
      return "applied";
    case RowResult::State::released:
      return "released";
    case RowResult::State::refused:
      return "refused";
    case RowResult::State::not_found:
      return "not found";
  }
  return {};
}

void WorklistSupplies::take_held(Row& row, FilledRow const& filled, Place const& value, bool blocked,
                                 Findings const& left) {
  if (blocked) {
    row.state = State::refused;
    row.words = "The claim is held for an error above it, which must be corrected in the file.";
    return;
  }
  // A value that is no better than what was there.
  auto const wrong = std::ranges::find_if(left, [&](Finding const& finding) {
    return finding.fix.value && !filled.value.empty() && finding.place == value;
  });
  if (wrong != left.end()) {
    row.state = State::refused;
    row.words = "The value is not right either. " + wrong->message;
    return;
  }
  add_words(row.words, "the claim is still held: " + rules_of(left));
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
  bool const some_refused = std::any_of(
      rows.begin(), rows.end(), [&](std::uint32_t index) { return rows_[index].state == State::refused; });
  if (disposition == Disposition::clean || disposition == Disposition::fixed) tell_unanswered(rows);
  for (auto const index : rows) {
    if (!rows_[index].usable) continue;
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

void WorklistSupplies::done_above(std::string_view key, ErrorsAbove const& errors, bool released) {
  for (auto const index : exactly(key)) {
    if (!rows_[index].usable) continue;
    auto const& filled = file_.rows[index];
    auto const consent = consent_of(filled);
    auto& row = change(index);
    if (!released && !filled.value.empty()) {
      add_words(row.words, "the claims below are still held: " + errors.rules);
    } else if (!released) {
      row.state = State::refused;
      row.words = consent == Consent::none
                      ? "In a row without a claim number, only value and release_reason can be used."
                  : lets_out(consent, errors.release)
                      ? "An envelope error holds the whole transaction set; it must be corrected in the file."
                      : fmt::format("{}: {}.", errors.rules, reason_too_short);
    } else if (consent != Consent::none) {
      row.rules = errors.rules;
      row.state = State::applied;
      row.words = fmt::format("{} is released; {}", errors.rules, went_out(row.below));
      if (more_than_release(filled))
        add_words(row.words, "nothing else in the row is used, because the row is not about a claim");
      if (errors.release == Release::needs_reason)
        add_words(row.words, rejected("these claims: ") + errors.rules);
    }
  }
}

std::string WorklistSupplies::went_out(std::uint32_t claims) {
  return claims == 0 ? std::string("no claim below went out")
                     : fmt::format("claims below that went out: {}", claims);
}

void WorklistSupplies::count_below(std::uint32_t index, bool released) {
  auto& row = change(index);
  auto const before = went_out(row.below);
  ++row.below;
  if (released) row.state = State::released;
  if (auto const at = row.words.find(before); at != std::string::npos)
    row.words.replace(at, before.size(), went_out(row.below));
}

void WorklistSupplies::went_out_below(std::string_view key, Disposition disposition) {
  auto const above = parse_key_above(key);
  if (!above) return;
  bool const released = disposition == Disposition::released;
  if (above->value.element != 0) {
    if (auto const row = row_with(key)) count_below(*row, false);
    return;
  }
  for (auto const index : exactly(key)) {
    if (rows_[index].usable && !file_.rows[index].release_reason.empty()) count_below(index, released);
  }
}

std::vector<RowResult> WorklistSupplies::results() const {
  std::vector<RowResult> results;
  results.reserve(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    auto const& row = rows_[i];
    auto const& filled = file_.rows[i];
    auto& result = results.emplace_back();
    result.number = filled.number;
    result.key = filled.key;
    // Cells that contradict the key may be anything: a name, for example.
    if (!row.strange && !filled.wrong_cell_count && !filled.unread_text) {
      result.claim = trimmed_cell(filled.others["claim"]);
      result.line = trimmed_cell(filled.others["line"]);
    }
    result.state = row.state;
    result.words = row.words;
    result.unanswered = row.unanswered;
    if (row.twin_of == none) continue;
    result.state = rows_[row.twin_of].state;
    result.words = fmt::format("Same as row {}.", file_.rows[row.twin_of].number);
  }
  return results;
}

std::vector<WorklistSupplies::Granted> WorklistSupplies::releases() const {
  std::vector<Granted> releases;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].state == State::released) releases.push_back({&file_.rows[i], rows_[i].rules});
  }
  return releases;
}

std::vector<std::size_t> WorklistSupplies::rows_left() const {
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    auto const& filled = file_.rows[i];
    if ((!anything_typed(filled) || rows_[i].carried) && !filled.unread_text) continue;
    auto const used = rows_[i].twin_of == none ? i : rows_[i].twin_of;
    auto const& row = rows_[used];
    bool const went_out = row.state == State::applied || row.state == State::released ||
                          (row.state == State::nothing_typed && row.met);
    bool const all_used = row.carried || !parse_key_above(filled.key) || !more_than_release(filled);
    if ((went_out || row.carried) && all_used && says_all_of(file_.rows[used], filled)) continue;
    left.push_back(filled.number);
  }
  return left;
}

}  // namespace scrub837
