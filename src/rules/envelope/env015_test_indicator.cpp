#include "scrub837/rule.hpp"

namespace scrub837::env015 {
namespace {

constexpr std::uint8_t isa15 = 15;

constexpr Doc doc{
    .what = "The usage indicator (ISA15) is T (test data). Anything but T or P is an error.",
    .why =
        "A payer does not adjudicate test claims: they are acknowledged and never paid. A receiver rejects "
        "any "
        "other value (TA1 code 020).",
    .fix =
        "If the claims are real, set ISA15 to P (production data) in the billing system and send the file "
        "again.",
    .bad =
        "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
        "*260914*1200*^*00501*000000001*0*T*:~",
    .good =
        "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
        "*260914*1200*^*00501*000000001*0*P*:~",
    .source = "005010X222A1, ISA15; TA105 020",
};

std::optional<Fault> check(HeaderView const& header) {
  if (header.level != EnvelopeLevel::interchange || header.isa[isa15] == "P") return std::nullopt;
  if (header.isa[isa15] == "T")
    return Fault{isa15, Applicability::none, "ISA15 is T: a payer does not pay test claims."};
  return Fault{.element = isa15,
               .fix = Applicability::none,
               .message = "ISA15 is neither P (production data) nor T (test data).",
               .severity = Severity::error};
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV015",
    .name = "test-indicator",
    .severity = Severity::warning,
    .snip = 1,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = HeaderCheck{check},
    .release = Release::impossible,
};

}  // namespace scrub837::env015
