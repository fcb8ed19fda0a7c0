#include "scrub837/rule.hpp"
#include "src/claim/needed_segment.hpp"
#include "src/rules/country.hpp"

namespace scrub837::sit009 {
namespace {

constexpr Doc doc{
    .what =
        "The claim is related to an accident (CLM11), but the accident date (DTP*439) or, for an auto "
        "accident (AA), the state (CLM11-4) is missing. For employment (EM) a missing date is only a "
        "warning: "
        "an occupational disease has no accident.",
    .why =
        "The payer needs both to find out who else is liable, and rejects the claim (277CA A6:727, A6:750).",
    .fix =
        "Add the accident date (DTP*439), and for an auto accident the state where it happened, in the "
        "billing "
        "system. An accident outside of the United States has its country in CLM11-5. If the services are "
        "not related to an accident, leave CLM11 blank.",
    .bad =
        "CLM*DEMO-1*125***11:B:1*Y*A*Y*Y**OA~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~"
        "DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***11:B:1*Y*A*Y*Y**OA~DTP*439*D8*20260901~HI*ABK:Z9181~LX*1~"
        "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2300 CLM11 and DTP*439",
};

struct Causes {
  bool automobile = false, other = false, employment = false;
};

Causes causes_of(SegmentView clm) {
  Causes causes;
  for (std::size_t part = 1; part <= 3; ++part) {
    auto const code = clm.component(11, part);
    causes.automobile = causes.automobile || code == "AA";
    causes.other = causes.other || code == "OA";
    causes.employment = causes.employment || code == "EM";
  }
  return causes;
}

void check_date(ClaimView const& claim, Causes const& causes, Reporter& report) {
  bool const accident = causes.automobile || causes.other;
  if (!accident && !causes.employment) return;
  constexpr NeededSegment date{Kind::DTP, pack_tag("439")};
  if (has_segment(claim, 0, date)) return;
  report_missing_in(claim, -1, date,
                    accident ? "CLM11 says that the claim is related to an accident, but the accident date "
                               "(DTP*439) is missing."
                             : "CLM11 says that the claim is related to employment (EM), but there is no "
                               "accident date (DTP*439).",
                    report.severity_or(accident ? Severity::error : Severity::warning), report);
}

// Another country has no states of ours; what is no country, such as USA, is not another one.
void check_state(ClaimView const& claim, Causes const& causes, Reporter& report) {
  auto const clm = claim.clm();
  if (!causes.automobile || !clm.component(11, 4).empty()) return;
  auto const country = clm.component(11, 5);
  if (country != "US" && is_country(*claim.settings().code_lists, country)) return;
  report.add_as(report.severity_or(Severity::error), {0, 11, 4}, -1,
                "CLM11 says auto accident (AA), but the state (CLM11-4) is missing.");
}

void check(ClaimView const& claim, Reporter& report) {
  if (claim.related_causes().empty()) return;
  auto const causes = causes_of(claim.clm());
  check_date(claim, causes, report);
  check_state(claim, causes, report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT009",
    .name = "accident",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit009
