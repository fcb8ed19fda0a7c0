#include <algorithm>
#include <charconv>
#include <optional>

#include "scrub837/rule.hpp"
#include "src/claim/needed_segment.hpp"
#include "src/claim/service_line.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::sit014 {
namespace {

constexpr Doc doc{
    .what =
        "A service was given to an inpatient (place of service 21, 51 or 61), and the claim has no admission "
        "date (DTP*435). An error for inpatient visits (99221 to 99239, 99251 to 99255, 99291, 99292, 99460 "
        "to "
        "99480) and for Medicare (SBR09 MA or MB). Radiology and laboratory (7xxxx, 8xxxx) need none.",
    .why = "The payer matches the service with the hospital stay by the admission date.",
    .fix = "Add the admission date (DTP*435) to the claim, or correct the place of service.",
    .bad = "CLM*DEMO-1*125***21:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99231*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***21:B:1*Y*A*Y*Y~DTP*435*D8*20260910~HI*ABK:Z9181~LX*1~SV1*HC:99231*125*UN*1***1~"
        "DTP*472*D8*20260914~",
    .source = "005010X222A1, 2300 DTP*435, CLM05-1 and 2400 SV105",
};

bool is_inpatient_place(std::string_view place) {
  return place.size() == 2 && place[1] == '1' && (place[0] == '2' || place[0] == '5' || place[0] == '6');
}

// A CPT code of five digits; 0: another code.
unsigned cpt_number(std::string_view code) {
  constexpr std::size_t length = 5;
  unsigned number = 0;
  if (code.size() == length && std::ranges::all_of(code, is_digit))
    std::from_chars(code.data(), code.data() + code.size(), number);
  return number;
}

bool is_inpatient_visit(unsigned code) {
  return (code >= 99221 && code <= 99239) || (code >= 99251 && code <= 99255) || code == 99291 ||
         code == 99292 || (code >= 99460 && code <= 99480);
}

// How bad it is that a line's claim has no admission date; nothing if none is needed.
std::optional<Severity> severity_of(LineView const& line) {
  if (!line.has_service() || !is_inpatient_place(place_of_service(line))) return std::nullopt;
  auto const code = cpt_number(line.procedure());
  constexpr unsigned section = 10000;
  if (code / section == 7 || code / section == 8) return std::nullopt;
  return is_inpatient_visit(code) || is_medicare(line.claim()) ? Severity::error : Severity::warning;
}

void check(ClaimView const& claim, Reporter& report) {
  constexpr NeededSegment admission{Kind::DTP, pack_tag("435")};
  std::optional<Severity> worst;
  for (std::size_t i = 0; i < claim.line_count(); ++i) worst = std::max(worst, severity_of(claim.line(i)));
  if (!worst || has_segment(claim, 0, admission)) return;
  report_missing_in(claim, -1, admission,
                    "The place of service is inpatient (21, 51 or 61), but the admission date (DTP*435) is "
                    "missing.",
                    report.severity_or(*worst), report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT014",
    .name = "admission-date",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit014
