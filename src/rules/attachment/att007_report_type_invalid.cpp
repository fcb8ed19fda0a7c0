#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/guide/bound_guide.hpp"

namespace scrub837::att007 {
namespace {

constexpr Doc doc{
    .what = "The attachment report type (PWK01) is blank or is not one of the 61 codes of the guide.",
    .why =
        "The report type tells the payer which document to expect. Receivers reject the transaction set if "
        "the code is not in the guide.",
    .fix =
        "Correct the report type in the billing system: NN nursing notes, OD orders, M1 medical record, OZ "
        "other support data for the claim. Only the sender knows which document it is.",
    .bad = "PWK*77*EL***AC*ACN0001~",
    .good = "PWK*NN*EL***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK01",
    .ask =
        "Type the right type in attachment_type: NN nursing notes, OD orders, M1 medical record, OZ other "
        "support data for the claim.",
};

void check(ClaimView const& claim, Reporter& report) {
  auto const& guide = guide::guide_of(claim.settings());
  for (auto const [index, line] : claim.indicators()) {
    auto const type = claim.segment(index)[1];
    if (guide.takes(line < 0 ? LoopId::L2300 : LoopId::L2400, Kind::PWK, 1, type)) continue;
    report.add_alike({index, 1, 0}, line,
                     type.empty() ? "PWK01 (attachment report type) is blank."
                                  : "PWK01 (attachment report type) is not a code of the guide.");
    if (type.empty()) report.of_kind(ErrorKind::required_missing);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT007",
    .name = "report-type-invalid",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::PWK},
};

}  // namespace scrub837::att007
