#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what = "An unlisted line has no attachment indicator (PWK), neither at the line nor at its claim.",
    .why =
        "Many payers price an unlisted code from its documentation and deny the line if none is announced. "
        "Medicare contractors mostly ask for the description alone, so this is silent for them.",
    .fix =
        "If documents will be sent, name their type, the way they go and their control number in the "
        "worklist. An indicator is never added for a document that nobody listed.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*EL***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK; First Coast and NGS on when not to send",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (identifies_drug(line)) return;
  auto const& claim = line.claim();
  auto const& filing = claim.inherited().claim_filing;
  if (filing == "MA" || filing == "MB") return;
  auto const announces = [&](Mark mark) {
    return mark.line < 0 || mark.line == static_cast<std::int32_t>(line.index());
  };
  if (std::any_of(claim.indicators().begin(), claim.indicators().end(), announces)) return;
  report.add({line.sv1_index(), 0, 0}, static_cast<std::int32_t>(line.index()),
             std::string(line.procedure()) + " is billed, and no document is announced for it.",
             {Applicability::input, {}, {}});
}

}  // namespace

extern constexpr Rule att001{"ATT001",
                             "attachment-indicator-missing",
                             Severity::warning,
                             7,
                             Applicability::input,
                             Phase::complete,
                             doc,
                             UnlistedCheck{check}};

}  // namespace scrub837
