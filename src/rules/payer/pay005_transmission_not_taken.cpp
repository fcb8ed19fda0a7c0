#include "scrub837/rule.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::pay005 {
namespace {

constexpr Doc doc{
    .what = "The attachment is sent in a way (PWK02) that the payer does not accept.",
    .why =
        "The payer looks for documents only where it accepts them: a payer that accepts mail and fax never "
        "finds one that was sent by email.",
    .fix =
        "Send the document in a way that the payer accepts, and put that code into PWK02. The two must "
        "agree, so nothing is changed.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*EM***AC*ACN0001~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*FX***AC*ACN0001~",
    .source = "CGS Part B and NGS on PWK02: BM and FX, NGS also EL",
    .profile = R"(codes.unlisted.transmissions = ["BM", "FX"])",
};

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  if (requirements.transmissions.empty()) return;
  for_each_indicator_once(line, [&](SegmentRef mark, SegmentView const& pwk) {
    // ATT008 speaks of what is not a code at all.
    bool const known = pwk[2] == "AA" || is_sent(pwk[2]);
    if (!known || takes(requirements.transmissions, pwk[2])) return;
    report.add({mark.segment, 2, 0}, mark.line,
               "The payer does not accept documents sent in this way (PWK02).");
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY005",
    .name = "transmission-not-taken",
    .severity = Severity::warning,
    .snip = 7,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = RequirementCheck{check},
};

}  // namespace scrub837::pay005
