#include <algorithm>

#include "scrub837/rule.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what = "The same attachment indicator (PWK) stands twice at the claim, or twice at one line.",
    .why =
        "It announces one document as two. The payer waits for the second, or rejects the claim for a "
        "control number used twice.",
    .fix =
        "--unsafe-fixes removes the second if all its elements are those of the first. If two documents "
        "are meant, give each its own control number at the source.",
    .bad = "PWK*NN*EL***AC*ACN0001~PWK*NN*EL***AC*ACN0001~",
    .good = "PWK*NN*EL***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK; CGS, PWK instructions",
};

// Empty elements at the end say nothing.
std::string_view said(SegmentView const& pwk) {
  auto const text = pwk.text();
  return text.substr(0, text.find_last_not_of(pwk.delimiters().element) + 1);
}

void check(ClaimView const& claim, Reporter& report) {
  auto const marks = claim.indicators();
  for (std::size_t i = 1; i < marks.size(); ++i) {
    auto const text = said(claim.segment(marks[i].segment));
    auto const is_twin = [&](Mark earlier) {
      return earlier.line == marks[i].line && said(claim.segment(earlier.segment)) == text;
    };
    if (std::none_of(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(i), is_twin)) continue;
    Place const place{marks[i].segment, 0, 0};
    report.add(place, marks[i].line, "The same indicator stands before it already.",
               {Applicability::unsafe, {{Edit::What::remove, place, {}}}, {}});
  }
}

}  // namespace

extern constexpr Rule att010{"ATT010", "indicator-repeated",  Severity::warning,
                             4,        Applicability::unsafe, Phase::remove,
                             doc,      ClaimCheck{check},     Kind::PWK};

}  // namespace scrub837
