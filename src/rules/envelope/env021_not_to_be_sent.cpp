#include <algorithm>

#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"

namespace scrub837::env021 {
namespace {

constexpr std::uint8_t isa08 = 8;
constexpr std::uint8_t isa15 = 15;

constexpr Doc doc{
    .what =
        "The configuration says which interchanges may be sent from here ([send]: usage indicators, "
        "receivers), and this one is not among them. Without these settings the rule finds nothing.",
    .why =
        "Test data in production, or production data at a test receiver, is billed twice or not at all, and "
        "shows patients' data to the wrong party.",
    .fix =
        "Take the file to the installation for test data, or to that receiver's. If the interchange is "
        "right, "
        "add its usage indicator or receiver to [send] in the configuration file.",
    .bad =
        "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
        "*260914*1200*^*00501*000000001*0*T*:~",
    .good =
        "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
        "*260914*1200*^*00501*000000001*0*P*:~",
    .source = "005010X222A1, ISA08, ISA15",
};

std::string_view without_blanks(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

bool may_be(std::vector<std::string> const& allowed, std::string_view value) {
  return allowed.empty() || std::ranges::find(allowed, without_blanks(value)) != allowed.end();
}

std::optional<Fault> check(HeaderView const& header) {
  if (header.level != EnvelopeLevel::interchange || header.settings == nullptr) return std::nullopt;
  auto const& send = header.settings->send;
  if (!may_be(send.usage, header.isa[isa15]))
    return Fault{isa15, Applicability::none,
                 "Interchanges with this usage indicator (ISA15) may not be sent from here."};
  if (!may_be(send.receivers, header.isa[isa08]))
    return Fault{isa08, Applicability::none,
                 "Interchanges for this receiver (ISA08) may not be sent from here."};
  return std::nullopt;
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV021",
    .name = "interchange-not-to-be-sent",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = HeaderCheck{check},
    .release = Release::impossible,
    .duty = Duty::guards_sending,
};

}  // namespace scrub837::env021
