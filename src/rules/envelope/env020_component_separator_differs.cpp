#include "scrub837/rule.hpp"

namespace scrub837::env020 {
namespace {

constexpr std::uint8_t isa16 = 16;

constexpr Doc doc{
    .what =
        "ISA16 names a component separator that no composite uses: all of them (SV101, HI01, CLM05) use "
        "another character. Or the SV101 of a single line uses another character.",
    .why =
        "A receiver splits composites by ISA16. It reads HC>99600 as one procedure code instead of HC and "
        "99600, and rejects every claim.",
    .fix =
        "--unsafe-fixes writes the character in use into ISA16. Otherwise, correct ISA16 in the billing "
        "system; the claims are checked with the character in use, and held.",
    .bad =
        "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
        "*260914*1200*^*00501*000000001*0*P*>~"
        "IEA*1*000000001~",
    .good =
        "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
        "*260914*1200*^*00501*000000001*0*P*:~"
        "IEA*1*000000001~",
    .source = "X12.5 interchange control structure, ISA16",
};

std::optional<Fault> check(IsaView const& isa) {
  if (!isa.component_in_use || isa.elements[isa16].empty()) return std::nullopt;
  return Fault{
      isa16, Applicability::unsafe,
      "ISA16 names a component separator that no composite uses; all of them use another character."};
}

// One claim alone: its lines can't be read by the separator that the others use.
void check_lines(ClaimView const& claim, Reporter& report) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service() || !line.other_separator()) continue;
    report.add({line.sv1_index(), 1, 0}, static_cast<std::int32_t>(i),
               "SV101 does not use the component separator of ISA16, so the payer finds no procedure code.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV020",
    .name = "component-separator-differs",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::separator,
    .fix = Applicability::unsafe,
    .phase = Phase::complete,
    .doc = doc,
    .check = IsaCheck{check},
    .release = Release::impossible,
    .in_claims = check_lines,
};

}  // namespace scrub837::env020
