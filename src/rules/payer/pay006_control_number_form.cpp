#include "scrub837/rule.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::pay006 {
namespace {

constexpr Doc doc{
    .what = "The attachment control number (PWK06) does not match the payer's format.",
    .why =
        "The payer looks for a number in its own format on the cover sheet or in the 275. It does not "
        "recognize another number, and the document is never matched to the claim.",
    .fix =
        "Type the number from the payer's cover sheet in the worklist. scrub837 never makes up a number: it "
        "would match nothing.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*FX***AC*MARCH~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*FX***AC*ACN0001~",
    .source = "The payer's own page on cover sheets; the profile sets the format",
    .profile = "codes.unlisted.control_number_pattern = \"'ACN'9{4,12}\"",
    .ask = "Type the number from the payer's cover sheet in attachment_control_number.",
};

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  if (!requirements.control_number) return;
  for_each_indicator_once(line, [&](SegmentRef mark, SegmentView const& pwk) {
    // ATT002, ATT004 and ATT005 speak of a number that is missing, out of place, or of a wrong length.
    constexpr std::size_t shortest = 2, longest = 50;
    auto const number = trimmed(pwk[6]);
    auto const length = text_length(number);
    if (length < shortest || length > longest || pwk[2] == "AA" || requirements.control_number->fits(number))
      return;
    report.add({mark.segment, 6, 0}, mark.line,
               "PWK06 does not match the payer's format: " + requirements.control_number->text() +
                   " (9 is a digit, A a letter, X either).",
               {Applicability::input, {}, {}});
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY006",
    .name = "control-number-form",
    .severity = Severity::error,
    .snip = 7,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = RequirementCheck{check},
};

}  // namespace scrub837::pay006
