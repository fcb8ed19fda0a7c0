#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::att005 {
namespace {

constexpr Doc doc{
    .what = "An attachment control number (PWK06) is shorter than 2 or longer than 50 characters.",
    .why =
        "The guide allows 2 to 50 characters. A number that a receiver cuts off no longer matches the "
        "document.",
    .fix = "Correct the number in the billing system, and on the document's cover sheet too.",
    .bad = "PWK*NN*EL***AC*7~",
    .good = "PWK*NN*EL***AC*ACN0007~",
    .source = "005010X222A1, 2300 and 2400 PWK06: AN 2..50; CGS, PWK instructions",
    .ask =
        "Type the right number in attachment_control_number, and put it on the document's cover sheet too; "
        "or "
        "correct it in the billing system.",
};

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const number = claim.segment(index)[6];
    auto const length = text_length(number);
    if (trimmed(number).empty() || (length >= 2 && length <= 50)) continue;
    report.add_alike({index, 6, 0}, line,
                     "PWK06 has " + std::to_string(length) + (length == 1 ? " character" : " characters") +
                         "; the guide allows 2 to 50.");
    if (length < 2) report.of_kind(ErrorKind::too_short);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT005",
    .name = "control-number-length",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::too_long,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::PWK},
    .release = Release::needs_reason,
};

}  // namespace scrub837::att005
