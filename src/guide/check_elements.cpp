#include <algorithm>

#include "src/claim/narrative.hpp"
#include "src/guide/one_cause.hpp"
#include "src/guide/segment_check.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::guide {
namespace {

bool has_letters(std::string_view text) { return std::ranges::any_of(text, is_letter); }

// Which elements and components are there: separators, usage and repetitions.
class Elements {
 public:
  explicit Elements(SegmentCheck const& check)
      : check_(&check),
        uses_(check.use.elements),
        values_(&check.elements),
        delimiters_(check.segment.delimiters()) {}

  void check() const {
    auto const filled = values_->filled();
    if (values_->count() > std::max<std::size_t>(filled, 1)) trailing();
    auto const last =
        std::min(uses_.size(), std::max<std::size_t>(filled, check_->use.last_required + 1U) - 1);
    for (std::size_t number = 1; number <= last; ++number) {
      auto const& element = uses_[number - 1];
      auto const value = (*values_)[number];
      if (!value.empty()) {
        one(element, value, number);
      } else if (element.usage == Usage::required) {
        add(FaultKind::element_missing, place(number), &element);
      }
    }
    if (filled > uses_.size() + 1 && !one_more(uses_.size() + 1))
      surplus(*values_, uses_.size() + 1, [&](auto number) { return place(number); });
  }

 private:
  [[nodiscard]] Place place(std::size_t number, std::size_t part = 0) const {
    return check_->place(number, part);
  }
  Fault& add(FaultKind kind, Place at, ElementUse const* element) const {
    return check_->add(kind, at, element);
  }

  void trailing() const {
    // Its last element is written by the writer (ENV011).
    if (check_->use.kind == Kind::HL) return;
    auto& fault = add(FaultKind::trailing_separators, place(0), nullptr);
    fault.fix = {Applicability::safe, {{Edit::What::trim, fault.place, {}}}, {}};
  }

  // The element behind the last one is another of its kind: a 13th diagnosis.
  [[nodiscard]] bool one_more(std::size_t number) const {
    if (uses_.empty() || uses_.back().parts == 0 || delimiters_.component == '\0') return false;
    auto const& qualifier = check_->guide.table().parts_of(uses_.back()).front();
    auto const value = (*values_)[number];
    auto const code = value.substr(0, value.find(delimiters_.component));
    if (qualifier.codes == none || !check_->guide.table().code_sets[qualifier.codes].contains(code))
      return false;
    add(FaultKind::too_many_repetitions, place(number), &uses_.back()).other =
        static_cast<std::uint8_t>(uses_.size());
    return true;
  }

  // More parts than there can be: words say that a separator was typed into a value.
  template <typename PlaceOf>
  void surplus(SplitElements const& parts, std::size_t first, PlaceOf place_of) const {
    while (parts[first].empty() && first + 1 < parts.filled()) ++first;
    // A diagnosis more than there may be is no value with a separator in it.
    if (&parts == values_ && check_->use.kind == Kind::HI) {
      add(FaultKind::too_many_repetitions, place_of(first), &uses_.back()).other =
          static_cast<std::uint8_t>(uses_.size());
      return;
    }
    bool text = false;
    for (auto i = first; i < parts.filled(); ++i) text = text || has_letters(parts[i]);
    add(text ? FaultKind::separator_in_value : FaultKind::too_many_elements, place_of(first), nullptr);
  }

  void one(ElementUse const& element, std::string_view value, std::size_t number) const {
    if (element.usage == Usage::not_used) return unused(element, value, place(number));
    // A delimiter that was typed into a narrative is NAR013's; a colon in a note separates nothing.
    auto const kind = check_->use.kind;
    bool const own_delimiters =
        kind == Kind::ISA || (kind == Kind::NTE && number == 2) || (kind == Kind::SV1 && number == 1);
    auto const has = [&](bool somewhere, char separator) {
      return somewhere && !own_delimiters && value.find(separator) != std::string_view::npos;
    };
    if (element.parts > 0 && trimmed(value).empty()) return blank_value(*check_, element, place(number));
    if (has(check_->look.repetition, delimiters_.repetition)) return repeated(element, value, number);
    if (element.parts > 0) return composite(element, value, number);
    if (has(check_->look.component, delimiters_.component)) return split(element, value, number);
    check_value(*check_, element, value, place(number));
  }

  void unused(ElementUse const& element, std::string_view value, Place at) const {
    if (trimmed(value).empty()) return blank_value(*check_, element, at);
    SegmentCheck::mend(add(FaultKind::element_not_used, at, &element), {}, Applicability::unsafe);
  }

  void repeated(ElementUse const& element, std::string_view value, std::size_t number) const {
    auto const count = static_cast<std::size_t>(std::ranges::count(value, delimiters_.repetition)) + 1;
    if (count <= element.repeats) return;
    auto& fault = add(FaultKind::too_many_repetitions, place(number), &element);
    fault.place.repetition = static_cast<std::uint8_t>(element.repeats + 1);
    fault.other = element.repeats;
  }

  // A component separator in an element that has no components.
  void split(ElementUse const& element, std::string_view value, std::size_t number) const {
    auto const rest = value.substr(value.find(delimiters_.component));
    if (rest.find_first_not_of(delimiters_.component) == std::string_view::npos) {
      return SegmentCheck::mend(add(FaultKind::trailing_separators, place(number), &element),
                                std::string(value.substr(0, value.size() - rest.size())));
    }
    add(has_letters(rest) ? FaultKind::separator_in_value : FaultKind::too_many_elements, place(number, 2),
        &element);
  }

  void composite(ElementUse const& element, std::string_view value, std::size_t number) const {
    // Without a separator there is one component.
    bool const separated = delimiters_.component != '\0';
    SplitElements const parts(value, separated ? delimiters_.component : delimiters_.element);
    auto const filled = parts.filled();
    if (separated && parts.count() > std::max<std::size_t>(filled, 1)) {
      auto const end = filled == 0 ? 0 : parts[filled - 1].data() + parts[filled - 1].size() - value.data();
      SegmentCheck::mend(add(FaultKind::trailing_separators, place(number), &element),
                         std::string(value.substr(0, static_cast<std::size_t>(end))));
    }
    auto const uses = check_->guide.table().parts_of(element);
    // Of an optional composite nothing is missing that holds nothing.
    bool const wanted = filled > 0 || element.usage == Usage::required;
    for (std::size_t i = 0; i < uses.size(); ++i) {
      auto const at = place(number, i + 1);
      if (parts[i].empty()) {
        if (wanted && uses[i].usage == Usage::required) add(FaultKind::element_missing, at, &uses[i]);
      } else if (uses[i].usage == Usage::not_used) {
        unused(uses[i], parts[i], at);
      } else {
        check_value(*check_, uses[i], parts[i], at);
      }
    }
    if (filled > uses.size()) surplus(parts, uses.size(), [&](auto part) { return place(number, part + 1); });
  }

  SegmentCheck const* check_;
  std::span<ElementUse const> uses_;
  SplitElements const* values_;
  Delimiters delimiters_;
};

}  // namespace

void check_all_elements(SegmentCheck const& check) {
  Elements(check).check();
  if (!check.guide.table().forms[check.use.row->form].notes.empty()) check_syntax_notes(check);
}

void check_elements(BoundGuide const& guide, SegmentView segment, BoundGuide::Use const& use,
                    ElementPlace where, Faults& faults) {
  SplitElements const elements(segment);
  SegmentLook const look(segment.text(), segment.delimiters());
  SegmentCheck const check{guide, segment, use, where, faults, elements, look};
  auto const first = faults.size();
  check_all_elements(check);
  // What follows a diagnosis that ran into the next one is a single part too many.
  auto const causes = use.kind == Kind::HI ? std::size_t{1} : std::size_t{2};
  if (faults.size() >= first + causes) leave_one_cause(check, first);
}

}  // namespace scrub837::guide
