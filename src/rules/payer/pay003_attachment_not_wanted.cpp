#include "scrub837/rule.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::pay003 {
namespace {

constexpr Doc doc{
    .what = "A PWK segment for a line whose payer does not want documents.",
    .why =
        "Several Medicare contractors price an unlisted code from its description. They do not match "
        "documents that they did not request and may count unnecessary ones against the sender, and patient "
        "records are sent for nothing.",
    .fix =
        "Remove the PWK segment in the billing system and do not send the documents, unless the payer "
        "requested them.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*FX***AC*ACN0001~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "First Coast, when not to send documentation; NGS and Palmetto GBA on unnecessary PWK segments",
    .profile = "codes.unlisted.attachment = \"forbidden\"",
};

// An indicator of the claim may be there for a line that the payer wants papers for.
bool all_lines_forbid(ClaimView const& claim) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    auto const* const requirements = demands_of(line);
    if (requirements == nullptr || requirements->attachment != Demand::forbidden) return false;
  }
  return true;
}

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  if (requirements.attachment != Demand::forbidden) return;
  std::optional<bool> forbid;
  for_each_indicator_once(line, [&](SegmentRef mark, SegmentView const&) {
    if (mark.line < 0) {
      if (!forbid) forbid = all_lines_forbid(line.claim());
      if (!*forbid) return;
    }
    report.add({mark.segment, 0, 0}, mark.line,
               "There is a PWK segment, but the payer does not want documents for this code.");
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY003",
    .name = "attachment-not-wanted",
    .severity = Severity::warning,
    .snip = 7,
    .kind = ErrorKind::not_used,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = RequirementCheck{check},
};

}  // namespace scrub837::pay003
