#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"

namespace scrub837::att009 {
namespace {

constexpr Doc doc{
    .what = "More than ten PWK segments on the claim or on one line.",
    .why =
        "The guide allows ten per loop, not counting a certificate of medical necessity (PWK*CT) on a line. "
        "Receivers reject the transaction set, and some payers read only the first PWK.",
    .fix =
        "Send several documents under one control number, or move the PWK segments that belong to a line to "
        "that line. Only the sender knows which ones can be removed.",
    .bad =
        "PWK*NN*EL***AC*ACN0001~PWK*NN*EL***AC*ACN0002~PWK*NN*EL***AC*ACN0003~"
        "PWK*NN*EL***AC*ACN0004~PWK*NN*EL***AC*ACN0005~PWK*NN*EL***AC*ACN0006~"
        "PWK*NN*EL***AC*ACN0007~PWK*NN*EL***AC*ACN0008~PWK*NN*EL***AC*ACN0009~"
        "PWK*NN*EL***AC*ACN0010~PWK*NN*EL***AC*ACN0011~",
    .good =
        "PWK*NN*EL***AC*ACN0001~PWK*NN*EL***AC*ACN0002~PWK*NN*EL***AC*ACN0003~"
        "PWK*NN*EL***AC*ACN0004~PWK*NN*EL***AC*ACN0005~PWK*NN*EL***AC*ACN0006~"
        "PWK*NN*EL***AC*ACN0007~PWK*NN*EL***AC*ACN0008~PWK*NN*EL***AC*ACN0009~"
        "PWK*NN*EL***AC*ACN0010~",
    .source = "005010X222A1, 2300 and 2400 PWK (10); CGS, PWK instructions",
};

constexpr std::size_t most = 10;

void check(ClaimView const& claim, Reporter& report) {
  if (claim.indicators().size() <= most) return;
  std::size_t count = 0;
  std::int32_t loop = -1;  // the claim's come first, then line by line
  for (auto const [index, line] : claim.indicators()) {
    if (line != loop) count = 0;
    loop = line;
    if (is_certificate(claim.segment(index), line) || ++count != most + 1) continue;
    report.add({index, 0, 0}, line, "This is the eleventh PWK segment; the guide allows ten.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT009",
    .name = "too-many-indicators",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::too_many,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::PWK},
};

}  // namespace scrub837::att009
