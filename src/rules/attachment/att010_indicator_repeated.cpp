#include <algorithm>
#include <set>
#include <span>
#include <string_view>

#include "scrub837/rule.hpp"
#include "src/claim/mendable.hpp"

namespace scrub837::att010 {
namespace {

constexpr Doc doc{
    .what = "The same PWK segment appears twice on the claim or twice on one line.",
    .why =
        "One document looks like two. The payer waits for the second one, or rejects the claim because a "
        "control number is used twice.",
    .fix =
        "--unsafe-fixes removes the second PWK segment if all its elements equal those of the first. If "
        "there are two documents, give each its own control number in the billing system.",
    .bad = "PWK*NN*EL***AC*ACN0001~PWK*NN*EL***AC*ACN0001~",
    .good = "PWK*NN*EL***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK; CGS, PWK instructions",
};

// Empty elements at the end say nothing.
std::string_view said(SegmentView const& pwk) {
  auto const text = pwk.text();
  return text.substr(0, text.find_last_not_of(pwk.delimiters().element) + 1);
}

// \param marks those of one loop
void judge(ClaimView const& claim, std::span<SegmentRef const> marks, Reporter& report) {
  if (marks.size() < 2) return;
  std::set<std::string_view> said_before;
  for (auto const [index, line] : marks) {
    if (said_before.insert(said(claim.segment(index))).second) continue;
    constexpr std::string_view message = "This PWK segment repeats an earlier one.";
    Place const place{index, 0, 0};
    if (report.tells_all() || takes_fixes(claim, Applicability::unsafe)) {
      report.add(place, line, std::string(message),
                 {Applicability::unsafe, {{Edit::What::remove, place, {}}}, {}});
    } else {
      report.add_alike(place, line, message, Applicability::unsafe);
    }
  }
}

void check(ClaimView const& claim, Reporter& report) {
  for (auto marks = claim.indicators(); !marks.empty();) {
    auto const end = std::ranges::find_if(marks, [&](SegmentRef mark) { return mark.line != marks[0].line; });
    auto const count = static_cast<std::size_t>(end - marks.begin());
    judge(claim, marks.first(count), report);
    marks = marks.subspan(count);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT010",
    .name = "indicator-repeated",
    .severity = Severity::warning,
    .snip = 2,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::unsafe,
    .phase = Phase::remove,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::PWK},
};

}  // namespace scrub837::att010
