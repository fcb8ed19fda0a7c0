#include "src/worklist/changed_cells.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "src/fix/working_claim.hpp"
#include "src/text/ascii.hpp"
#include "src/text/shown_value.hpp"
#include "src/text/utf8.hpp"
#include "src/worklist/row_identity.hpp"
#include "src/worklist/typed_dates.hpp"

namespace scrub837 {
namespace {

// Letters and digits, in capitals: blanks, line ends, quotation marks and accents may come back as others.
std::string letters_and_digits(std::string_view text) {
  std::string letters;
  for (char const byte : text) {
    if (is_letter(byte) || is_digit(byte)) letters.push_back(byte);
  }
  return in_capitals(letters);
}

bool was_changed(std::string_view shown, std::string_view known) {
  if (letters_and_digits(shown).empty()) return false;
  auto const written = escaped_utf8(known);
  return letters_and_digits(shown) != letters_and_digits(written) && !same_number(shown, written);
}

// Spreadsheets write dates in their own way.
bool is_other_date(std::string_view shown, std::string_view known) {
  auto const dates = dates_in(shown);
  auto const right = dates_in(known);
  return !dates.empty() && !right.empty() && std::ranges::find_first_of(dates, right) == dates.end();
}

}  // namespace

std::string changed_cells(FilledRow const& filled, WorklistRow const& known, ClaimView const& claim,
                          RowPlace const& place) {
  std::vector<std::string_view> changed;
  auto const compare = [&](std::string_view column, std::string_view text) {
    if (was_changed(filled.others[column], text)) changed.push_back(column);
  };
  if (is_other_date(filled.others["birth_date"], claim.inherited().birth_date))
    changed.emplace_back("birth_date");
  compare("payer", known.payer);
  compare("procedure", known.procedure);
  compare("modifiers", known.modifiers);
  compare("units", known.units);
  compare("place", known.place);
  compare("diagnoses", known.diagnoses);
  compare("current_description", known.current_description);
  compare("current_notes", known.current_notes);
  compare("current_attachments", known.current_attachments);
  if (place.value.element != 0)
    compare("current_value", shown_value(part_at(claim.segment(place.value.segment), place.value)));
  if (changed.empty()) return {};
  return fmt::format("{} {} changed; only the columns from narrative on are read",
                     fmt::join(changed, " and "), changed.size() == 1 ? "was" : "were");
}

}  // namespace scrub837
