#include "src/x12/classify.hpp"

#include <algorithm>

namespace scrub837 {

void classify(std::string_view text, Delimiters delimiters, Segment& segment) {
  segment.separators = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), 64); ++i) {
    segment.separators |= std::uint64_t{text[i] == delimiters.element} << i;
  }
  segment.kind = kind_of(nth_part(text, delimiters.element, 0));
  segment.qualifier = pack_tag(nth_part(text, delimiters.element, segment.kind == Kind::HL ? 3 : 1));
}

}  // namespace scrub837
