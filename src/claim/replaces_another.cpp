#include "src/claim/replaces_another.hpp"

#include <bit>

namespace scrub837 {

// Asked of every claim: CLM05 is `12:B:1` in nearly all of them.
bool replaces_another(ClaimView const& claim) {
  auto separators = claim.segments()[0].separators;
  auto const clm = claim.clm();
  for (int i = 0; i < 4; ++i) separators &= separators - 1;
  auto const begin = static_cast<std::size_t>(std::countr_zero(separators)) + 1;
  separators &= separators - 1;
  constexpr std::size_t usual_size = 6;
  bool const usual = separators != 0 &&
                     static_cast<std::size_t>(std::countr_zero(separators)) == begin + usual_size &&
                     clm.text()[begin + usual_size - 2] == claim.delimiters().component;
  auto const frequency = usual ? clm.text().substr(begin + usual_size - 1, 1) : clm.component(5, 3);
  return frequency == "7" || frequency == "8";
}

}  // namespace scrub837
