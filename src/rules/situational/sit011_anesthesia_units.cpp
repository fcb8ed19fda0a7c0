#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::sit011 {
namespace {

constexpr Doc doc{
    .what =
        "An anesthesia service (00100 to 01999) is billed in units instead of minutes, or another service in "
        "minutes (SV103).",
    .why =
        "Payers pay anesthesia by time: SV103 is MJ, and SV104 the minutes. If minutes are read as units, or "
        "units as minutes, the payment is wrong or the line is denied. 01953, 01996 and 01999 are not paid "
        "by "
        "time.",
    .fix = "Bill the minutes of anesthesia with MJ, and every other service with UN.",
    .bad = "SV1*HC:00400:AA*800*UN*4***1~",
    .good = "SV1*HC:00400:AA*800*MJ*60***1~",
    .source = "005010X222A1, 2400 SV103 and SV104; CMS, anesthesia claims",
};

bool is_paid_by_time(std::string_view code) {
  constexpr std::size_t length = 5;
  if (code.size() != length || code[0] != '0' || !std::ranges::all_of(code, is_digit)) return false;
  if (code < "00100" || code > "01999") return false;
  return code != "01953" && code != "01996" && code != "01999";
}

void check(ClaimView const& claim, Reporter& report) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    // Unlisted lines have a rule of their own.
    if (!line.has_service() || line.procedure().empty() || line.unlisted()) continue;
    // A basis that is neither UN nor MJ is an error of its own.
    auto const basis = line.unit_basis();
    bool const by_time = is_paid_by_time(line.procedure());
    if (basis != (by_time ? "UN" : "MJ")) continue;
    report.add({line.sv1_index(), 3, 0}, static_cast<std::int32_t>(i),
               by_time ? "SV103 of an anesthesia service is UN; anesthesia is billed in minutes (MJ)."
                       : "SV103 is MJ (minutes), which is only for anesthesia that is paid by time.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT011",
    .name = "anesthesia-units",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit011
