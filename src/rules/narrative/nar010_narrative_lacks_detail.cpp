#include "scrub837/rule.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what =
        "The description of an unlisted line can be read, but says neither what was done nor for how long, "
        "how often or how much of it. Lines of drugs (2410) are left out.",
    .why =
        "Payers price an unlisted line by comparing the work with that of a listed code. Without the work "
        "and its extent they ask back, or pay little.",
    .fix =
        "Better: what was done, where on the body, for how long or how many times. This is advice; nothing "
        "is held for it.",
    .bad = "SV1*HC:99600:::::DIABETIC FOOT ULCER PATIENT HOMEBOUND*125*UN*1***1~",
    .good = "SV1*HC:99600:::::DIABETIC FOOT ULCER DRESSING CHANGE 30 MIN*125*UN*1***1~",
    .source = "WPS, Noridian and CGS on the description of not otherwise classified codes",
};

void check(UnlistedLine const& line, Reporter& report) {
  if (identifies_drug(line)) return;
  auto const& state = line.narrative();
  if (!state.usable() || state.reading.names_activity || state.reading.names_extent) return;
  report.add(state.in_note() ? Place{state.note, 2, 0} : Place{line.sv1_index(), 1, 7},
             static_cast<std::int32_t>(line.index()),
             "The description says neither what was done nor how long, how often or how much.");
}

}  // namespace

extern constexpr Rule nar010{"NAR010", "narrative-lacks-detail", Severity::info,
                             7,        Applicability::none,      Phase::complete,
                             doc,      UnlistedCheck{check}};

}  // namespace scrub837
