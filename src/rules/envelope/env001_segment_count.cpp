#include "src/rules/envelope_checks.hpp"

namespace scrub837::env001 {
namespace {

constexpr Doc doc{
    .what = "SE01 is not the number of segments from ST to SE.",
    .why = "The receiver assumes that segments were lost and rejects the transaction set.",
    .fix = "SE01 is changed to the right number.",
    .bad = "SE*99*0001~",
    .good = "SE*25*0001~",
    .source = "005010X222A1, SE01",
};

std::optional<Fault> check(TrailerView const& trailer) {
  return envelope::wrong_count(trailer, EnvelopeLevel::set, "SE01", "segments");
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV001",
    .name = "segment-count",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::count_mismatch,
    .fix = Applicability::safe,
    .phase = Phase::complete,
    .doc = doc,
    .check = TrailerCheck{check},
    .release = Release::impossible,
    .duty = Duty::counts_segments,
};

}  // namespace scrub837::env001
