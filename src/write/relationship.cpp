#include "src/write/relationship.hpp"

#include <algorithm>

#include "scrub837/x12/segment.hpp"
#include "src/x12/indexer.hpp"

namespace scrub837 {

std::optional<std::string> without_relationship(std::string_view level, Delimiters delimiters) {
  auto rest = level;
  while (!rest.empty()) {
    auto segment = rest.substr(0, rest.find(delimiters.terminator));
    rest.remove_prefix(std::min(segment.size() + 1, rest.size()));
    while (!segment.empty() && is_padding(segment.front())) segment.remove_prefix(1);
    SegmentView const view(segment, delimiters, separator_bits(segment, delimiters.element));
    if (view.id() != "SBR") continue;
    auto const relationship = view[2];
    if (relationship != "18") return std::nullopt;
    std::string result(level);
    result.erase(static_cast<std::size_t>(relationship.data() - level.data()), relationship.size());
    return result;
  }
  return std::nullopt;
}

}  // namespace scrub837
