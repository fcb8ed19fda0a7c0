#include "src/worklist/worklist_supplies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_map>

#include "src/scrub/row_key.hpp"
#include "src/worklist/result_words.hpp"
#include "src/worklist/typed_answers.hpp"
#include "src/worklist/typed_attachment.hpp"
#include "src/worklist/typed_edits.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {

// Of what goes into the claim; \param letter and of what only the letter takes
bool WorklistSupplies::same_content(FilledRow const& a, FilledRow const& b, bool letter) {
  auto const columns = typed_columns();
  return std::all_of(columns.begin(), columns.end(), [&](TypedColumn const& column) {
    return column.use != (letter ? TypedColumn::Use::letter : TypedColumn::Use::answer) ||
           a.*column.cell == b.*column.cell;
  });
}

WorklistSupplies::WorklistSupplies(WorklistFile file) : file_(std::move(file)), rows_(file_.rows.size()) {
  sort_rows();
  std::vector<std::uint32_t> first_of_key;
  for (std::size_t begin = 0; begin < order_.size();) {
    auto end = begin + 1;
    while (end < order_.size() && digest_of(order_[end]) == digest_of(order_[begin]) &&
           place_of(order_[end]) == place_of(order_[begin])) {
      ++end;
    }
    auto const group = Group(order_).subspan(begin, end - begin);
    judge_group(group);
    auto const used = std::find_if(group.begin(), group.end(),
                                   [&](std::uint32_t index) { return anything_typed(file_.rows[index]); });
    first_of_key.push_back(used == group.end() ? group.front() : *used);
    begin = end;
  }
  order_ = std::move(first_of_key);
  refuse_shared_numbers();
}

// By digest and place, and rows of one key in the order of the file; one with an answer for the claim goes
// before others. A key that is damaged is that of no claim.
void WorklistSupplies::sort_rows() {
  for (std::uint32_t index = 0; index < rows_.size(); ++index) {
    auto const& filled = file_.rows[index];
    check(index);
    if (!filled.value.empty() && parse_key_above(filled.key)) values_above_.insert(filled.value);
    if (parse_row_key(filled.key) || parse_key_above(filled.key)) {
      order_.push_back(index);
    } else if (rows_[index].state == State::not_found) {
      refuse(rows_[index], "The key is damaged, so the row cannot be matched to a claim.");
    }
  }
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t one, std::uint32_t other) {
    auto const rank = [&](std::uint32_t index) {
      return std::tuple(digest_of(index), place_of(index), !something_typed(file_.rows[index]));
    };
    return rank(one) < rank(other);
  });
}

// Rows of one key with answers that differ are all refused; those that say the same are used once.
void WorklistSupplies::judge_group(Group group) {
  auto const& first = file_.rows[group.front()];
  auto const is_answer = [&](std::uint32_t index) { return something_typed(file_.rows[index]); };
  if (group.size() < 2 || !is_answer(group[1])) return;
  auto const others = group.subspan(1);
  auto const answers = others.first(
      static_cast<std::size_t>(std::find_if_not(others.begin(), others.end(), is_answer) - others.begin()));
  auto const differing = std::find_if(answers.begin(), answers.end(), [&](std::uint32_t index) {
    return !same_content(first, file_.rows[index], false);
  });
  if (differing != answers.end()) {
    auto const words = fmt::format("Rows {} and {} have different answers for one line.", first.number,
                                   file_.rows[*differing].number);
    auto const refuse_conflict = [&](std::uint32_t index) {
      refuse(rows_[index], words);
      rows_[index].conflicts = true;
    };
    refuse_conflict(group.front());
    std::ranges::for_each(answers, refuse_conflict);
    return;
  }
  for (auto const index : answers) {
    rows_[index].usable = false;
    rows_[index].twin_of = group.front();
    ++rows_[group.front()].answers;
  }
}

// A number is a document's, and a document one claim's: whose it is can't be told.
void WorklistSupplies::refuse_shared_numbers() {
  struct Bearer {
    std::uint32_t first = 0;
    std::uint32_t other = none;  ///< of another claim
  };
  // hb0316c is HB0316C to who looks for the document.
  std::unordered_map<std::string, Bearer> bearers;
  auto const each = [&](auto const& take) {
    for (auto const index : order_) {
      auto const& filled = file_.rows[index];
      if (filled.wrong_cell_count || !filled.refused.empty()) continue;
      for (auto const number : typed_numbers(filled)) take(index, number);
    }
  };
  each([&](std::uint32_t index, std::string_view number) {
    auto& bearer = bearers.try_emplace(in_capitals(number), Bearer{index, none}).first->second;
    if (bearer.other == none && digest_of(bearer.first) != digest_of(index)) bearer.other = index;
  });
  each([&](std::uint32_t index, std::string_view number) {
    auto const& bearer = bearers.find(in_capitals(number))->second;
    if (bearer.other == none || !rows_[index].usable) return;
    auto const other = digest_of(bearer.first) == digest_of(index) ? bearer.other : bearer.first;
    auto const claim = trimmed_cell(file_.rows[other].others["claim"]);
    refuse(rows_[index],
           fmt::format("The control number was also typed for {}; each claim needs its own.",
                       claim.empty() ? fmt::format("another claim, in row {}", file_.rows[other].number)
                                     : fmt::format("claim {}", claim)));
  });
}

// Of the claim, or of the level above the claims.
std::string_view WorklistSupplies::digest_of(std::uint32_t index) const {
  std::string_view const key = file_.rows[index].key;
  if (auto const claim = parse_row_key(key)) return claim->digest;
  auto const above = parse_key_above(key);
  return above ? above->level : key;
}

// A line that no claim can have is the last there is.
RowPlace WorklistSupplies::place_of(std::uint32_t index) const {
  std::string_view const key = file_.rows[index].key;
  if (auto const above = parse_key_above(key)) return {-1, above->value};
  auto const claim = parse_row_key(key);
  if (!claim) return {};
  return {static_cast<std::int32_t>(
              std::min<std::int64_t>(claim->line, std::numeric_limits<std::int32_t>::max()) - 1),
          claim->value};
}

WorklistSupplies::Group WorklistSupplies::exactly(std::string_view digest) const {
  auto const before = [&](std::uint32_t index, std::string_view wanted) { return digest_of(index) < wanted; };
  auto const behind = [&](std::string_view wanted, std::uint32_t index) { return wanted < digest_of(index); };
  auto const first = std::lower_bound(order_.begin(), order_.end(), digest, before);
  return {first, std::upper_bound(first, order_.end(), digest, behind)};
}

// A key may tell the claim alone.
WorklistSupplies::Group WorklistSupplies::rows_of(std::string_view digest) const {
  auto const found = exactly(digest);
  return found.empty() ? exactly(digest.substr(0, digest.find('.'))) : found;
}

void WorklistSupplies::refuse(Row& row, std::string why) {
  row.usable = false;
  row.state = State::refused;
  row.words = std::move(why);
}

WorklistSupplies::Row& WorklistSupplies::change(std::uint32_t index) {
  auto& row = rows_[index];
  // What it was at the last point is known already if it has changed since.
  if (row.logged <= point_) {
    log_.add({index, row});
    row.logged = log_.mark();
  }
  return row;
}

void WorklistSupplies::restore(Savepoint const& point) {
  point_ = point[0];
  log_.back_to(point[0], [&](Undo undo) { rows_[undo.index] = std::move(undo.before); });
}

void WorklistSupplies::check(std::uint32_t index) {
  auto const& filled = file_.rows[index];
  auto& row = rows_[index];
  if (!anything_typed(filled) && !filled.unread_text) {
    row.state = State::nothing_typed;
    return;
  }
  if (!filled.refused.empty()) return refuse(row, filled.refused);
  bool const above = parse_key_above(filled.key).has_value();
  if (above && !filled.others["claim"].empty()) {
    row.strange = true;
    return refuse(row,
                  "The row has a claim number, but its key is not for a claim; was one column sorted without "
                  "the others?");
  }
  if (filled.formula) {
    return refuse(row, "A cell begins like a formula (=, +, - or @); type it without that character.");
  }
  if (filled.wrong_cell_count) {
    return refuse(row,
                  "The row has more or fewer cells than the header, so texts may be in the wrong columns.");
  }
  if (!something_typed(filled)) {
    row.state = State::nothing_typed;
    row.words = "What was typed is only for the cover letter; it does not go into the claim.";
    return;
  }
  if (auto why = fault_of(filled); !why.empty()) return refuse(row, std::move(why));
  row.usable = true;
  row.words = above ? "The input files do not have the level with this key, or it no longer has an error."
                    : "No claim in the input files has this key.";
}

Consent WorklistSupplies::consent_of(FilledRow const& row) {
  return row.release_reason.empty()           ? Consent::none
         : is_full_reason(row.release_reason) ? Consent::reasoned
                                              : Consent::given;
}

void WorklistSupplies::fill_from(WorklistRow& row, std::uint32_t index) {
  auto const& filled = file_.rows[index];
  if (rows_[index].strange || filled.wrong_cell_count || !filled.refused.empty()) return;
  row.last_result = last_result(rows_[index]);
  if (rows_[index].conflicts) return;
  auto const columns = typed_columns();
  std::transform(columns.begin(), columns.end(), row.typed.begin(),
                 [&](TypedColumn const& column) { return filled.*column.cell; });
  change(index).carried = true;
}

std::string WorklistSupplies::words_of(Row const& row) {
  auto words = row.words;
  if (!row.changed.empty()) add_words(words, row.changed, words.ends_with('.') ? " " : "; ");
  return words;
}

std::string WorklistSupplies::last_result(Row const& row) {
  auto const words = words_of(row);
  return words.empty() ? std::string(name_of(row.state)) : fmt::format("{}: {}", name_of(row.state), words);
}

}  // namespace scrub837
