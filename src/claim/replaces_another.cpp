#include "src/claim/replaces_another.hpp"

namespace scrub837 {

bool replaces_another(ClaimView const& claim) {
  auto const frequency = claim.frequency();
  return frequency == "7" || frequency == "8";
}

}  // namespace scrub837
