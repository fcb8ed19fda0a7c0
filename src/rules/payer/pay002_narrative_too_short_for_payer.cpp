#include "scrub837/rule.hpp"
#include "src/claim/narrative.hpp"
#include "src/claim/payer_requirements.hpp"

namespace scrub837::pay002 {
namespace {

constexpr Doc doc{
    .what = "The description of a line has fewer letters than the payer's profile requires.",
    .why =
        "The payer decides and prices from the description alone: what, how many times, where. If a few "
        "words are not enough, the line is returned as unprocessable.",
    .fix =
        "Type a longer description in the worklist: what was done, on which part of the body, for how long "
        "or how often. scrub837 adds no words of its own.",
    .bad = "SV1*HC:99600:::::DRESSING CHANGE*125*UN*1***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "WPS GHA on not otherwise classified codes; the profile sets the number of letters",
    .profile = "codes.unlisted.narrative_min_letters = 20",
    .ask =
        "Type a longer description in narrative (at most 80 characters): what was done, on which part of the "
        "body, for how long or how often.",
};

// A character beyond ASCII counts as a letter.
std::int64_t letters_of(std::string_view text) {
  std::int64_t letters = 0;
  for (char const byte : text) {
    bool const begins_character = static_cast<unsigned char>(byte) >= 0xC0;
    if ((byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || begins_character) ++letters;
  }
  return letters;
}

void check(LineView const& line, PayerRequirements const& requirements, Reporter& report) {
  if (requirements.narrative_min_letters == 0) return;
  auto const& state = line.narrative();
  // NAR001 and NAR005 hold these.
  if (state.found == NarrativeState::Found::nothing || state.found == NarrativeState::Found::clock_times)
    return;
  auto const text = state.in_note() ? line.claim().segment(state.note)[2] : line.description();
  auto const letters = letters_of(text);
  if (letters >= requirements.narrative_min_letters) return;
  report.add(state.in_note() ? Place{state.note, 2, 0} : Place{line.sv1_index(), 1, 7},
             static_cast<std::int32_t>(line.index()),
             "The description has " + std::to_string(letters) + " letters; the payer requires at least " +
                 std::to_string(requirements.narrative_min_letters) + ".",
             {Applicability::input, {}, {}});
}

}  // namespace

extern constexpr Rule rule{
    .id = "PAY002",
    .name = "narrative-too-short-for-payer",
    .severity = Severity::error,
    .snip = 7,
    .kind = ErrorKind::too_short,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = RequirementCheck{check},
    .duty = Duty::measures_for_payer,
};

}  // namespace scrub837::pay002
