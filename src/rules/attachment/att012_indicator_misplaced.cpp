#include "scrub837/rule.hpp"
#include "src/claim/guide_order.hpp"
#include "src/claim/mendable.hpp"

namespace scrub837::att012 {
namespace {

constexpr Doc doc{
    .what =
        "An attachment indicator (PWK) or a note (NTE) stands behind a segment or loop that the guide puts "
        "after it.",
    .why =
        "Receivers read a loop in the guide's order: what comes late is an unexpected segment, and they "
        "reject the set or skip it unread.",
    .fix =
        "--unsafe-fixes moves it, unchanged, to the last place in its loop where the guide has it; several "
        "keep their order. Unsafe: at the end of a line it may have been meant for the claim.",
    .bad =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~DTP*472*D8*20260914~"
        "PWK*NN*EL***AC*ACN0001~",
    .good =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*EL***AC*ACN0001~"
        "DTP*472*D8*20260914~",
    .source = "005010X222A1, positions of PWK and NTE in 2300 and 2400",
    .ask =
        "Nothing in this worklist can move it: that is done at the source, or by whoever runs scrub837, with "
        "--unsafe-fixes.",
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
    auto message = std::string(kind == Kind::PWK ? "This indicator" : "This note") + " stands behind " +
                   std::string(name_of(claim.segments()[limit].kind)) + ", and the guide has it before that.";
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
};

}  // namespace scrub837::att012
