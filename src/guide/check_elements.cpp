#include <algorithm>
#include <boost/container/small_vector.hpp>

#include "src/claim/narrative.hpp"
#include "src/claim/typographic.hpp"
#include "src/guide/checks.hpp"
#include "src/guide/split_elements.hpp"
#include "src/guide/values.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::guide {
namespace {

constexpr char first_plain = ' ', last_plain = '~';

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return byte >= first_plain && byte <= last_plain; });
}

bool has_letters(std::string_view text) { return std::ranges::any_of(text, is_letter); }
bool has_small_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

// Codes of lists that are written in capitals, whatever they are.
bool is_in_capitals(std::string_view list) {
  return list != "npi" && list != "postal" && list != "subdivision" && list != "place-of-service";
}

class Elements {
 public:
  Elements(BoundGuide const& guide, SegmentView segment, BoundGuide::Use const& use, ElementPlace where,
           Faults& faults)
      : guide_(&guide),
        segment_(segment),
        use_(&use),
        where_(where),
        faults_(&faults),
        values_(segment.text(), segment.delimiters().element) {}

  void check() {
    auto const filled = values_.filled();
    if (values_.count() > std::max<std::size_t>(filled, 1)) trailing();
    for (std::size_t number = 1; number <= use_->elements.size(); ++number) {
      auto const& element = use_->elements[number - 1];
      auto const value = values_[number];
      if (value.empty()) {
        if (element.usage == Usage::required) add(FaultKind::element_missing, place(number), &element);
        continue;
      }
      one(element, value, number);
    }
    if (filled > use_->elements.size() + 1) surplus(filled);
    notes();
  }

 private:
  [[nodiscard]] Place place(std::size_t number, std::size_t part = 0) const {
    return {where_.segment, static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(part)};
  }
  Fault& add(FaultKind kind, Place at, ElementUse const* element) {
    return faults_->emplace_back(Fault{.kind = kind,
                                       .place = at,
                                       .loop = where_.loop,
                                       .segment = use_->kind,
                                       .use = use_->row,
                                       .element = element});
  }
  static void mend(Fault& fault, std::string value, Applicability how = Applicability::safe) {
    fault.fix = {how, {{Edit::What::set, fault.place, std::move(value)}}, {}};
  }

  // ---- separators

  void trailing() {
    // Its last element is written by the writer (ENV011).
    if (use_->kind == Kind::HL) return;
    auto& fault = add(FaultKind::trailing_separators, place(0), nullptr);
    fault.fix = {Applicability::safe, {{Edit::What::trim, fault.place, {}}}, {}};
  }

  void surplus(std::size_t filled) {
    auto number = use_->elements.size() + 1;
    while (values_[number].empty() && number + 1 < filled) ++number;
    bool text = false;
    for (auto i = number; i < filled; ++i) text = text || has_letters(values_[i]);
    add(text ? FaultKind::separator_in_value : FaultKind::too_many_elements, place(number), nullptr);
  }

  // ---- elements and components

  void one(ElementUse const& element, std::string_view value, std::size_t number) {
    if (element.usage == Usage::not_used) return unused(element, value, number);
    auto const& delimiters = segment_.delimiters();
    // A delimiter that was typed into a narrative is NAR013's; a colon in a note separates nothing.
    bool const narrative =
        (use_->kind == Kind::NTE && number == 2) || (use_->kind == Kind::SV1 && number == 1);
    if (!narrative && delimiters.repetition != '\0' &&
        value.find(delimiters.repetition) != std::string_view::npos && use_->kind != Kind::ISA)
      return repeated(element, value, number);
    if (element.parts > 0) return composite(element, value, number);
    if (!narrative && delimiters.component != '\0' &&
        value.find(delimiters.component) != std::string_view::npos && use_->kind != Kind::ISA)
      return split(element, value, number);
    simple(element, value, place(number));
  }

  void unused(ElementUse const& element, std::string_view value, std::size_t number) {
    if (trimmed(value).empty()) return blank(element, place(number));
    auto& fault = add(FaultKind::element_not_used, place(number), &element);
    mend(fault, {}, Applicability::unsafe);
  }

  void blank(ElementUse const& element, Place at) {
    auto& fault = add(FaultKind::blanks_around, at, &element);
    if (!identifies(at)) mend(fault, {});
  }

  void repeated(ElementUse const& element, std::string_view value, std::size_t number) {
    auto const count =
        static_cast<std::size_t>(std::ranges::count(value, segment_.delimiters().repetition)) + 1;
    if (count <= element.repeats) return;
    auto& fault = add(FaultKind::too_many_repetitions, place(number), &element);
    fault.place.repetition = static_cast<std::uint8_t>(element.repeats + 1);
    fault.other = element.repeats;
  }

  // A component separator in an element that has no components.
  void split(ElementUse const& element, std::string_view value, std::size_t number) {
    auto const rest = value.substr(value.find(segment_.delimiters().component));
    if (rest.find_first_not_of(segment_.delimiters().component) == std::string_view::npos) {
      auto& fault = add(FaultKind::trailing_separators, place(number), &element);
      return mend(fault, std::string(value.substr(0, value.size() - rest.size())));
    }
    add(has_letters(rest) ? FaultKind::separator_in_value : FaultKind::too_many_elements, place(number, 2),
        &element);
  }

  void composite(ElementUse const& element, std::string_view value, std::size_t number) {
    auto const separator = segment_.delimiters().component;
    // Without a separator there is one component.
    SplitElements const parts(value, separator == '\0' ? segment_.delimiters().element : separator);
    auto const filled = parts.filled();
    if (separator != '\0' && parts.count() > std::max<std::size_t>(filled, 1)) {
      auto& fault = add(FaultKind::trailing_separators, place(number), &element);
      auto const end = filled == 0 ? 0 : parts[filled - 1].data() + parts[filled - 1].size() - value.data();
      mend(fault, std::string(value.substr(0, static_cast<std::size_t>(end))));
    }
    auto const uses = guide_->table().parts_of(element);
    for (std::size_t i = 0; i < uses.size(); ++i) {
      auto const part = parts[i];
      if (part.empty()) {
        if (uses[i].usage == Usage::required) missing_part(element, uses[i], number, i, filled);
      } else if (uses[i].usage == Usage::not_used) {
        if (trimmed(part).empty()) {
          blank(uses[i], place(number, i + 1));
        } else {
          auto& fault = add(FaultKind::element_not_used, place(number, i + 1), &uses[i]);
          mend(fault, {}, Applicability::unsafe);
        }
      } else {
        simple(uses[i], part, place(number, i + 1));
      }
    }
    if (filled > uses.size()) {
      bool text = false;
      for (auto i = uses.size(); i < filled; ++i) text = text || has_letters(parts[i]);
      add(text ? FaultKind::separator_in_value : FaultKind::too_many_elements, place(number, uses.size() + 1),
          &element);
    }
  }

  // Of an optional composite nothing is missing that holds nothing.
  void missing_part(ElementUse const& element, ElementUse const& part, std::size_t number, std::size_t index,
                    std::size_t filled) {
    if (filled == 0 && element.usage != Usage::required) return;
    add(FaultKind::element_missing, place(number, index + 1), &part);
  }

  // ---- values

  // What a receiver answers with, or files by: it is never changed.
  [[nodiscard]] bool identifies(Place at) const {
    switch (use_->kind) {
      case Kind::ISA:
        return true;
      case Kind::CLM:
        return at.element == 1;
      case Kind::REF:
        return at.element == 2 && values_[1] == "6R";
      case Kind::BHT:
        return at.element == 3;
      case Kind::ST:
        return at.element == 2;
      case Kind::GS:
        return at.element == 6;
      default:
        return false;
    }
  }

  // NAR007 speaks of these.
  [[nodiscard]] bool is_narrative(Place at) const {
    return (use_->kind == Kind::SV1 && at.element == 1 && at.component == 7) ||
           (use_->kind == Kind::NTE && at.element == 2) || (use_->kind == Kind::PWK && at.element == 6);
  }

  void simple(ElementUse const& element, std::string_view value, Place at) {
    if (use_->kind != Kind::ISA && !is_narrative(at)) {
      if (!is_plain(value)) characters(element, value, at);
      if (value.front() == ' ' || value.back() == ' ') {
        auto const inner = trimmed(value);
        if (inner.empty()) return blank_value(element, at);
        // Words where a modifier belongs are a description in pieces.
        if (is_modifier(element) && inner.size() != element.max) return;
        auto& fault = add(FaultKind::blanks_around, at, &element);
        if (!identifies(at)) mend(fault, std::string(inner));
        value = inner;
      }
    }
    if (element.codes != none && !coded(element, value, at)) return;
    if (element.list != none && has_small_letters(value) &&
        is_in_capitals(guide_->table().lists[element.list].name)) {
      auto& fault = add(FaultKind::lower_case, at, &element);
      mend(fault, upper(value));
    }
    typed(element, value, at);
  }

  [[nodiscard]] bool is_modifier(ElementUse const& element) const {
    return element.list != none && guide_->table().lists[element.list].name == "modifier";
  }

  void blank_value(ElementUse const& element, Place at) {
    blank(element, at);
    if (element.usage == Usage::required && identifies(at)) add(FaultKind::element_missing, at, &element);
  }

  void characters(ElementUse const& element, std::string_view value, Place at) {
    auto& fault = add(FaultKind::bad_character, at, &element);
    if (is_garbled(value) || identifies(at)) return;
    auto tidy = tidied(value, segment_.delimiters());
    if (is_plain(tidy) && tidy != value) return mend(fault, std::move(tidy));
    auto plain = without_accents(tidy);
    if (!is_plain(plain)) return;
    fault.mild = true;
    mend(fault, std::move(plain), Applicability::unsafe);
  }

  // \return whether it is one of the codes
  bool coded(ElementUse const& element, std::string_view value, Place at) {
    auto const& codes = guide_->table().code_sets[element.codes];
    auto bare = value;
    while (element.type == Type::integer && bare.size() > 1 && bare.front() == '0') bare.remove_prefix(1);
    if (codes.contains(bare)) return true;
    auto const capital = upper(value);
    bool const small = capital != value && codes.contains(capital);
    auto& fault = add(small ? FaultKind::lower_case : FaultKind::code_not_in_list, at, &element);
    if (small) mend(fault, capital);
    return false;
  }

  void length(ElementUse const& element, std::size_t size, Place at) {
    if (size < element.min) {
      add(FaultKind::too_short, at, &element).other = static_cast<std::uint8_t>(element.min);
    } else if (size > element.max) {
      add(FaultKind::too_long, at, &element).other =
          static_cast<std::uint8_t>(std::min<std::uint16_t>(element.max, 255));
    }
  }

  void typed(ElementUse const& element, std::string_view value, Place at) {
    switch (element.type) {
      case Type::text:
      case Type::code:
        return text(element, value, at);
      case Type::integer:
      case Type::decimal:
        return number(element, value, at);
      case Type::date:
        if (!is_date(value) || value.size() < element.min || value.size() > element.max)
          add(FaultKind::not_a_date, at, &element);
        return;
      case Type::time:
        if (!is_time(value) || value.size() < element.min || value.size() > element.max)
          add(FaultKind::not_a_date, at, &element);
        return;
      case Type::composite:
        return;
    }
  }

  void text(ElementUse const& element, std::string_view value, Place at) {
    if (element.format_in != 0) {
      auto const format = upper(trimmed(values_[element.format_in]));
      if ((format == "D8" && (value.size() != 8 || !is_date(value))) ||
          (format == "RD8" && !is_date_range(value))) {
        add(FaultKind::not_a_date, at, &element);
        return;
      }
    }
    auto const size =
        value.size() < element.min || value.size() > element.max ? length_of(value) : value.size();
    if (size < element.min || size > element.max) return length(element, size, at);
    // A receiver has to keep so many (RFI 525), and may keep more.
    constexpr std::size_t claim_number = 20, line_number = 30;
    if (identifies(at) && size > line_number - (use_->kind == Kind::CLM ? line_number - claim_number : 0) &&
        (use_->kind == Kind::CLM || use_->kind == Kind::REF)) {
      auto& fault = add(FaultKind::too_long, at, &element);
      fault.other = static_cast<std::uint8_t>(use_->kind == Kind::CLM ? claim_number : line_number);
      fault.mild = true;
    }
  }

  void number(ElementUse const& element, std::string_view value, Place at) {
    auto const read = number_of(value);
    if (!read.valid || (element.type == Type::integer && read.point)) {
      add(FaultKind::not_a_number, at, &element);
      return;
    }
    if (read.decimals > element.decimals) {
      add(FaultKind::too_many_decimals, at, &element).other = element.decimals;
      return;
    }
    // Zeros in front say nothing, and make a number of N0 as long as it must be.
    auto const size =
        element.type == Type::integer ? value.size() - (value.front() == '-' ? 1 : 0) : read.digits;
    length(element, size, at);
  }

  // ---- elements that go together

  void notes() {
    boost::container::small_vector<std::uint8_t, 4> said;  // one fault an element
    for (auto const& note : guide_->table().forms[use_->row->form].notes) {
      auto const broken = broken_at(note);
      if (broken == 0 || std::ranges::find(said, broken) != said.end()) continue;
      said.push_back(broken);
      auto& fault = add(FaultKind::elements_conflict, place(broken), &use_->elements[broken - 1U]);
      fault.note = note.kind;
      for (auto const number : note.elements) {
        if (number != broken && (fault.other == 0 || has(number))) fault.other = number;
      }
    }
  }

  [[nodiscard]] bool has(std::size_t number) const { return !values_[number].empty(); }
  [[nodiscard]] bool is_used(std::size_t number) const {
    return use_->elements[number - 1].usage != Usage::not_used;
  }

  // The element that is missing, or that is one too many; 0: the note holds. What is not used is reported as
  // that.
  [[nodiscard]] std::uint8_t broken_at(SyntaxNote const& note) const {
    auto const& elements = note.elements;
    auto const is_filled = [&](std::uint8_t number) { return has(number) && is_used(number); };
    auto const missing = [&](auto begin, auto end) -> std::uint8_t {
      auto const found =
          std::find_if(begin, end, [&](std::uint8_t number) { return !has(number) && is_used(number); });
      return found == end ? std::uint8_t{0} : *found;
    };
    switch (note.kind) {
      case 'P':
        return std::ranges::any_of(elements, is_filled) ? missing(elements.begin(), elements.end())
                                                        : std::uint8_t{0};
      case 'R':
        return std::ranges::any_of(elements, [&](auto number) { return has(number); })
                   ? std::uint8_t{0}
                   : missing(elements.begin(), elements.end());
      case 'E': {
        auto const count = std::ranges::count_if(elements, is_filled);
        return count > 1 ? *std::ranges::find_if(elements.rbegin(), elements.rend(), is_filled)
                         : std::uint8_t{0};
      }
      case 'C':
        return is_filled(elements[0]) ? missing(elements.begin() + 1, elements.end()) : std::uint8_t{0};
      case 'L':
        return is_filled(elements[0]) && std::none_of(elements.begin() + 1, elements.end(),
                                                      [&](auto number) { return has(number); })
                   ? missing(elements.begin() + 1, elements.end())
                   : std::uint8_t{0};
      default:
        return 0;
    }
  }

  BoundGuide const* guide_;
  SegmentView segment_;
  BoundGuide::Use const* use_;
  ElementPlace where_;
  Faults* faults_;
  SplitElements values_;
};

}  // namespace

void check_elements(BoundGuide const& guide, SegmentView segment, BoundGuide::Use const& use,
                    ElementPlace where, Faults& faults) {
  Elements(guide, segment, use, where, faults).check();
}

}  // namespace scrub837::guide
