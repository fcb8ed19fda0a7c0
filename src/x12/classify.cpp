#include "src/x12/classify.hpp"

namespace scrub837 {

void classify(std::string_view text, Delimiters delimiters, Segment& segment) {
  segment.separators = separator_bits(text, delimiters.element);
  segment.kind = kind_of(nth_part(text, delimiters.element, 0));
  segment.qualifier =
      tag_of(segment.kind, pack_tag(nth_part(text, delimiters.element, segment.kind == Kind::HL ? 3 : 1)));
}

}  // namespace scrub837
