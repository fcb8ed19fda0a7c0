#include "src/worklist/typed_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scrub837/claim/money.hpp"
#include "src/fix/working_claim.hpp"
#include "src/text/ascii.hpp"
#include "src/worklist/plain_letters.hpp"
#include "src/worklist/remarks.hpp"
#include "src/worklist/typed_answers.hpp"
#include "src/worklist/typed_dates.hpp"
#include "src/worklist/typed_qualifier.hpp"
#include "src/worklist/typed_text.hpp"
#include "src/x12/element_name.hpp"

namespace scrub837 {
namespace {

struct FormOfElement {
  Kind segment;
  std::uint8_t element;
  ValueForm form;
};
// Elements that are not plain text, beside the qualifiers.
constexpr auto forms = std::to_array<FormOfElement>({
    {Kind::CLM, 2, ValueForm::amount},
    {Kind::SV1, 2, ValueForm::amount},
    {Kind::SVD, 2, ValueForm::amount},
    {Kind::AMT, 2, ValueForm::amount},
    {Kind::DMG, 2, ValueForm::birth_date},
    {Kind::DMG, 3, ValueForm::sex},
    {Kind::N4, 2, ValueForm::state},
    {Kind::REF, 2, ValueForm::id},
    {Kind::SBR, 9, ValueForm::code},
    {Kind::SV1, 5, ValueForm::code},
    {Kind::SV1, 7, ValueForm::pointers},
    {Kind::CLM, 5, ValueForm::parts},
    {Kind::SV1, 1, ValueForm::parts},
    {Kind::SV5, 1, ValueForm::parts},
    {Kind::SVD, 3, ValueForm::parts},
    {Kind::LIN, 3, ValueForm::number},
});

// Segments whose first element is a qualifier.
constexpr auto qualified =
    std::to_array<Kind>({Kind::NTE, Kind::REF, Kind::NM1, Kind::DTP, Kind::PWK, Kind::AMT, Kind::PRV,
                         Kind::PER, Kind::CAS, Kind::SBR, Kind::CRC, Kind::QTY});

std::string digits_of_amount(std::string_view text) {
  auto amount = std::string(text);
  // A spreadsheet may write blanks behind the sign.
  if (amount.starts_with('$')) amount.erase(0, std::min(amount.find_first_not_of(' ', 1), amount.size()));
  // 1,250.00; a comma that parts no three digits is another country's decimal sign.
  auto const point = std::min(amount.find('.'), amount.size());
  for (auto comma = amount.find(','); comma != std::string::npos && comma < point;
       comma = amount.find(',', comma + 1)) {
    auto const next = std::min({amount.find(',', comma + 1), point, amount.size()});
    if (comma == 0 || next - comma != 4) return {};
  }
  std::erase(amount, ',');
  return amount;
}

// Month before day, as it is written here.
std::string digits_of_date(std::string_view text) {
  auto const dates = dates_in(text);
  return dates.empty() ? std::string{} : fmt::format("{:08}", dates.front());
}

// 1.23E+11 is what a spreadsheet makes of a long number.
bool is_rounded(std::string_view text) {
  auto const exponent = text.find("E+");
  return exponent != std::string_view::npos && exponent > 0 && is_digit(text[0]) &&
         exponent + 2 < text.size() &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(exponent) + 2, text.end(), is_digit);
}

// 4/19/44 may be this century or the last.
bool has_short_year(std::string_view text) {
  auto const year = text.substr(text.find_last_not_of("0123456789") + 1);
  bool const parted = year.size() != text.size();
  bool const year_first = text.find_first_not_of("0123456789") == 4;
  return parted && !year_first && year.size() <= 2;
}

// 123-456-7893, 123 456 7893, and what a spreadsheet makes of a number: 1234567893.0.
std::string digits_of_npi(std::string_view text) {
  if (text.ends_with(".0")) text.remove_suffix(2);
  std::string digits(text);
  std::erase_if(digits, [](char byte) { return byte == '-' || byte == ' '; });
  constexpr std::size_t size = 10;
  return digits.size() == size && std::ranges::all_of(digits, is_digit) ? digits : std::string{};
}

// 12345-6789-01 and 12345 6789 01.
std::string without_gaps(std::string_view text) {
  std::string plain(text);
  std::erase_if(plain, [](char byte) { return byte == '-' || byte == ' '; });
  return std::ranges::all_of(plain, is_digit) ? plain : std::string(text);
}

// HC:99214, with the separator of the file; empty if it has one part only.
std::string composite_of(std::string_view text, char separator) {
  auto composite = in_capitals(text);
  if (composite.find(':') == std::string::npos || separator == '\0') return {};
  std::ranges::replace(composite, ':', separator);
  return composite;
}

// 1 2, 1:2 or 1,2; and AB or A, B, as the paper form has them.
std::string numbers_of_pointers(std::string_view text, char separator) {
  std::string result;
  bool in_number = false;
  bool lettered = false;
  std::size_t count = 0;
  for (char const byte : text) {
    auto const letter = byte >= 'a' ? static_cast<char>(byte - 'a' + 'A') : byte;
    bool const is_lettered = letter >= 'A' && letter <= 'L';
    if (is_digit(byte) && lettered) return {};  // I509 is a diagnosis
    lettered = is_lettered;
    if (!is_digit(byte) && !is_lettered) {
      if (std::string_view(" ,;:").find(byte) == std::string_view::npos) return {};
      in_number = false;
      continue;
    }
    if (is_lettered || !in_number) {
      if (++count > 1) result.push_back(separator);
    }
    in_number = is_digit(byte);
    result.append(is_lettered ? std::to_string(letter - 'A' + 1) : std::string(1, byte));
  }
  constexpr std::size_t most = 4;
  return count > most || (count > 1 && separator == '\0') ? std::string{} : result;
}

// \param separator of components
std::string written(TypedEdits& result, std::string_view value, ValueForm form, std::string_view element,
                    char separator) {
  switch (form) {
    case ValueForm::code:
      return in_capitals(value);
    case ValueForm::amount: {
      auto const amount = digits_of_amount(value);
      auto const point = std::min(amount.find('.'), amount.size());
      auto const money = parse_money(amount);
      constexpr std::size_t cents = 3;  // with the point
      constexpr std::size_t most_digits = 8;
      bool const positive = !amount.empty() && is_digit(amount[0]);
      if (money && positive && amount.size() - point <= cents && point <= most_digits) {
        auto const bare = std::min(amount.find_first_not_of('0'), point - 1);
        return amount.substr(bare, amount.ends_with('.') ? amount.size() - bare - 1 : amount.npos);
      }
      result.refused = fmt::format("value is not an amount for {}; type it like 125.00.", element);
      return {};
    }
    case ValueForm::birth_date:
      if (has_short_year(value)) {
        result.refused = fmt::format(
            "value for {} has a year of two digits; type the whole year, like 04/19/1944.", element);
        return {};
      }
      [[fallthrough]];
    case ValueForm::date: {
      auto date = digits_of_date(value);
      if (date.empty())
        result.refused = fmt::format("value is not a date for {}; type it like 09/14/2026.", element);
      return date;
    }
    case ValueForm::pointers: {
      auto pointers = numbers_of_pointers(value, separator);
      if (pointers.empty())
        result.refused = fmt::format(
            "value is not a diagnosis pointer for {}; type one to four numbers with a space between, like "
            "1 2: 1 is the claim's first diagnosis.",
            element);
      return pointers;
    }
    case ValueForm::number:
      return without_gaps(value);
    case ValueForm::parts: {
      auto parts = composite_of(value, separator);
      if (parts.empty())
        result.refused = fmt::format(
            "value for {} has parts; type them with colons between, like HC:99214 (for CLM05: 11:B:1).",
            element);
      return parts;
    }
    case ValueForm::npi: {
      auto npi = digits_of_npi(value);
      if (npi.empty())
        result.refused = fmt::format("value is not an NPI for {}; type its ten digits.", element);
      return npi;
    }
    case ValueForm::state:
      if (value.size() != 2)
        result.refused = fmt::format("value is not a state for {}; type its two letters, like OH.", element);
      return in_capitals(value);
    case ValueForm::sex:
      if (value.size() != 1) result.refused = fmt::format("value for {} is one letter: F, M or U.", element);
      return in_capitals(value);
    case ValueForm::id:
      if (is_remark_for_id(value))
        result.refused =
            fmt::format("value is a remark, not what {} should be; type the number itself.", element);
      break;
    case ValueForm::text:
      if (is_remark_for_text(value))
        result.refused =
            fmt::format("value is a remark, not what {} should be; type the text itself.", element);
      break;
  }
  return std::string(value);
}

}  // namespace

ValueForm value_form(SegmentView segment, Place place) {
  auto const kind = kind_of(segment.id());
  if (place.component == 0 && place.element == 1 && std::ranges::find(qualified, kind) != qualified.end())
    return ValueForm::code;
  auto const found = std::ranges::find_if(forms, [&](FormOfElement const& known) {
    return known.segment == kind && known.element == place.element && place.component == 0;
  });
  if (found != forms.end()) return found->form;
  if (kind == Kind::NM1 && place.element == 8 && place.component == 0) return ValueForm::code;
  if (kind == Kind::NM1 && place.element == 9) {
    bool const provider = is_provider(segment);
    return provider && (segment[8].empty() || segment[8] == "XX") ? ValueForm::npi : ValueForm::id;
  }
  if (kind == Kind::HI && place.component == 0) return ValueForm::parts;
  if (kind == Kind::DTP && place.element == 3 && segment[2] == "D8") return ValueForm::date;
  return ValueForm::text;
}

std::string fault_of_value(std::string_view value, Typed column) {
  auto const name = name_of(column);
  if (is_spreadsheet_error(value)) {
    return fmt::format(
        "{}: the spreadsheet could not show it (####### or an error such as #NAME?); type it again.", name);
  }
  if (is_rounded(value)) {
    return fmt::format(
        "{} was changed by the spreadsheet (rounded, with an exponent); format the column as text and type "
        "it "
        "again.",
        name);
  }
  if (says_nothing(value))
    return fmt::format("{} does not say anything; type what the element should be.", name);
  auto const plain = plain_letters(value);
  if (auto const character = foreign_character(plain); !character.empty()) {
    return fmt::format("{} contains {}, which is not in the X12 character set; use plain letters.", name,
                       character);
  }
  return {};
}

void put_value(TypedEdits& result, std::string_view value, SegmentView segment, Place place,
               std::span<Place const> others) {
  auto const element = element_name(segment.id(), place.element, place.component);
  auto form = value_form(segment, place);
  // The qualifier of a date may be missing, too, and typed into another row.
  bool const date_alone = kind_of(segment.id()) == Kind::DTP && place.element == 3 && segment[2] != "RD8" &&
                          dates_in(value).size() == 1;
  if (form == ValueForm::text && date_alone) form = ValueForm::date;
  auto const text = written(result, plain_letters(value), form, element, segment.delimiters().component);
  if (!result.refused.empty()) return;
  result.refused = fault_of_qualifier(segment, place, text, element);
  if (!result.refused.empty()) return;
  auto without_component = segment.delimiters();
  if (form == ValueForm::pointers || form == ValueForm::parts) without_component.component = '\0';
  auto const found = delimiter_in(text, without_component);
  if (!found.empty()) {
    result.refused = fmt::format("value contains {}, a delimiter in this file; remove it.", found);
    return;
  }
  // What is there already may lack its qualifier alone.
  if (text == part_at(segment, place)) return add_id_qualifier(result, segment, place, others);
  result.edits.push_back({Edit::What::set, place, text});
  result.say(fmt::format("value into {}", element));
  add_id_qualifier(result, segment, place, others);
}

std::string balance_total(std::vector<Edit>& edits, ClaimView const& claim) {
  auto const total = claim.total();
  auto const typed_for = [&](std::uint32_t segment) {
    return std::ranges::find_if(edits, [&](Edit const& edit) {
      return edit.what == Edit::What::set && edit.place == Place{segment, 2, 0};
    });
  };
  if (!total || typed_for(0) != edits.end()) return {};
  Money before = 0;
  Money after = 0;
  bool changed = false;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    auto const edit = typed_for(line.sv1_index());
    auto const charge = line.charge().empty() ? std::optional<Money>(0) : parse_money(line.charge());
    auto const next = edit == edits.end() ? charge : parse_money(edit->value);
    if (!charge || !next) return {};
    changed = changed || edit != edits.end();
    before += *charge;
    after += *next;
  }
  if (!changed || before != *total || after == before) return {};
  auto const sum = format_cents(to_cents(after));
  edits.push_back({Edit::What::set, {0, 2, 0}, sum});
  return fmt::format("the sum of the lines into CLM02: {}", sum);
}

}  // namespace scrub837
