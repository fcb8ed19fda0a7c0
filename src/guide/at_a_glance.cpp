#include "src/guide/at_a_glance.hpp"

#include <algorithm>
#include <bit>

#include "src/guide/byte_classes.hpp"
#include "src/guide/values.hpp"

namespace scrub837::guide {
namespace {

constexpr std::uint64_t bit(unsigned number) { return std::uint64_t{1} << number; }
unsigned lowest(std::uint64_t bits) { return static_cast<unsigned>(std::countr_zero(bits)); }

// Where a value that is not empty stands in its segment.
struct Span {
  unsigned first = 0, last = 0;

  [[nodiscard]] unsigned size() const { return last - first; }
  [[nodiscard]] std::uint64_t bits() const { return ~std::uint64_t{0} >> (64U - size()) << first; }
};

class Glance {
 public:
  Glance(BoundGuide const& guide, SegmentView const& segment, BoundGuide::Use const& use)
      : table_(guide.table()),
        use_(use),
        segment_(segment),
        text_(segment.text()),
        classes_(text_, segment.delimiters().component) {}

  [[nodiscard]] bool is_right(std::uint64_t separators, bool first_is_known) const {
    if (classes_.unusual || separators == 0) return false;
    std::uint64_t filled = 0, place = 1;
    auto const* element = use_.elements.data();
    auto const* const end = element + use_.elements.size();
    bool known = first_is_known;
    for (; separators != 0; ++element) {
      if (element == end) return false;
      place <<= 1U;
      auto const first = lowest(separators) + 1;
      separators &= separators - 1;
      Span const value{first, separators == 0 ? size() : lowest(separators)};
      if (value.size() != 0) {
        filled |= place;
        // A token takes a code in lower case for what it means.
        bool const is_code = known && (value.bits() & ~classes_.plain) == 0;
        if (!is_code && !(element->parts > 0 ? is_composite(*element, value) : is_value(*element, value)))
          return false;
      }
      known = false;
    }
    // The last one is filled, or a separator is one too many.
    return (filled & place) != 0 && (filled & use_.required_elements) == use_.required_elements &&
           go_together(filled);
  }

 private:
  [[nodiscard]] unsigned size() const { return static_cast<unsigned>(text_.size()); }
  [[nodiscard]] std::string_view text(Span value) const { return {text_.data() + value.first, value.size()}; }

  [[nodiscard]] bool is_composite(ElementUse const& element, Span whole) const {
    if (element.usage == Usage::not_used || segment_.delimiters().component == '\0') return false;
    auto separators = classes_.component & whole.bits();
    auto first = whole.first;
    auto const* part = table_.elements.data() + element.first_part;
    for (auto left = unsigned{element.parts}; left > 0; --left, ++part) {
      bool const is_last = separators == 0;
      Span const value{first, is_last ? whole.last : lowest(separators)};
      if (value.size() == 0) {
        if (is_last || part->usage == Usage::required) return false;
      } else if (!is_value(*part, value)) {
        return false;
      }
      if (is_last) return element.parts - left + 1 >= element.last_required_part;
      first = value.last + 1;
      separators &= separators - 1;
    }
    return false;
  }

  [[nodiscard]] bool is_value(ElementUse const& element, Span value) const {
    if (element.usage == Usage::not_used || value.size() < element.min || value.size() > element.max)
      return false;
    auto const bits = value.bits();
    if (element.codes != none && !table_.code_sets[element.codes].contains(text(value))) return false;
    switch (element.type) {
      case Type::text:
      case Type::code:
        return ((bits & ~classes_.plain) == 0 || is_usual(element, value)) && is_text(element, value);
      case Type::integer:
        return (bits & ~classes_.digits) == 0;
      case Type::decimal:
        return element.min <= 1 &&
               ((bits & ~classes_.digits) == 0 || is_decimal(element, value, bits & ~classes_.digits));
      case Type::date:
        return (bits & ~classes_.digits) == 0 && is_date(text(value));
      case Type::time:
        return (bits & ~classes_.digits) == 0 && is_time(text(value));
      case Type::composite:
        return false;
    }
    return false;
  }

  // Text with blanks, marks or small letters in it.
  [[nodiscard]] bool is_usual(ElementUse const& element, Span value) const {
    auto const& delimiters = segment_.delimiters();
    auto const bytes = text(value);
    return bytes.front() != ' ' && bytes.back() != ' ' && element.list == none &&
           (classes_.component & value.bits()) == 0 &&
           (delimiters.repetition == '\0' || bytes.find(delimiters.repetition) == std::string_view::npos);
  }

  // Digits with a point.
  [[nodiscard]] bool is_decimal(ElementUse const& element, Span value, std::uint64_t point) const {
    auto const at = lowest(point);
    return (point & (point - 1)) == 0 && text_[at] == '.' && value.size() > 1 &&
           value.last - 1 - at <= element.decimals;
  }

  [[nodiscard]] bool is_text(ElementUse const& element, Span value) const {
    // Of a number that is answered with, a receiver keeps as much.
    constexpr unsigned kept = 20;
    if (value.size() > kept && (use_.kind == Kind::CLM || use_.kind == Kind::REF)) return false;
    if (element.format_in == 0) return true;
    auto const format = segment_[element.format_in];
    if (format == "D8") return value.size() == 8 && is_date(text(value));
    return format == "RD8" && is_date_range(text(value));
  }

  [[nodiscard]] bool go_together(std::uint64_t filled) const {
    for (auto const& note : use_.notes) {
      auto const all = filled & note.elements;
      bool const first = (filled & note.first) != 0;
      bool const holds = note.kind == 'P'   ? all == 0 || all == note.elements
                         : note.kind == 'R' ? all != 0
                         : note.kind == 'E' ? (all & (all - 1)) == 0
                         : note.kind == 'C' ? !first || all == note.elements
                         : note.kind == 'L' ? !first || all != note.first
                                            : false;
      if (!holds) return false;
    }
    return true;
  }

  Table const& table_;
  BoundGuide::Use const& use_;
  SegmentView const& segment_;
  std::string_view text_;
  ByteClasses classes_;
};

}  // namespace

bool is_right_at_a_glance(BoundGuide const& guide, Segment const& token, SegmentView const& segment,
                          BoundGuide::Use const& use) {
  if (segment.text().size() > ByteClasses::room) return false;
  // The use of some is known by what stands in the first element.
  bool const known = use.by_tag && use.first_is_code &&
                     std::find(use.tags->begin(), use.tags->end(), token.qualifier) != use.tags->end();
  return Glance(guide, segment, use).is_right(token.separators, known);
}

}  // namespace scrub837::guide
