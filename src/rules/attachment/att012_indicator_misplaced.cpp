#include "scrub837/rule.hpp"
#include "src/claim/guide_order.hpp"
#include "src/claim/mendable.hpp"

namespace scrub837::att012 {
namespace {

constexpr Doc doc{
    .what = "A PWK or NTE segment comes after a segment or loop that must follow it in the guide's order.",
    .why =
        "Receivers read a loop in the guide's order. A late segment is unexpected: they reject the "
        "transaction set or skip the segment.",
    .fix =
        "--unsafe-fixes moves the segment, unchanged, to the last position that the guide allows in its "
        "loop; several segments keep their order. Unsafe, because a segment at the end of a line may have "
        "been meant for the claim.",
    .bad =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~DTP*472*D8*20260914~"
        "PWK*NN*EL***AC*ACN0001~",
    .good =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*EL***AC*ACN0001~"
        "DTP*472*D8*20260914~",
    .source = "005010X222A1, positions of PWK and NTE in 2300 and 2400",
    .ask =
        "Nothing that you type here can move the segment. Correct it in the billing system, or ask whoever "
        "runs scrub837 to use --unsafe-fixes.",
};

// \param marks of one kind, those of each loop together
void judge(ClaimView const& claim, std::span<SegmentRef const> marks, Reporter& report) {
  std::optional<std::int32_t> known;
  std::uint32_t limit = 0;
  for (auto const [index, line] : marks) {
    auto const kind = claim.segments()[index].kind;
    if (known != line) {
      auto const& loop = line < 0 ? claim.loops()[0] : claim.line(static_cast<std::size_t>(line)).loop();
      limit = first_behind(claim, loop, kind);
      known = line;
    }
    if (index < limit) continue;
    auto message = std::string(kind == Kind::PWK ? "This PWK segment" : "This note") + " comes after " +
                   std::string(name_of(claim.segments()[limit].kind)) +
                   "; in the guide's order, it comes before that.";
    if (!report.tells_all() && !takes_fixes(claim, Applicability::unsafe)) {
      report.add_alike({index, 0, 0}, line, message, Applicability::unsafe);
      continue;
    }
    report.add({index, 0, 0}, line, std::move(message),
               {Applicability::unsafe,
                {{Edit::What::remove, {index, 0, 0}, {}},
                 {Edit::What::insert_after, {limit - 1, 0, 0}, std::string(claim.segment(index).text())}},
                {}});
  }
}

void check(ClaimView const& claim, Reporter& report) {
  judge(claim, claim.indicators(), report);
  judge(claim, claim.notes(), report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT012",
    .name = "indicator-misplaced",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::misplaced,
    .fix = Applicability::unsafe,
    .phase = Phase::move,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::PWK, Kind::NTE},
};

}  // namespace scrub837::att012
