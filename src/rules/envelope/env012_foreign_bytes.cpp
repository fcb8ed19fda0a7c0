#include "scrub837/rule.hpp"

namespace scrub837::env012 {
namespace {

constexpr Doc doc{
    .what =
        "Bytes that belong to no segment: a byte-order mark, blanks or text before the ISA, between "
        "interchanges or after the IEA, or blanks before a segment id.",
    .why =
        "Receivers expect the ISA at the first byte and a segment behind each terminator; some refuse the "
        "file.",
    .fix = "Blanks and marks are taken out. Text is kept, since nobody can tell what it is for.",
    .bad = "  GE*1*1~",
    .good = "GE*1*1~",
    .source = "X12.5 interchange control; seen in public samples",
};

std::optional<Fault> check(BytesView const& bytes) {
  if (bytes.where == BytesView::Where::inside_segment) return std::nullopt;
  if (bytes.where == BytesView::Where::before_segment) {
    return Fault{0, Applicability::safe, "Blanks, marks or empty segments stand before segment ids."};
  }
  return bytes.only_padding
             ? Fault{0, Applicability::safe, "Blanks or a byte-order mark stand outside of any interchange."}
             : Fault{0, Applicability::none, "Text stands outside of any interchange; it is kept."};
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV012",
    .name = "foreign-bytes",
    .severity = Severity::warning,
    .snip = 1,
    .kind = ErrorKind::invalid_character,
    .fix = Applicability::safe,
    .phase = Phase::complete,
    .doc = doc,
    .check = BytesCheck{check},
    .duty = Duty::strips_gaps,
};

}  // namespace scrub837::env012
