#include "src/scrub/decide.hpp"

namespace scrub837 {

Disposition decide(ClaimFacts const& facts) {
  using enum Disposition;
  if (facts.set_refused) return facts.refused_to_clean ? released : held;
  if (facts.cut_off || facts.went_out) return held;
  if (facts.faulty || facts.blocked_above || facts.released_above) {
    bool const let_out = facts.hold_never || (facts.consented && !facts.blocked_above);
    return let_out ? released : held;
  }
  return facts.changed ? fixed : clean;
}

}  // namespace scrub837
