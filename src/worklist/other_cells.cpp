#include "src/worklist/other_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "src/text/ascii.hpp"
#include "src/worklist/filled_row.hpp"
#include "src/worklist/remarks.hpp"
#include "src/worklist/typed_control_number.hpp"
#include "src/worklist/typed_dates.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

bool only_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

// The dates that a number can mean.
auto dates_of(std::string_view number) {
  auto dates = dates_in(number);
  // Eight digits may begin with the month.
  if (number.size() == 8 && only_digits(number)) {
    auto const year_first = dates_in(fmt::format("{}{}", number.substr(4), number.substr(0, 4)));
    dates.insert(dates.end(), year_first.begin(), year_first.end());
  }
  return dates;
}

bool is_date_of(std::string_view number, std::string_view cell) {
  auto const dates = dates_in(cell);
  return std::ranges::any_of(dates_of(number),
                             [&](auto date) { return std::ranges::find(dates, date) != dates.end(); });
}

struct Other {
  std::string_view column, is;
};

// Whether all words of a text are those of a name.
bool is_name(std::string_view name, std::string_view text) {
  auto const words = runs_of(name);
  auto const typed = runs_of(text);
  return !typed.empty() && std::ranges::all_of(typed, [&](auto const& word) {
    return std::ranges::find(words, word) != words.end();
  });
}

}  // namespace

bool is_word_of(std::string_view list, std::string_view text) {
  for (list = trimmed_cell(list); !list.empty();) {
    auto const word = list.substr(0, list.find(' '));
    if (word == text) return true;
    list.remove_prefix(std::min(word.size() + 1, list.size()));
  }
  return false;
}

std::string_view other_cell_with(FilledRow const& row, std::string_view number) {
  if (is_date_of(number, row.others["date_from"]) || is_date_of(number, row.others["date_to"]))
    return "date of service";
  constexpr auto others = std::to_array<Other>({{"payer_id", "payer ID"},
                                                {"provider_npi", "provider's NPI"},
                                                {"member_id", "member ID"},
                                                {"rule", "rule's id"},
                                                {"charge", "charge"}});
  for (auto const& [column, is] : others) {
    if (number == trimmed_cell(row.others[column])) return is;
  }
  if (is_date_of(number, row.others["birth_date"])) return "birth date";
  if (is_word_of(row.others["diagnoses"], number)) return "diagnosis";
  auto const procedure = trimmed_cell(row.others["procedure"]);
  return !procedure.empty() && in_capitals(number).starts_with(procedure) ? "procedure code" : "";
}

namespace {

bool asks_for_id(FilledRow const& row, std::string_view loop) {
  return trimmed_cell(row.others["loop"]) == loop && trimmed_cell(row.others["element"]) == "NM109";
}

// What other cell of the row was typed for an id; empty if none was.
std::string_view other_than_id(FilledRow const& row, std::string_view typed, std::string_view id) {
  if (is_name(row.others["patient"], typed)) return "patient's name";
  auto const is = other_cell_with(row, typed);
  return is == id ? std::string_view{} : is;
}

}  // namespace

std::string fault_of_member_id(FilledRow const& row, std::string_view typed) {
  if (!asks_for_id(row, "2010BA")) return {};
  if (typed.find_first_of("()\",;?=#") != std::string_view::npos)
    return "value is not a member ID; type it as it is on the card, with letters and digits alone.";
  auto const is = other_than_id(row, typed, "member ID");
  return is.empty() ? std::string{} : fmt::format("value has the {}, not the member ID.", is);
}

std::string fault_of_payer_id(FilledRow const& row, std::string_view typed) {
  if (!asks_for_id(row, "2010BB")) return {};
  if (typed.find_first_of("()\",;?=#/") != std::string_view::npos || is_telephone(typed))
    return "value is not a payer ID; type the ID that the payer or the clearinghouse gave you.";
  if (is_name(row.others["payer"], typed)) return "value has the payer's name, not the payer ID.";
  auto const is = other_than_id(row, typed, "payer ID");
  return is.empty() ? std::string{} : fmt::format("value has the {}, not the payer ID.", is);
}

}  // namespace scrub837
