#include "src/guide/at_a_glance.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "src/guide/byte_classes.hpp"
#include "src/guide/values.hpp"

namespace scrub837::guide {
namespace {

using How = GlanceElement::How;

unsigned place_of(std::uint64_t bit) { return static_cast<unsigned>(std::countr_zero(bit)); }
std::uint64_t lowest(std::uint64_t bits) { return bits & (0 - bits); }

// Where a value that is not empty stands in its segment: bits of its first byte, and of the one behind its
// last.
struct Span {
  std::uint64_t begin = 0, end = 0;

  [[nodiscard]] std::uint64_t bits() const { return end - begin; }
  [[nodiscard]] std::uint64_t ends() const { return begin | end >> 1U; }
  [[nodiscard]] unsigned first() const { return place_of(begin); }
  [[nodiscard]] unsigned size() const { return place_of(end) - place_of(begin); }
};

class Glance {
 public:
  Glance(SegmentView const& segment, GlanceTable const& use)
      : use_(use),
        segment_(segment),
        text_(segment.text().data()),
        classes_(segment.text(), segment.delimiters(), segment.separators()) {}

  [[nodiscard]] bool is_right() const {
    auto separators = segment_.separators();
    if (classes_.unusual || separators == 0) return false;
    auto const behind = std::uint64_t{1} << segment_.text().size();
    std::uint64_t filled = 0, place = 1;
    auto const* element = use_.elements.data();
    for (auto const* const end = element + use_.count; separators != 0; ++element) {
      if (element == end) return false;
      place <<= 1U;
      auto const separator = lowest(separators);
      separators ^= separator;
      Span const value{separator << 1U, separators == 0 ? behind : lowest(separators)};
      if (value.bits() == 0) continue;
      filled |= place;
      if (!(element->how == How::composite ? is_composite(*element, value) : is_value(*element, value)))
        return false;
    }
    // The last one is filled, or a separator is one too many.
    if ((filled & place) == 0 || (filled & use_.required) != use_.required) return false;
    for (auto const& note : use_.notes) {
      if (!note.holds(filled)) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] std::string_view text(Span value) const { return {text_ + value.first(), value.size()}; }
  [[nodiscard]] bool is_digits(Span value) const { return (value.bits() & ~classes_.digits) == 0; }

  [[nodiscard]] bool is_composite(GlanceElement const& element, Span whole) const {
    if (segment_.delimiters().component == '\0') return false;
    auto separators = classes_.components & whole.bits();
    auto begin = whole.begin;
    auto const* part = use_.elements.data() + element.first_part;
    for (auto number = 1U; number <= element.parts; ++number, ++part) {
      bool const is_last = separators == 0;
      Span const value{begin, is_last ? whole.end : lowest(separators)};
      if (value.bits() == 0) {
        if (is_last || part->required) return false;
      } else if (!is_value(*part, value)) {
        return false;
      }
      if (is_last) return number >= element.last_required_part;
      begin = value.end << 1U;
      separators &= separators - 1;
    }
    return false;
  }

  // Most are text or a code: these two are looked at on the spot.
  [[nodiscard, gnu::always_inline]] bool is_value(GlanceElement const& element, Span value) const {
    auto const size = value.size();
    if (size < element.min || size > element.max) return false;
    if (element.how == How::plain)
      return (value.bits() & ~classes_.plain) == 0 || (!element.listed && is_text(value));
    if (element.how == How::coded)
      return size <= CodeSet::longest_tag && is_one_of(element.tags, tag_of(value, size));
    return is_number_or_date(element, value);
  }

  [[nodiscard]] bool is_number_or_date(GlanceElement const& element, Span value) const {
    switch (element.how) {
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
      default:
        return false;
    }
  }

  // The last four bytes up to the value's end are read in one: at least an id and a separator stand before
  // it.
  [[nodiscard]] Tag tag_of(Span value, unsigned size) const {
    Tag tag = 0;
    std::memcpy(&tag, text_ + place_of(value.end) - sizeof tag, sizeof tag);
    if constexpr (std::endian::native == std::endian::little) tag = __builtin_bswap32(tag);
    constexpr std::array<Tag, CodeSet::longest_tag + 1> of_size{0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF};
    return tag & of_size[size];
  }

  [[nodiscard]] static bool is_one_of(std::span<Tag const> tags, Tag tag) {
    if (tags.size() > CodeSet::few) return std::binary_search(tags.begin(), tags.end(), tag);
    // Most have a few, and a look at each is cheaper than a search.
    for (auto const one : tags) {
      if (one == tag) return true;
    }
    return false;
  }

  // Text with blanks, marks or small letters in it.
  [[nodiscard]] bool is_text(Span value) const {
    return (value.bits() & classes_.separators) == 0 && (value.ends() & classes_.blanks) == 0;
  }

  // Digits with a point.
  [[nodiscard]] bool is_decimal(GlanceElement const& element, Span value) const {
    auto const point = value.bits() & ~classes_.digits;
    auto const at = place_of(point);
    return (point & (point - 1)) == 0 && text_[at] == '.' && value.size() > 1 &&
           place_of(value.end) - 1 - at <= element.decimals;
  }

  [[nodiscard]] bool is_dated(GlanceElement const& element, Span value) const {
    auto const format = segment_[element.format_in];
    if (format == "D8") return value.size() == 8 && is_date(text(value));
    return format == "RD8" && is_date_range(text(value));
  }

  GlanceTable const& use_;
  SegmentView const& segment_;
  char const* text_;
  ByteClasses classes_;
};

}  // namespace

namespace {

using Look = bool (*)(SegmentView const&, GlanceTable const&);

bool look(SegmentView const& segment, GlanceTable const& use) { return Glance(segment, use).is_right(); }

#if defined(__x86_64__) && defined(__OPTIMIZE__)
// The same with the instructions of processors since 2013, which take bits apart in one step.
[[gnu::target("bmi,bmi2,popcnt,avx2"), gnu::flatten]] bool look_by_bits(SegmentView const& segment,
                                                                        GlanceTable const& use) {
  return Glance(segment, use).is_right();
}

Look best_look() noexcept {
  bool const known = __builtin_cpu_supports("bmi") != 0 && __builtin_cpu_supports("bmi2") != 0 &&
                     __builtin_cpu_supports("popcnt") != 0 && __builtin_cpu_supports("avx2") != 0;
  return known ? look_by_bits : look;
}
#else
Look best_look() noexcept { return look; }
#endif

Look const best = best_look();

}  // namespace

bool is_right_at_a_glance(SegmentView const& segment, GlanceTable const& use) {
  auto const size = segment.text().size();
  return size >= ByteClasses::shortest && size <= ByteClasses::longest && best(segment, use);
}

}  // namespace scrub837::guide
