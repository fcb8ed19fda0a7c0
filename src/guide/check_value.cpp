#include <algorithm>

#include "src/claim/narrative.hpp"
#include "src/claim/typographic.hpp"
#include "src/claim/without_hyphens.hpp"
#include "src/guide/segment_check.hpp"
#include "src/guide/values.hpp"

namespace scrub837::guide {
namespace {

constexpr char first_plain = ' ', last_plain = '~';

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return byte >= first_plain && byte <= last_plain; });
}

bool has_small_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

// Codes of lists that are written in capitals, whatever they are.
bool is_in_capitals(std::string_view list) {
  return list != "npi" && list != "postal" && list != "subdivision" && list != "place-of-service";
}

class Value {
 public:
  Value(SegmentCheck const& check, ElementUse const& element, Place at)
      : check_(&check), element_(&element), at_(at) {}

  void check(std::string_view value) {
    if (check_->use.kind != Kind::ISA && !is_narrative()) {
      if (check_->look.unusual && !is_plain(value)) characters(value);
      if (value.front() == ' ' || value.back() == ' ') {
        auto const inner = trimmed(value);
        if (inner.empty()) return blank_value(*check_, *element_, at_);
        // In K3 the position of a character says what it is.
        if (check_->use.kind == Kind::K3) return typed(value);
        // Words where a modifier belongs are a description in pieces.
        if (list() == "modifier" && inner.size() != element_->max) return;
        auto& fault = add(FaultKind::blanks_around);
        if (!check_->identifies(at_)) SegmentCheck::mend(fault, std::string(inner));
        value = inner;
      }
    }
    if (element_->codes != none && !coded(value)) return;
    if (check_->look.small && element_->list != none && has_small_letters(value) && is_in_capitals(list()))
      SegmentCheck::mend(add(FaultKind::lower_case), upper(value));
    typed(value);
  }

 private:
  Fault& add(FaultKind kind) const { return check_->add(kind, at_, element_); }
  [[nodiscard]] std::string_view list() const {
    return element_->list == none ? std::string_view{} : check_->guide.table().lists[element_->list].name;
  }

  // NAR007 speaks of these.
  [[nodiscard]] bool is_narrative() const {
    auto const kind = check_->use.kind;
    return (kind == Kind::SV1 && at_.element == 1 && at_.component == 7) ||
           (kind == Kind::NTE && at_.element == 2) || (kind == Kind::PWK && at_.element == 6);
  }

  void characters(std::string_view value) const {
    auto& fault = add(FaultKind::bad_character);
    if (is_garbled(value) || check_->identifies(at_)) return;
    auto tidy = tidied(value, check_->segment.delimiters());
    if (is_plain(tidy) && tidy != value) return SegmentCheck::mend(fault, std::move(tidy));
    auto plain = without_accents(tidy);
    if (!is_plain(plain)) return;
    fault.mild = true;
    SegmentCheck::mend(fault, std::move(plain), Applicability::unsafe);
  }

  // \return whether it is one of the codes
  [[nodiscard]] bool coded(std::string_view value) const {
    auto const& codes = check_->guide.table().code_sets[element_->codes];
    auto bare = value;
    while (element_->type == Type::integer && bare.size() > 1 && bare.front() == '0') bare.remove_prefix(1);
    if (codes.contains(bare)) return true;
    auto const capital = upper(value);
    bool const small = capital != value && codes.contains(capital);
    auto& fault = add(small ? FaultKind::lower_case : FaultKind::code_not_in_list);
    if (small) SegmentCheck::mend(fault, capital);
    return false;
  }

  void typed(std::string_view value) const {
    auto const fits = value.size() >= element_->min && value.size() <= element_->max;
    switch (element_->type) {
      case Type::text:
      case Type::code:
        return text(value);
      case Type::integer:
      case Type::decimal:
        return number(value);
      case Type::date:
        if (!fits || !is_date(value)) not_a_date(is_digits(value, element_->max));
        return;
      case Type::time:
        if (!fits || !is_time(value)) not_a_date(is_digits(value, 4));
        return;
      case Type::composite:
        return;
    }
  }

  static constexpr std::size_t day_size = 8;

  // \param digits it looks like one: the day or hour does not exist
  void not_a_date(bool digits) const { add(FaultKind::not_a_date).no_such_day = digits; }

  void text(std::string_view value) const {
    if (element_->format_in != 0) {
      auto const format = upper(trimmed(check_->elements[element_->format_in]));
      bool const day = value.size() == day_size && is_date(value);
      if (format == "D8" && !day) return not_a_date(is_digits(value, day_size));
      if (format == "RD8" && !is_date_range(value)) {
        bool const two = value.size() == 2 * day_size + 1 && value[day_size] == '-' &&
                         is_digits(value.substr(0, day_size), day_size) &&
                         is_digits(value.substr(day_size + 1), day_size);
        not_a_date(two);
        check_->faults.back().is_range = true;
        return;
      }
    }
    // Most have as many bytes as characters.
    auto const size =
        value.size() < element_->min || value.size() > element_->max ? length_of(value) : value.size();
    if (size < element_->min || size > element_->max) return length(size);
    // A receiver has to keep so many (RFI 525), and may keep more.
    constexpr std::size_t claim_number = 20, line_number = 30;
    auto const kept = check_->use.kind == Kind::CLM   ? claim_number
                      : check_->use.kind == Kind::REF ? line_number
                                                      : std::size_t{element_->max};
    if (size <= kept || !check_->identifies(at_)) return;
    auto& fault = add(FaultKind::too_long);
    fault.other = static_cast<std::uint8_t>(kept);
    fault.mild = true;
  }

  void number(std::string_view value) const {
    auto const read = number_of(value);
    if (!read.valid || (element_->type == Type::integer && read.point)) {
      add(FaultKind::not_a_number);
    } else if (read.decimals > element_->decimals) {
      add(FaultKind::too_many_decimals).other = element_->decimals;
    } else {
      // Zeros in front say nothing, and make a number of N0 as long as it must be.
      length(element_->type == Type::integer ? value.size() - (value.front() == '-' ? 1 : 0) : read.digits);
    }
  }

  void length(std::size_t size) const {
    constexpr std::uint16_t most = 255;
    if (size < element_->min) {
      add(FaultKind::too_short).other = static_cast<std::uint8_t>(element_->min);
    } else if (size > element_->max) {
      add(FaultKind::too_long).other = static_cast<std::uint8_t>(std::min(element_->max, most));
    }
  }

  SegmentCheck const* check_;
  ElementUse const* element_;
  Place at_;
};

}  // namespace

void check_value(SegmentCheck const& check, ElementUse const& element, std::string_view value, Place at) {
  Value(check, element, at).check(value);
}

namespace {

bool is_blank(std::string_view text) { return trimmed(text).empty(); }

// Whether nothing but blanks stands from a part on.
bool is_blank_from(SplitElements const& parts, std::size_t first) {
  for (auto i = first; i < parts.count(); ++i) {
    if (!is_blank(parts[i])) return false;
  }
  return true;
}

// Blanks alone at the end of a segment or composite are one fault, that of the first of them, and go with the
// separators. \param number of the part, from 0; \param place_of makes a place of it
template <typename PlaceOf>
void blank_end(SegmentCheck const& check, ElementUse const& element, SplitElements const& parts,
               std::size_t number, PlaceOf place_of, Place whole) {
  for (auto before = number; before-- > 1 && is_blank(parts[before]);) {
    if (!parts[before].empty()) return;
  }
  auto& fault = check.add(FaultKind::blanks_around, place_of(number), &element);
  SegmentCheck::mend(fault, {});
  for (auto i = number + 1; i < parts.count(); ++i) {
    if (!parts[i].empty()) fault.fix.edits.push_back({Edit::What::set, place_of(i), {}});
  }
  fault.fix.edits.push_back({Edit::What::trim, whole, {}});
}

}  // namespace

void blank_value(SegmentCheck const& check, ElementUse const& element, Place at) {
  if (check.identifies(at)) {
    check.add(element.usage == Usage::required ? FaultKind::element_missing : FaultKind::blanks_around, at,
              &element);
    return;
  }
  auto const component = check.segment.delimiters().component;
  if (at.component != 0 && component != '\0') {
    SplitElements const parts(check.elements[at.element], component);
    if (is_blank_from(parts, at.component - 1U))
      return blank_end(
          check, element, parts, at.component - 1U,
          [&](std::size_t part) { return check.place(at.element, part + 1); }, check.place(at.element));
  } else if (check.use.kind != Kind::HL && is_blank_from(check.elements, at.element)) {
    return blank_end(
        check, element, check.elements, at.element, [&](std::size_t number) { return check.place(number); },
        check.place(0));
  }
  SegmentCheck::mend(check.add(FaultKind::blanks_around, at, &element), {});
}

}  // namespace scrub837::guide
