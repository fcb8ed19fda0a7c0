#include "scrub837/rule.hpp"

namespace scrub837::env012 {
namespace {

constexpr Doc doc{
    .what =
        "Bytes that belong to no segment: a byte-order mark, spaces or text before the ISA, between "
        "interchanges or after the IEA, or spaces before a segment id.",
    .why =
        "Receivers expect the ISA at the first byte and a segment after each terminator. Some reject the "
        "file.",
    .fix = "Spaces and byte-order marks are removed. Text is kept, because nobody can tell what it is for.",
    .bad = "  GE*1*1~",
    .good = "GE*1*1~",
    .source = "X12.5 interchange control; seen in public samples",
};

std::optional<Fault> check(BytesView const& bytes) {
  if (bytes.where == BytesView::Where::inside_segment) return std::nullopt;
  if (bytes.where == BytesView::Where::before_segment) {
    return Fault{0, Applicability::safe,
                 "There are spaces, byte-order marks or empty segments before segment ids."};
  }
  return bytes.only_padding
             ? Fault{0, Applicability::safe,
                     "There are spaces or a byte-order mark outside the interchanges."}
             : Fault{0, Applicability::none, "There is text outside the interchanges. It is kept."};
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
