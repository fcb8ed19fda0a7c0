#include "scrub837/rule.hpp"

namespace scrub837::env013 {
namespace {

constexpr Doc doc{
    .what = "Line breaks inside segments, as in files with 80-byte records.",
    .why = "A receiver that does not join the lines reads the line breaks as part of names and numbers.",
    .fix = "The segments are read across the line breaks, and the line breaks are removed.",
    .bad = "NM1*40*2*DEMO PA\nYER*****46*PAYER01~",
    .good = "NM1*40*2*DEMO PAYER*****46*PAYER01~",
    .source = "Files with fixed-length records, seen in public samples",
};

std::optional<Fault> check(BytesView const& bytes) {
  if (bytes.where != BytesView::Where::inside_segment) return std::nullopt;
  return Fault{0, Applicability::safe, "There are line breaks inside segments."};
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
