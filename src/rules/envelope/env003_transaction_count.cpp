#include "src/rules/envelope_checks.hpp"

namespace scrub837::env003 {
namespace {

constexpr Doc doc{
    .what = "GE01 is not the number of transaction sets in the group.",
    .why = "The receiver assumes that transaction sets were lost and rejects the group.",
    .fix = "GE01 is changed to the right number.",
    .bad = "GE*4*1~",
    .good = "GE*1*1~",
    .source = "005010X222A1, GE01",
};

std::optional<Fault> check(TrailerView const& trailer) {
  return envelope::wrong_count(trailer, EnvelopeLevel::group, "GE01", "transaction sets");
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV003",
    .name = "transaction-count",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::count_mismatch,
    .fix = Applicability::safe,
    .phase = Phase::complete,
    .doc = doc,
    .check = TrailerCheck{check},
    .release = Release::impossible,
    .duty = Duty::counts_sets,
};

}  // namespace scrub837::env003
