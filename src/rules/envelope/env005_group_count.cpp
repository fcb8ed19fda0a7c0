#include "src/rules/envelope_checks.hpp"

namespace scrub837::env005 {
namespace {

constexpr Doc doc{
    .what = "IEA01 is not the number of groups in the interchange.",
    .why = "The receiver assumes that groups were lost and rejects the interchange (TA1 code 021).",
    .fix = "IEA01 is changed to the right number.",
    .bad = "IEA*3*000000001~",
    .good = "IEA*1*000000001~",
    .source = "005010X222A1, IEA01; TA105 021",
};

std::optional<Fault> check(TrailerView const& trailer) {
  return envelope::wrong_count(trailer, EnvelopeLevel::interchange, "IEA01", "groups");
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV005",
    .name = "group-count",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::count_mismatch,
    .fix = Applicability::safe,
    .phase = Phase::complete,
    .doc = doc,
    .check = TrailerCheck{check},
    .release = Release::impossible,
    .duty = Duty::counts_groups,
};

}  // namespace scrub837::env005
