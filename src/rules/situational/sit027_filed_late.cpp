#include <string>

#include "scrub837/profile.hpp"
#include "scrub837/rule.hpp"
#include "src/claim/calendar_day.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::sit027 {
namespace {

constexpr Doc doc{
    .what =
        "The earliest service of the claim is more than a year (365 days) before the date of the file "
        "(BHT04). "
        "A payer profile can give another number of days (filing_days) and make it an error.",
    .why =
        "Medicare denies a claim that is filed later than one calendar year after the service, and most "
        "other "
        "payers have shorter limits (CARC 29).",
    .fix =
        "Check the date of service. If it is right, check the payer's limit, and send proof of an earlier "
        "filing if there is one.",
    .bad = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20250901~",
    .good = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260901~",
    .source = "42 CFR 424.44; 005010X222A1, BHT04 and 2400 DTP*472",
};

constexpr std::int64_t usual_days = 365;

void check(ClaimView const& claim, Reporter& report) {
  auto const created = day_of(claim.inherited().created);
  if (created == 0) return;
  Day earliest = created;
  std::size_t of_line = 0;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    auto const days = line.days();
    if (!days.known() || days.from >= earliest) continue;
    earliest = days.from;
    of_line = i;
  }
  auto const* const profile = claim.profile();
  auto const limit = profile == nullptr ? usual_days : profile->filing_days.value_or(usual_days);
  if (earliest == created || days_between(earliest, created) <= limit) return;
  report.add({*claim.line(of_line).date_index(), 3, 0}, static_cast<std::int32_t>(of_line),
             "The service (DTP*472) is more than " + std::to_string(limit) +
                 " days before the date of the file (BHT04).");
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT027",
    .name = "filed-late",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit027
