#include "scrub837/rule.hpp"
#include "src/claim/displaced_description.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar001 {
namespace {

constexpr Doc doc{
    .what =
        "A line is billed with an unlisted code such as 99600, and no text anywhere says what was done. A "
        "void claim (CLM05-3 is 8) is left alone: the payer has the original.",
    .why =
        "An unlisted code names no service. Without a description the payer cannot price the line: it "
        "comes back as unprocessable or is denied (remark code N350).",
    .fix =
        "Type what was done, for how long and why (at most 80 characters) into the worklist; it goes into "
        "SV101-7. Nothing is invented.",
    .bad = "SV1*HC:99600*125*UN*1***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV101-7; CMS SE1138; remark code N350",
};

void check(UnlistedLine const& line, Reporter& report) {
  // ENV020 speaks of an SV101 that can't be read.
  if (line.other_separator() || line.narrative().found != NarrativeState::Found::nothing ||
      is_void(line.claim()))
    return;
  report.add({line.sv1_index(), 1, 7}, static_cast<std::int32_t>(line.index()),
             std::string(line.procedure()) + " is billed, and nothing says what was done." +
                 std::string(displaced_hint(line)),
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
