#include "scrub837/rule.hpp"
#include "src/claim/displaced_description.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar001 {
namespace {

constexpr Doc doc{
    .what =
        "A line is billed with an unlisted code such as 99600, and no text in the claim describes the "
        "service. Void claims (CLM05-3 is 8) are not checked: the payer has the original.",
    .why =
        "An unlisted code names no service. Without a description the payer cannot price the line: the line "
        "is returned as unprocessable or denied (remark code N350).",
    .fix =
        "Type what was done, for how long, and why (at most 80 characters) in the worklist; it goes into "
        "SV101-7. scrub837 never writes a description of its own.",
    .bad = "SV1*HC:99600*125*UN*1***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV101-7; CMS SE1138; remark code N350",
    .ask =
        "Type what was done, for how long, and why in narrative (at most 80 characters); it goes into "
        "SV101-7.",
};

void check(UnlistedLine const& line, Reporter& report) {
  // ENV020 reports an SV101 that cannot be read.
  if (line.other_separator() || line.narrative().found != NarrativeState::Found::nothing ||
      is_void(line.claim()))
    return;
  report.add({line.sv1_index(), 1, 7}, static_cast<std::int32_t>(line.index()),
             "Unlisted code " + std::string(line.procedure()) +
                 " has no service description (SV101-7 or NTE)." + std::string(displaced_hint(line)),
             {Applicability::input, {}, {}});
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR001",
    .name = "narrative-missing",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
    .duty = Duty::describes_line,
};

}  // namespace scrub837::nar001
