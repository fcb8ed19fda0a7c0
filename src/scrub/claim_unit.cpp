#include "src/scrub/claim_unit.hpp"

namespace scrub837 {

ClaimView const& ClaimUnit::view() const {
  if (!view_) {
    parse_loops(parts_.segments, *parts_.room);
    view_.emplace(*parts_.block, parts_.segments, *parts_.room, parts_.delimiters, *parts_.inherited,
                  *parts_.settings);
  }
  return *view_;
}

std::string const& ClaimUnit::digest() const {
  if (digest_.empty()) digest_ = claim_digest(*parts_.block, parts_.segments, *parts_.above);
  return digest_;
}

}  // namespace scrub837
