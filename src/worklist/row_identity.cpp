#include "src/worklist/row_identity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "src/scrub/row_key.hpp"
#include "src/worklist/typed_dates.hpp"
#include "src/worklist/typed_text.hpp"

namespace scrub837 {
namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Zeros in front, and those behind a decimal point.
std::string_view bare(std::string_view text) {
  text = trimmed_cell(text);
  if (text.starts_with('\'')) text.remove_prefix(1);
  while (text.size() > 1 && text.starts_with('0')) text.remove_prefix(1);
  auto const point = text.find('.');
  if (point == std::string_view::npos || !is_digits(text.substr(0, point)) ||
      text.find_first_not_of("0123456789", point + 1) != std::string_view::npos) {
    return text;
  }
  while (text.ends_with('0')) text.remove_suffix(1);
  if (text.ends_with('.')) text.remove_suffix(1);
  return text;
}

// Digits with a point at most: another form, such as 1,250.00, says nothing.
bool is_amount(std::string_view text) {
  auto const point = std::min(text.find('.'), text.size());
  return is_digits(text.substr(0, point)) && (point + 1 >= text.size() || is_digits(text.substr(point + 1)));
}

// A number with an exponent, and by how much the digits that are not shown can change it.
struct Rounded {
  double value = 0, unsure = 0;
};
std::optional<Rounded> rounded(std::string_view text) {
  auto const exponent = text.find_first_of("eE");
  if (exponent == std::string_view::npos) return std::nullopt;
  std::string mantissa(text.substr(0, exponent));
  std::replace(mantissa.begin(), mantissa.end(), ',', '.');
  auto power_text = text.substr(exponent + 1);
  if (power_text.starts_with('+')) power_text.remove_prefix(1);
  auto const power = whole_number(power_text);
  auto const point = mantissa.find('.');
  auto const decimals = point == std::string::npos ? 0 : mantissa.size() - point - 1;
  auto digits = mantissa;
  if (point != std::string::npos) digits.erase(point, 1);
  if (!power || *power > 300 || !is_digits(digits)) return std::nullopt;
  auto const scale = std::pow(10.0, static_cast<double>(*power));
  return Rounded{std::strtod(mantissa.c_str(), nullptr) * scale,
                 0.51 * scale / std::pow(10.0, static_cast<double>(decimals))};
}

// Spreadsheets keep 15 digits.
bool same_digits(std::string_view shown, std::string_view known) {
  constexpr std::size_t kept = 15;
  return is_digits(shown) && is_digits(known) && shown.size() == known.size() && shown.size() > kept &&
         shown.substr(0, kept) == known.substr(0, kept) &&
         shown.find_first_not_of('0', kept) == std::string_view::npos;
}

bool same_date(std::string_view shown, std::string_view known) {
  auto const dates = dates_in(shown);
  auto const right = dates_in(known);
  return dates.empty() || bare(shown) == bare(known) ||
         std::find_first_of(dates.begin(), dates.end(), right.begin(), right.end()) != dates.end();
}

}  // namespace

bool same_number(std::string_view shown, std::string_view known) {
  auto const one = bare(shown);
  auto const other = bare(known);
  if (in_capitals(one) == in_capitals(other) || same_digits(one, other)) return true;
  auto const round = rounded(one);
  if (!round) return false;
  auto const exact = rounded(other);
  if (!exact && !is_digits(other)) return false;
  auto const value = exact ? exact->value : std::strtod(std::string(other).c_str(), nullptr);
  return std::abs(value - round->value) <= round->unsure;
}

std::string contradiction(FilledRow const& row, LineIdentity const& known) {
  auto const differs = [](std::string_view what) {
    return fmt::format("The row's {} does not match its key; was one column sorted without the others?",
                       what);
  };
  auto const claim = trimmed_cell(row.others["claim"]);
  bool const told = !claim.empty() || (row.lists_claim && !row.wrong_cell_count);
  if (told && !same_number(claim, known.claim)) return differs("claim");
  auto const line = trimmed_cell(row.others["line"]);
  if (!line.empty() && (known.line.empty() || !same_number(line, known.line))) return differs("line");
  for (auto const& [name, date] : {std::pair{"date_from", known.date_from}, {"date_to", known.date_to}}) {
    if (auto const shown = row.others[name]; !shown.empty() && !same_date(shown, date)) return differs(name);
  }
  if (auto const charge = trimmed_cell(row.others["charge"]);
      is_amount(charge) && is_amount(known.charge) && bare(charge) != bare(known.charge))
    return differs("charge");
  auto const payer = trimmed_cell(row.others["payer_id"]);
  if (!payer.empty() && payer[0] != '#' && !known.payer_id.empty() && !same_number(payer, known.payer_id))
    return differs("payer_id");
  return {};
}

}  // namespace scrub837
