#include "scrub837/rule.hpp"
#include "src/claim/payer_requirements.hpp"
#include "src/guide/report_types.hpp"

namespace scrub837::pay004 {
namespace {

constexpr Doc doc{
    .what = "The attachment report type (PWK01) is not one that the payer accepts for the code.",
    .why =
        "A payer that lists the report types it accepts does not match other documents to the claim, and "
        "decides without them.",
    .fix =
        "Send a document of a type that the payer accepts, and correct PWK01. Only the sender knows which "
        "document it is.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*OB*FX***AC*ACN0001~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*FX***AC*ACN0001~",
    .source = "Palmetto GBA, documents that are matched; the profile lists the report types",
    .profile = R"(codes.unlisted.report_types = ["NN", "M1", "OD"])",
};

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  if (requirements.report_types.empty()) return;
  for_each_indicator_once(line, [&](SegmentRef mark, SegmentView const& pwk) {
    // ATT007 speaks of what is no type at all.
    if (!is_report_type(pwk[1]) || takes(requirements.report_types, pwk[1])) return;
    report.add({mark.segment, 1, 0}, mark.line,
               "The payer does not accept this report type (PWK01) for the code.");
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY004",
    .name = "report-type-not-taken",
    .severity = Severity::warning,
    .snip = 7,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = RequirementCheck{check},
};

}  // namespace scrub837::pay004
