#include "scrub837/rule.hpp"
#include "src/claim/code_of_the_day.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::unl005 {
namespace {

constexpr Doc doc{
    .what =
        "A Category III code (four digits and T) is in the description or a note of an unlisted line, or on "
        "the claim for the same day.",
    .why =
        "If a Category III code describes the service, it must be billed instead of an unlisted code; payers "
        "return the line otherwise.",
    .fix =
        "If the Category III code describes what was done, bill it instead. If it is only named for "
        "comparison, name a code that has a price.",
    .bad = "SV1*HC:99600:::::WOUND CARE WITH NEGATIVE PRESSURE 0999T*125*UN*1***1~",
    .good = "SV1*HC:0999T*125*UN*1***1~",
    .source = "CPT guidelines on Category III codes; Paramount policy PG0097",
};

void check(UnlistedLine const& line, Reporter& report) {
  auto const number = static_cast<std::int32_t>(line.index());
  bool said = false;
  for_each_text(line, [&](std::string_view text, Place place) {
    // The line's narrative was read already; most texts hold no such code.
    if (said || !mentions_category_iii(text)) return;
    said = read_narrative(text, line.procedure()).cites_category_iii;
    if (said)
      report.add(place, number,
                 "The text names a Category III code, which must be billed instead of an unlisted code if it "
                 "describes the service.");
  });
  if (said || code_of_the_day<is_category_iii>(line).empty()) return;
  report.add({line.sv1_index(), 1, 2}, number,
             "A Category III code is on this claim for the same day. It must be billed instead of an "
             "unlisted code if it describes the service.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL005",
    .name = "category-iii-first",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::misplaced,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl005
