#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"

namespace scrub837::att007 {
namespace {

constexpr Doc doc{
    .what = "The type of an announced document (PWK01) is missing or none of the guide's 61 codes.",
    .why =
        "The type tells the payer which document to wait for. Receivers reject the set for a code that "
        "the guide doesn't have.",
    .fix =
        "Correct the type at the source: NN nursing notes, OD orders, M1 medical record, OZ other support "
        "for the claim. Which document it is only the sender knows.",
    .bad = "PWK*77*EL***AC*ACN0001~",
    .good = "PWK*NN*EL***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK01",
};

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const type = claim.segment(index)[1];
    if (is_report_type(type)) continue;
    report.add_alike({index, 1, 0}, line,
                     type.empty() ? "The type of the announced document is missing."
                                  : "The type of the announced document is none of the guide's codes.");
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
    .of_segment = Kind::PWK,
};

}  // namespace scrub837::att007
