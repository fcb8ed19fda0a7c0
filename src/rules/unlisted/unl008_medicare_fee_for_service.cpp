#include "scrub837/rule.hpp"

namespace scrub837::unl008 {
namespace {

constexpr Doc doc{
    .what = "99600 is billed to original Medicare (SBR09 MA or MB).",
    .why =
        "Medicare does not pay home visit codes of this range on professional claims. The home health agency "
        "bills its visits on an institutional claim.",
    .fix =
        "Check the payer. If it is Medicare, bill what Medicare accepts: the agency's institutional claim, "
        "or the visit codes of physicians. A Medicare Advantage plan has another code in SBR09 (16 or HM).",
    .bad = "SBR*P*18*******MB~SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .good = "SBR*P*18*******CI~SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "005010X222A1, 2000B SBR09; Medicare physician fee schedule, status of 99500 to 99602",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (line.procedure() != "99600") return;
  auto const& filing = line.claim().inherited().claim_filing;
  if (filing != "MA" && filing != "MB") return;
  report.add({line.sv1_index(), 1, 2}, static_cast<std::int32_t>(line.index()),
             "99600 is billed to original Medicare, which does not pay it on a professional claim.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL008",
    .name = "medicare-fee-for-service",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::advice,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl008
