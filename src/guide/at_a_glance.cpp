#include "src/guide/at_a_glance.hpp"

#include <algorithm>
#include <bit>

#include "src/guide/byte_classes.hpp"
#include "src/guide/values.hpp"

namespace scrub837::guide {
namespace {

using How = GlanceElement::How;

unsigned lowest(std::uint64_t bits) { return static_cast<unsigned>(std::countr_zero(bits)); }

// Where a value that is not empty stands in its segment.
struct Span {
  unsigned first = 0, last = 0;

  [[nodiscard]] unsigned size() const { return last - first; }
  [[nodiscard]] std::uint64_t bits() const { return ~std::uint64_t{0} >> (64U - size()) << first; }
};

class Glance {
 public:
  Glance(SegmentView const& segment, GlanceTable const& use)
      : use_(use),
        segment_(segment),
        text_(segment.text().data()),
        size_(static_cast<unsigned>(segment.text().size())),
        classes_(segment.text(), segment.delimiters().component) {}

  // \param known the first element is one of its codes, in capitals or not
  [[nodiscard]] bool is_right(std::uint64_t separators, bool known) const {
    if (classes_.unusual || separators == 0) return false;
    std::uint64_t filled = 0, place = 1;
    auto const* element = use_.elements.data();
    auto const* const end = element + use_.count;
    for (; separators != 0; ++element, known = false) {
      if (element == end) return false;
      place <<= 1U;
      auto const first = lowest(separators) + 1;
      separators &= separators - 1;
      Span const value{first, separators == 0 ? size_ : lowest(separators)};
      if (value.size() == 0) continue;
      filled |= place;
      if (known && is_plain(value)) continue;
      if (!(element->how == How::composite ? is_composite(*element, value) : is_value(*element, value)))
        return false;
    }
    // The last one is filled, or a separator is one too many.
    return (filled & place) != 0 && (filled & use_.required) == use_.required &&
           std::all_of(use_.notes.begin(), use_.notes.end(),
                       [filled](GlanceNote const& note) { return note.holds(filled); });
  }

 private:
  [[nodiscard]] std::string_view text(Span value) const { return {text_ + value.first, value.size()}; }
  [[nodiscard]] bool is_plain(Span value) const { return (value.bits() & ~classes_.plain) == 0; }
  [[nodiscard]] bool is_digits(Span value) const { return (value.bits() & ~classes_.digits) == 0; }

  [[nodiscard]] bool is_composite(GlanceElement const& element, Span whole) const {
    if (segment_.delimiters().component == '\0') return false;
    auto separators = classes_.component & whole.bits();
    auto first = whole.first;
    auto const* part = use_.elements.data() + element.first_part;
    for (auto number = 1U; number <= element.parts; ++number, ++part) {
      bool const is_last = separators == 0;
      Span const value{first, is_last ? whole.last : lowest(separators)};
      if (value.size() == 0) {
        if (is_last || part->required) return false;
      } else if (!is_value(*part, value)) {
        return false;
      }
      if (is_last) return number >= element.last_required_part;
      first = value.last + 1;
      separators &= separators - 1;
    }
    return false;
  }

  [[nodiscard]] bool is_value(GlanceElement const& element, Span value) const {
    if (value.size() < element.min || value.size() > element.max) return false;
    switch (element.how) {
      case How::plain:
        return is_plain(value) || is_usual(element, value);
      case How::coded:
        return value.size() <= CodeSet::longest_tag && is_one_of(element.tags, pack_tag(text(value)));
      case How::digits:
        return is_digits(value);
      case How::decimal:
        return is_digits(value) || is_decimal(element, value);
      case How::dated:
        return is_dated(element, value);
      case How::date:
        return is_digits(value) && is_date(text(value));
      case How::time:
        return is_digits(value) && is_time(text(value));
      case How::composite:
      case How::unsure:
        break;
    }
    return false;
  }

  [[nodiscard]] static bool is_one_of(std::span<Tag const> tags, Tag tag) {
    // Most have a few, and a look at each is cheaper than a search.
    if (tags.size() <= CodeSet::few) return std::find(tags.begin(), tags.end(), tag) != tags.end();
    return std::binary_search(tags.begin(), tags.end(), tag);
  }

  // Text with blanks, marks or small letters in it.
  [[nodiscard]] bool is_usual(GlanceElement const& element, Span value) const {
    auto const repetition = segment_.delimiters().repetition;
    auto const bytes = text(value);
    return bytes.front() != ' ' && bytes.back() != ' ' && !element.listed &&
           (classes_.component & value.bits()) == 0 &&
           (repetition == '\0' || bytes.find(repetition) == std::string_view::npos);
  }

  // Digits with a point.
  [[nodiscard]] bool is_decimal(GlanceElement const& element, Span value) const {
    auto const point = value.bits() & ~classes_.digits;
    auto const at = lowest(point);
    return (point & (point - 1)) == 0 && text_[at] == '.' && value.size() > 1 &&
           value.last - 1 - at <= element.decimals;
  }

  [[nodiscard]] bool is_dated(GlanceElement const& element, Span value) const {
    auto const format = segment_[element.format_in];
    if (format == "D8") return value.size() == 8 && is_date(text(value));
    return format == "RD8" && is_date_range(text(value));
  }

  GlanceTable const& use_;
  SegmentView const& segment_;
  char const* text_;
  unsigned size_;
  ByteClasses classes_;
};

}  // namespace

bool is_right_at_a_glance(Segment const& token, SegmentView const& segment, BoundGuide::Use const& use) {
  if (segment.text().size() > ByteClasses::room) return false;
  // The use of some is known by what stands in the first element.
  bool const known = use.by_tag && use.first_is_code &&
                     std::find(use.tags->begin(), use.tags->end(), token.qualifier) != use.tags->end();
  return Glance(segment, use.glance).is_right(token.separators, known);
}

}  // namespace scrub837::guide
