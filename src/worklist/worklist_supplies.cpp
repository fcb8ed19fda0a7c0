#include "src/worklist/worklist_supplies.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "scrub837/rule.hpp"
#include "src/report/described_row.hpp"
#include "src/report/finding_formats.hpp"
#include "src/text/utf8.hpp"
#include "src/worklist/row_identity.hpp"
#include "src/worklist/row_key.hpp"
#include "src/worklist/typed_answers.hpp"
#include "src/worklist/typed_attachment.hpp"
#include "src/worklist/typed_edits.hpp"

namespace scrub837 {
// Of what goes into the claim; \param letter and of what only the letter takes
bool WorklistSupplies::same_content(FilledRow const& a, FilledRow const& b, bool letter) {
  auto const columns = typed_columns();
  return std::all_of(columns.begin(), columns.end(), [&](TypedColumn const& column) {
    return column.letter_alone != letter || a.*column.cell == b.*column.cell;
  });
}

WorklistSupplies::WorklistSupplies(WorklistFile file) : file_(std::move(file)), rows_(file_.rows.size()) {
  sort_rows();
  std::vector<std::uint32_t> first_of_key;
  for (std::size_t begin = 0; begin < order_.size();) {
    auto end = begin + 1;
    while (end < order_.size() && digest_of(order_[end]) == digest_of(order_[begin]) &&
           line_of(order_[end]) == line_of(order_[begin])) {
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

// By digest and line, and rows of one key in the order of the file; one with an answer for the claim goes
// before others. A key that is damaged is that of no claim.
void WorklistSupplies::sort_rows() {
  for (std::uint32_t index = 0; index < rows_.size(); ++index) {
    auto const& filled = file_.rows[index];
    check(index);
    if (parse_row_key(filled.key) || is_key_above(filled.key)) {
      order_.push_back(index);
    } else if (rows_[index].state == State::not_found) {
      refuse(rows_[index], "The key is damaged, so the row cannot be matched to a claim.");
    }
  }
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t one, std::uint32_t other) {
    auto const rank = [&](std::uint32_t index) {
      return std::tuple(digest_of(index), line_of(index), !something_typed(file_.rows[index]));
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
    refuse(rows_[group.front()], words);
    for (auto const index : answers) refuse(rows_[index], words);
    return;
  }
  for (auto const index : answers) {
    rows_[index].usable = false;
    rows_[index].twin_of = group.front();
  }
}

// A number is a document's, and a document one claim's: whose it is can't be told.
void WorklistSupplies::refuse_shared_numbers() {
  struct Bearer {
    std::uint32_t first = 0;
    std::uint32_t other = none;  ///< of another claim
  };
  std::unordered_map<std::string_view, Bearer> bearers;
  auto const each = [&](auto const& take) {
    for (auto const index : order_) {
      auto const& filled = file_.rows[index];
      if (filled.wrong_cell_count || !filled.refused.empty()) continue;
      for (auto const number : typed_numbers(filled)) take(index, number);
    }
  };
  each([&](std::uint32_t index, std::string_view number) {
    auto& bearer = bearers.try_emplace(number, Bearer{index, none}).first->second;
    if (bearer.other == none && digest_of(bearer.first) != digest_of(index)) bearer.other = index;
  });
  each([&](std::uint32_t index, std::string_view number) {
    auto const& bearer = bearers.find(number)->second;
    if (bearer.other == none || !rows_[index].usable) return;
    auto const other = digest_of(bearer.first) == digest_of(index) ? bearer.other : bearer.first;
    refuse(rows_[index],
           fmt::format("The control number is also in row {}, for another claim; each claim needs its own.",
                       file_.rows[other].number));
  });
}

std::string_view WorklistSupplies::digest_of(std::uint32_t index) const {
  std::string_view const key = file_.rows[index].key;
  auto const claim = parse_row_key(key);
  return claim ? claim->digest : key;
}

// From 0; -1: the claim as a whole. One that no claim can have is the last there is.
std::int32_t WorklistSupplies::line_of(std::uint32_t index) const {
  auto const key = parse_row_key(file_.rows[index].key);
  if (!key) return -1;
  return static_cast<std::int32_t>(
      std::min<std::int64_t>(key->line, std::numeric_limits<std::int32_t>::max()) - 1);
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
  if (is_key_above(filled.key) && !filled.others["claim"].empty()) {
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
  row.words = is_key_above(filled.key)
                  ? "The input files do not have the level with this key, or it no longer has an error."
                  : "No claim in the input files has this key.";
}

// Why a row can't be about the claim and line of its key.
std::string WorklistSupplies::fault_with(FilledRow const& filled, ClaimView const& claim,
                                         std::int32_t line) const {
  if (line >= 0 && static_cast<std::size_t>(line) >= claim.line_count()) {
    return fmt::format("The claim has no line {}.", filled.line_index);
  }
  WorklistRow known;
  describe_row(known, claim, line);
  auto const claim_text = escaped_utf8(known.claim);
  auto const line_text = escaped_utf8(known.line);
  auto const payer_text = escaped_utf8(known.payer_id);
  return contradiction(filled,
                       {claim_text, line_text, known.date_from, known.date_to, known.charge, payer_text});
}

Supply WorklistSupplies::for_claim(ClaimView const& claim, std::string_view digest) {
  Supply supply;
  bool some_refused = false;
  for (auto const index : rows_of(digest)) {
    auto const& filled = file_.rows[index];
    if (!anything_typed(filled)) continue;
    change(index).met = true;
    auto const line = line_of(index);
    if (auto why = fault_with(filled, claim, line); !why.empty()) {
      auto& row = change(index);
      row.strange = true;
      refuse(row, std::move(why));
      continue;
    }
    some_refused = some_refused || rows_[index].state == State::refused;
    if (!rows_[index].usable) continue;
    auto typed = edits_of(filled, claim, line);
    auto& row = change(index);
    if (!typed.refused.empty()) {
      refuse(row, std::move(typed.refused));
      some_refused = true;
      continue;
    }
    supply.consent = std::max(supply.consent, consent_of(filled));
    row.state = State::applied;
    row.words = typed.done.empty() && filled.release_reason.empty() ? "The claim already has what was typed."
                                                                    : typed.done;
    std::move(typed.edits.begin(), typed.edits.end(), std::back_inserter(supply.edits));
  }
  // Who typed it wants that in the claim before it goes out.
  if (some_refused) supply.consent = Consent::none;
  return supply;
}

Consent WorklistSupplies::consent_of(FilledRow const& row) {
  return row.release_reason.empty()           ? Consent::none
         : is_full_reason(row.release_reason) ? Consent::reasoned
                                              : Consent::given;
}

Consent WorklistSupplies::consent_above(std::string_view key) const {
  auto const found = exactly(key);
  return found.empty() || !rows_[found[0]].usable ? Consent::none : consent_of(file_.rows[found[0]]);
}

void WorklistSupplies::fill_from(WorklistRow& row, std::uint32_t index) {
  auto const& filled = file_.rows[index];
  if (rows_[index].strange || filled.wrong_cell_count || !filled.refused.empty()) return;
  auto const columns = typed_columns();
  std::transform(columns.begin(), columns.end(), row.typed.begin(),
                 [&](TypedColumn const& column) { return filled.*column.cell; });
  change(index).carried = true;
}

void WorklistSupplies::fill(WorklistRow& row, std::string_view digest, std::int32_t line) {
  for (auto const index : rows_of(digest)) {
    if (line_of(index) == line) return fill_from(row, index);
  }
}

void WorklistSupplies::fill_above(WorklistRow& row, std::string_view key) {
  auto const found = exactly(key);
  if (found.empty()) return;
  fill_from(row, found[0]);
  if (!key.starts_with('X') || !rows_[found[0]].usable) return;
  auto& known = change(found[0]);
  known.state = State::refused;
  known.words =
      "The receiver would reject the whole transaction set, so this cannot be released; it must be corrected "
      "in the file.";
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

std::vector<std::int32_t> WorklistSupplies::lines_of(std::string_view digest) const {
  std::vector<std::int32_t> lines;
  for (auto const index : rows_of(digest)) {
    auto const& filled = file_.rows[index];
    if (anything_typed(filled) && !rows_[index].strange && !filled.wrong_cell_count &&
        filled.refused.empty()) {
      lines.push_back(line_of(index));
    }
  }
  return lines;
}

}  // namespace scrub837
