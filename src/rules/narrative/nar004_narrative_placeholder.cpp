#include "scrub837/rule.hpp"
#include "src/claim/displaced_description.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar004 {
namespace {

constexpr Doc doc{
    .what =
        "SV101-7 of an unlisted line has only a placeholder, in English or Spanish: the code again, "
        "\"unlisted\", \"see notes\", a number, or fewer than ten letters. The name of a drug, equipment or "
        "supply may be shorter.",
    .why =
        "A placeholder passes the payer's front end, which only checks that SV101-7 is not blank. It is "
        "denied at review because nobody can tell what was done.",
    .fix =
        "Type what was done, for how long, and why in the worklist. A text that is merely short, doubtful, "
        "or names a kind of item (WOUND SUPPLIES) is a warning; --optional-rows adds it to the worklist.",
    .bad = "SV1*HC:99600:::::SEE ATTACHED NOTES*125*UN*1***1~",
    .good = "SV1*HC:99600:::::CAREGIVER TRAINING TRACH SUCTION 40 MIN*125*UN*1***1~",
    .source = "CMS SE1138; Priority Health, claims with unlisted CPT codes; remark code N350",
    .ask =
        "Type what was done, for how long, and why in narrative (at most 80 characters); it goes into "
        "SV101-7.",
};

// Certain: nobody who reads it can take it for a description.
bool is_certain(NarrativeState const& state) {
  switch (state.kind) {
    case NarrativeKind::placeholder:
      return state.reading.certain;
    case NarrativeKind::too_short:
    case NarrativeKind::remark:
    case NarrativeKind::category:
      return false;
    default:
      return true;
  }
}

// A severity set by configuration holds for both.
Severity severity_of(NarrativeState const& state, Reporter const& report) {
  return is_certain(state) ? report.severity() : report.severity_or(Severity::warning);
}

void check(UnlistedLine const& line, Reporter& report) {
  auto const& state = line.narrative();
  if (state.found != NarrativeState::Found::stub || is_void(line.claim())) return;
  report.add_as(severity_of(state, report), {line.sv1_index(), 1, 7}, static_cast<std::int32_t>(line.index()),
                "SV101-7 has a text, but it " + std::string(in_plain_words(state.kind)) + "." +
                    std::string(displaced_hint(line)),
                {Applicability::input, {}, {}});
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR004",
    .name = "narrative-placeholder",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
    .duty = Duty::describes_line,
};

}  // namespace scrub837::nar004
