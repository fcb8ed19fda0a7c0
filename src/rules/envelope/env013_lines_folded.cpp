#include "scrub837/rule.hpp"

namespace scrub837::env013 {
namespace {

constexpr Doc doc{
    .what = "Line ends stand inside segments, as records of 80 bytes leave them.",
    .why = "A receiver that does not unfold reads line ends as part of names and numbers.",
    .fix = "The segments are read through the line ends, and the line ends are taken out.",
    .bad = "NM1*40*2*DEMO PA\nYER*****46*PAYER01~",
    .good = "NM1*40*2*DEMO PAYER*****46*PAYER01~",
    .source = "Records of fixed length, seen in public samples",
};

std::optional<Fault> check(BytesView const& bytes) {
  if (bytes.where != BytesView::Where::inside_segment) return std::nullopt;
  return Fault{0, Applicability::safe, "Line ends stand inside segments."};
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV013",
    .name = "lines-folded",
    .severity = Severity::warning,
    .snip = 1,
    .kind = ErrorKind::invalid_character,
    .fix = Applicability::safe,
    .phase = Phase::complete,
    .doc = doc,
    .check = BytesCheck{check},
    .duty = Duty::strips_folds,
};

}  // namespace scrub837::env013
