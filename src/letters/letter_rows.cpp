#include "src/letters/letter_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "src/scrub/row_key.hpp"
#include "src/worklist/row_identity.hpp"
#include "src/worklist/typed_answers.hpp"
#include "src/worklist/typed_attachment.hpp"
#include "src/worklist/typed_control_number.hpp"

namespace scrub837 {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string_view column(FilledRow const& row, std::string_view name) { return trimmed(row.others[name]); }

bool is_word(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

// `required` is what scrub says of a row that holds its claim; without the column every row counts as held.
bool is_held(FilledRow const& row) {
  auto const kind = column(row, "kind");
  return kind.empty() || is_word(kind, "required");
}

bool goes_on_paper(FilledRow const& row) {
  return is_word(row.attachment_transmission, "bm") || is_word(row.attachment_transmission, "fx");
}

// What a rerun refuses must not be on paper either: the payer could match the letter with nothing.
std::string fault_with_letter(FilledRow const& row) {
  if (!row.refused.empty()) return row.refused;
  for (auto const number : typed_numbers(row)) {
    if (auto fault = fault_of_number(number); !fault.empty()) return fault;
  }
  return row.narrative.empty() ? std::string{} : fault_of_description(row.narrative, letter_procedure);
}

}  // namespace

LetterRows rows_for_letters(std::vector<FilledRow> const& rows) {
  LetterRows picked;
  std::map<std::string, std::size_t> seen;
  // A row that asks for one element of a line gets a letter only if the line has no other row.
  std::vector<FilledRow const*> order;
  order.reserve(rows.size());
  for (auto const& row : rows) order.push_back(&row);
  auto const asks_value = [](FilledRow const* row) { return line_key(row->key) != row->key; };
  std::stable_partition(order.begin(), order.end(), [&](auto const* row) { return !asks_value(row); });
  for (auto const* const one : order) {
    auto const& row = *one;
    if (row.key.empty()) continue;  // told when it was read
    auto const procedure = column(row, "procedure");
    bool const asked = procedure.empty() ? row.line_index > 0 : procedure == letter_procedure;
    if (!asked) continue;
    if (!is_held(row) && !goes_on_paper(row)) continue;
    auto const [first, fresh] = seen.try_emplace(line_key(row.key), row.number);
    if (!fresh && asks_value(one)) continue;
    if (!fresh) {
      picked.problems.push_back(
          fmt::format("row {}: no letter: row {} is about the same service line", row.number, first->second));
    } else if (row.wrong_cell_count) {
      picked.problems.push_back(
          fmt::format("row {}: no letter: texts may be in the wrong columns", row.number));
    } else if (auto const why = fault_with_letter(row); !why.empty()) {
      picked.problems.push_back(fmt::format("row {}: no letter: {}", row.number, why));
    } else {
      picked.rows.push_back(&row);
    }
  }
  return picked;
}

std::string problem_with(FilledRow const& row, ClaimFacts const* facts) {
  auto const procedure = column(row, "procedure");
  if (facts == nullptr) {
    return fmt::format("row {}: no letter: no claim in the input files has this key", row.number);
  }
  if (facts->procedure != letter_procedure) {
    return procedure.empty()
               ? std::string{}
               : fmt::format("row {}: no letter: the service line of this key has another procedure code",
                             row.number);
  }
  auto const why = contradiction(
      row, {facts->claim, facts->line, facts->date_from, facts->date_to, facts->charge, facts->payer_id});
  if (!why.empty()) return fmt::format("row {}: no letter: {}", row.number, why);
  return {};
}

void add_listed_documents(FilledRow& row, ClaimFacts const& facts,
                          std::vector<ListedDocument> const& documents) {
  auto const is_blank = [](std::string const& typed, std::string const& in_claim) {
    return typed.empty() && in_claim.empty();
  };
  std::string names;
  bool waits = is_blank(row.attachment_control_number, facts.attachment_control_number);
  for (auto const& document : documents) {
    bool const meant = document.claim == facts.claim && document.refused.empty() &&
                       (document.line.empty() || document.line == facts.line);
    if (!meant) continue;
    auto const& type = row.attachment_type.empty() ? facts.attachment_type : row.attachment_type;
    if (waits && (type.empty() || type == document.type)) {
      waits = false;
      row.attachment_control_number = document.control_number;
      if (type.empty()) row.attachment_type = document.type;
      if (is_blank(row.attachment_transmission, facts.attachment_transmission))
        row.attachment_transmission = document.transmission;
    }
    if (document.document_name.empty()) continue;
    if (!names.empty()) names += ";";
    names += document.document_name;
  }
  if (row.document_name.empty()) row.document_name = names;
}

bool goes_with_document(FilledRow const& row, ClaimFacts const& facts) {
  return row.attachment_transmission.empty() ? facts.attachment_transmission != "AA"
                                             : !is_word(row.attachment_transmission, "aa");
}

}  // namespace scrub837
