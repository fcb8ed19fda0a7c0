#include <array>

#include "src/rules/envelope_checks.hpp"
#include "src/x12/isa_width.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what = "The ISA is not 106 bytes wide: an element of fixed width is short or long.",
    .why = "Most receivers read the ISA by position. One byte too few, and every delimiter is read wrong.",
    .fix =
        "Short elements are padded: text with blanks behind, numbers with zeros in front. An element that "
        "would lose characters is cut only with --unsafe-fixes, and a date, time or control number that is "
        "no number is filled only then; else the interchange is held.",
    .bad = "ISA*00**00**ZZ*SENDER*ZZ*RECEIVER*260914*1200*^*00501*000000001*0*T*:~",
    .good =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260914*1200*^*00501*"
        "000000001*0*T*:~",
    .source = "005010X222A1, ISA01 to ISA16",
};

std::optional<Fault> check(IsaView const& isa) {
  for (std::size_t number = 1; number <= 16; ++number) {
    if (isa.elements[number].size() == isa_width[number]) continue;
    bool const sure = is_fitted_surely(isa.elements);
    return Fault{static_cast<std::uint8_t>(number), sure ? Applicability::safe : Applicability::unsafe,
                 "An element of the ISA has " + std::to_string(isa.elements[number].size()) +
                     " characters; " + std::to_string(isa_width[number]) + " must stand there."};
  }
  return std::nullopt;
}

}  // namespace

extern constexpr Rule env008{
    "ENV008",        "isa-width",   Severity::error,    1, Applicability::safe, Phase::complete, doc,
    IsaCheck{check}, Kind::unknown, Release::impossible};

}  // namespace scrub837
