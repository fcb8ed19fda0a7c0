#include "scrub837/rule.hpp"
#include "src/claim/displaced_description.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what =
        "SV101-7 of an unlisted line is filled, but with a stub: the code again, \"unlisted\", \"see "
        "notes\", a number, fewer than ten letters.",
    .why =
        "It passes the payer's front end, which only asks that something stands there, and is denied at "
        "review because nobody can tell what was done.",
    .fix =
        "Type what was done, for how long and why into the worklist. While it is only a warning, its row is "
        "there with --optional-rows.",
    .bad = "SV1*HC:99600:::::SEE ATTACHED NOTES*125*UN*1***1~",
    .good = "SV1*HC:99600:::::CAREGIVER TRAINING TRACH SUCTION 40 MIN*125*UN*1***1~",
    .source = "CMS SE1138; Priority Health, claims with unlisted CPT codes; remark code N350",
    .ask =
        "Type what was done, for how long and why into narrative (at most 80 characters); it goes into "
        "SV101-7.",
};

void check(UnlistedLine const& line, Reporter& report) {
  auto const& state = line.narrative();
  if (state.found != NarrativeState::Found::stub) return;
  report.add({line.sv1_index(), 1, 7}, static_cast<std::int32_t>(line.index()),
             "SV101-7 is filled, but its text " + std::string(in_plain_words(state.kind)) + "." +
                 std::string(displaced_hint(line)),
             {Applicability::input, {}, {}});
}

}  // namespace

extern constexpr Rule nar004{"NAR004", "narrative-placeholder", Severity::warning,
                             4,        Applicability::input,    Phase::complete,
                             doc,      UnlistedCheck{check}};

}  // namespace scrub837
