#include "src/rules/code_meanings.hpp"

#include <algorithm>
#include <array>

namespace scrub837 {
namespace {

struct Meanings {
  Kind segment;
  std::uint8_t element;
  std::string_view words;
};
constexpr auto known = std::to_array<Meanings>({
    {Kind::SBR, 1,
     "Type the payer's place in the column value: P primary, S secondary, T tertiary, A to H fourth to "
     "eleventh, U unknown."},
    {Kind::SBR, 9, claim_filing_in_words},
    {Kind::PAT, 1,
     "Type the patient's relationship to the subscriber in the column value: 01 spouse, 19 child, 20 "
     "employee, 21 unknown, 39 organ donor, 40 cadaver donor, 53 life partner, G8 other."},
    {Kind::CLM, 7,
     "Type it in the column value: A the provider accepts assignment, B for laboratory services only, C "
     "not accepted."},
    {Kind::CLM, 9,
     "Type it in the column value: Y the provider has a signed release of information, I informed "
     "consent under federal law."},
    {Kind::CTP, 5,
     "Type the unit of the drug's quantity in the column value: UN unit, ML milliliter, GR gram, ME "
     "milligram, F2 international unit."},
    {Kind::CR1, 4,
     "Type why the patient was transported in the column value: A to the nearest facility, B to a "
     "preferred physician, C near the family, D to a specialist or special equipment, E to "
     "rehabilitation."},
});

}  // namespace

std::string_view codes_in_words(Kind segment, std::uint8_t element) {
  auto const found = std::ranges::find_if(
      known, [&](Meanings const& one) { return one.segment == segment && one.element == element; });
  return found == known.end() ? std::string_view{} : found->words;
}

}  // namespace scrub837
