#include "src/rules/envelope_checks.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what = "The number of transaction sets in GE01 is not the number that stands in the group.",
    .why = "The receiver takes it that sets were lost, and refuses the group.",
    .fix = "GE01 is counted anew.",
    .bad = "GE*4*1~",
    .good = "GE*1*1~",
    .source = "005010X222A1, GE01",
};

std::optional<Fault> check(TrailerView const& trailer) {
  return envelope::wrong_count(trailer, EnvelopeLevel::group, "GE01", "transaction sets");
}

}  // namespace

extern constexpr Rule env003{"ENV003",
                             "transaction-count",
                             Severity::error,
                             1,
                             Applicability::safe,
                             Phase::complete,
                             doc,
                             TrailerCheck{check},
                             Kind::unknown,
                             Release::impossible,
                             Duty::counts_sets};

}  // namespace scrub837
