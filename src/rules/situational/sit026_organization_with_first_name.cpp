#include <fmt/format.h>

#include <array>

#include "src/rules/party_words.hpp"
#include "src/rules/situational/run_parts.hpp"

namespace scrub837::sit026 {
namespace {

constexpr Doc doc{
    .what =
        "A party is an organization (NM102 is 2) but has a first name, middle name, or suffix (NM104, NM105, "
        "NM107).",
    .why =
        "Only people have them. Either NM102 is wrong, or the name of the organization was split; "
        "receivers reject both.",
    .fix = "In the billing system, check whether this is a person or an organization, and correct the name.",
    .bad = "NM1*85*2*ROE*ANN****XX*1234567893~SV1*HC:99213*125*UN*1***1~",
    .good = "NM1*85*1*ROE*ANN****XX*1234567893~SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, NM102, NM104, NM105 and NM107 of every party",
};

void check(SegmentRun const& run, Reporter& report) {
  for_each_party(run, [&](Loop const& party) {
    auto const name = run.segment(party.first);
    if (name[2] != "2") return;
    for (auto const element : std::to_array<std::uint8_t>({4, 5, 7})) {
      if (name[element].empty()) continue;
      report.add(
          {party.first, element, 0}, -1,
          fmt::format("The name{} is that of an organization (NM102 is 2), but has parts of a person's "
                      "name (NM104, NM105 or NM107).",
                      of_party(run, party.id)));
      return;
    }
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT026",
    .name = "organization-with-first-name",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_not_used,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::NM1},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit026
