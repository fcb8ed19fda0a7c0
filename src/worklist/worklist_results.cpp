#include <fmt/format.h>

#include "src/scrub/row_key.hpp"
#include "src/worklist/result_words.hpp"
#include "src/worklist/typed_text.hpp"
#include "src/worklist/worklist_supplies.hpp"

// What became of the rows, once the run is over.

namespace scrub837 {

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
    result.words = words_of(row);
    result.unanswered = row.unanswered;
    result.read = row.read || (row.twin_of != none && rows_[row.twin_of].read);
    if (row.twin_of == none) continue;
    result.state = rows_[row.twin_of].state;
    result.words = fmt::format("Same as row {}.", file_.rows[row.twin_of].number);
  }
  return results;
}

std::vector<WorklistSupplies::Granted> WorklistSupplies::releases() const {
  std::vector<Granted> releases;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    auto const& row = rows_[i];
    // What two rows say the same of, two claims went out with.
    auto const& used = row.twin_of == none ? row : rows_[row.twin_of];
    if (used.state != State::released || (&used != &row && used.sent <= 1)) continue;
    releases.push_back(
        {&file_.rows[i], used.rules,
         used.claim.empty() ? std::string(trimmed_cell(file_.rows[i].others["claim"])) : used.claim});
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
    bool const all_used = row.carried || !parse_key_above(filled.key) || !typed_for_claim(filled);
    if ((went_out || row.carried) && all_used && says_all_of(file_.rows[used], filled)) continue;
    left.push_back(filled.number);
  }
  return left;
}

}  // namespace scrub837
