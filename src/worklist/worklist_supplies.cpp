#include "src/worklist/worklist_supplies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/worklist/row_key.hpp"
#include "src/worklist/typed_attachment.hpp"
#include "src/worklist/typed_edits.hpp"

namespace scrub837 {
namespace {

bool same_content(FilledRow const& a, FilledRow const& b) {
  return a.narrative == b.narrative && a.attachment_type == b.attachment_type &&
         a.attachment_transmission == b.attachment_transmission &&
         a.attachment_control_number == b.attachment_control_number && a.release_reason == b.release_reason;
}

std::string rules_of(Findings const& left) {
  std::string rules;
  for (auto const& finding : left) {
    if (finding.severity != Severity::error || rules.find(finding.rule->id) != std::string::npos) continue;
    if (!rules.empty()) rules += " ";
    rules += finding.rule->id;
  }
  return rules;
}

}  // namespace

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

WorklistSupplies::WorklistSupplies(WorklistFile const& file) {
  for (auto const& filled : file.rows) {
    RowResult result{filled.number, filled.key, RowResult::State::not_found,
                     "No claim of the inputs has this key."};
    auto const key = parse_row_key(filled.key);
    if (!key && filled.key.starts_with('X')) {
      result.words = "This row is about what stands above the claims; it must be corrected at the source.";
      result.state = something_typed(filled) ? RowResult::State::refused : RowResult::State::nothing_typed;
    }
    auto const index = results_.size();
    results_.push_back(std::move(result));
    if (!key) continue;
    Row row{filled, static_cast<std::int32_t>(key->line) - 1, index, true};
    check(row);
    auto& others = rows_[std::string(key->digest)];
    for (auto& other : others) {
      if (other.line != row.line || !something_typed(other.filled) || !something_typed(row.filled)) continue;
      auto const number = other.filled.number;
      if (!same_content(other.filled, row.filled)) {
        auto const words =
            fmt::format("Rows {} and {} say different things about one line.", number, row.filled.number);
        refuse(other, words);
        refuse(row, words);
      } else if (other.usable) {
        row.usable = false;
        results_[index].state = RowResult::State::applied;
        results_[index].words = fmt::format("Says the same as row {}.", number);
      }
    }
    others.push_back(std::move(row));
  }
}

// A key may tell the claim alone.
WorklistSupplies::Rows::iterator WorklistSupplies::find(std::string_view digest) {
  auto const found = rows_.find(std::string(digest));
  return found != rows_.end() ? found : rows_.find(std::string(digest.substr(0, digest.find('.'))));
}

WorklistSupplies::Rows::const_iterator WorklistSupplies::find(std::string_view digest) const {
  auto const found = rows_.find(std::string(digest));
  return found != rows_.end() ? found : rows_.find(std::string(digest.substr(0, digest.find('.'))));
}

void WorklistSupplies::refuse(Row& row, std::string why) {
  row.usable = false;
  results_[row.result].state = RowResult::State::refused;
  results_[row.result].words = std::move(why);
}

void WorklistSupplies::check(Row& row) {
  auto const& filled = row.filled;
  if (filled.formula) {
    return refuse(row, "A cell begins like a formula (=, +, - or @); type it without that sign.");
  }
  if (filled.uneven && something_typed(filled)) {
    return refuse(row,
                  "The row has more or fewer cells than the header, so texts may stand in wrong columns.");
  }
  if (!something_typed(filled)) {
    row.usable = false;
    results_[row.result].state = RowResult::State::nothing_typed;
    results_[row.result].words =
        typed_for_letter(filled)
            ? "What was typed is for the cover letter alone; nothing of it goes into the claim."
            : "";
    return;
  }
  if (auto why = fault_of(filled); !why.empty()) return refuse(row, std::move(why));
  auto const digest = std::string(parse_row_key(filled.key)->digest);
  for (auto const number : typed_numbers(filled)) {
    auto const [entry, fresh] = control_numbers_.try_emplace(std::string(number), digest);
    if (fresh || entry->second == digest) continue;
    return refuse(row, "The control number stands in another claim's row too; each claim needs its own.");
  }
}

Supply WorklistSupplies::for_claim(ClaimView const& claim, std::string_view digest) {
  Supply supply;
  auto const found = find(digest);
  if (found == rows_.end()) return supply;
  for (auto& row : found->second) {
    if (!row.usable) continue;
    auto typed = edits_of(row.filled, claim, row.line);
    if (!typed.refused.empty()) {
      refuse(row, std::move(typed.refused));
      continue;
    }
    supply.release = supply.release || !row.filled.release_reason.empty();
    auto& result = results_[row.result];
    result.state = RowResult::State::applied;
    result.words = typed.done.empty() && row.filled.release_reason.empty()
                       ? "What was typed stands there already."
                       : typed.done;
    std::move(typed.edits.begin(), typed.edits.end(), std::back_inserter(supply.edits));
  }
  return supply;
}

void WorklistSupplies::done(std::string_view digest, Disposition disposition, bool blocked,
                            Findings const& left) {
  auto const found = find(digest);
  if (found == rows_.end()) return;
  auto const rules = rules_of(left);
  for (auto& row : found->second) {
    auto& result = results_[row.result];
    if (!row.usable) {
      if (result.state == RowResult::State::not_found) result.state = RowResult::State::refused;
      continue;
    }
    auto const add = [&](std::string const& words) {
      result.words += (result.words.empty() ? "" : "; ") + words;
    };
    bool const wants_release = !row.filled.release_reason.empty();
    if (disposition == Disposition::held) {
      if (blocked) {
        result.state = RowResult::State::refused;
        result.words = "The claim is held for a fault above it, which must be corrected at the source.";
      } else {
        add("the claim is still held: " + rules);
      }
    } else if (disposition == Disposition::released && wants_release) {
      result.state = RowResult::State::released;
      add("released with " + (rules.empty() ? std::string("no error") : rules));
      auto const same = [&](Release const& release) { return release.row == row.filled.number; };
      if (std::none_of(releases_.begin(), releases_.end(), same)) {
        releases_.push_back({row.filled.number, row.filled.key, row.filled.release_reason, rules});
      }
    } else if (wants_release) {
      add("the claim needs no release");
    }
  }
}

void WorklistSupplies::fill(WorklistRow& row, std::string_view digest, std::int32_t line) const {
  auto const found = find(digest);
  if (found == rows_.end()) return;
  for (auto const& known : found->second) {
    if (known.line != line) continue;
    auto const& filled = known.filled;
    auto const columns = typed_columns();
    std::transform(columns.begin(), columns.end(), row.typed.begin(),
                   [&](TypedColumn const& column) { return filled.*column.cell; });
    if (something_typed(filled)) return;
  }
}

SupplySource::Document WorklistSupplies::document(std::string_view digest,
                                                  std::string_view control_number) const {
  auto const found = find(digest);
  if (found == rows_.end() || control_number.empty()) return {};
  for (auto const& row : found->second) {
    auto const numbers = typed_numbers(row.filled);
    if (row.usable && std::find(numbers.begin(), numbers.end(), control_number) != numbers.end()) {
      return {row.filled.document_name, {}};
    }
  }
  return {};
}

std::vector<std::int32_t> WorklistSupplies::lines_of(std::string_view digest) const {
  std::vector<std::int32_t> lines;
  auto const found = find(digest);
  if (found == rows_.end()) return lines;
  for (auto const& row : found->second) {
    if (something_typed(row.filled)) lines.push_back(row.line);
  }
  return lines;
}

}  // namespace scrub837
