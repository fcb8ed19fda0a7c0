#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what = "Two unlisted lines of a claim have the same description, though their dates or charges differ.",
    .why =
        "Text that repeats itself looks copied. The payer doubts that the second service took place, or asks "
        "why the same work costs more.",
    .fix =
        "Say at each line what was done that day, for how long and on which part of the body. If the work "
        "really was the same, leave it: nothing is held.",
    .bad =
        "SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260914~SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260915~",
    .good =
        "SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260914~SV1*HC:99600:::::WOUND CARE LEFT HEEL AND SACRUM 60 "
        "MIN*125*UN*1***1~DTP*472*D8*20260915~",
    .source = "Payers' guidance on cloned documentation; DOMAIN facts of scrub837, section 8",
};

// The text that a payer reads for the line: a stub counts too, clock times are no narrative, and the claim's
// note is no text of the line.
std::string_view narrative_of(LineView const& line) {
  using enum NarrativeState::Found;
  auto const& state = line.narrative();
  if (state.found == nothing || state.found == clock_times || state.found == claim_note) return {};
  return state.in_note() ? line.claim().segment(state.note)[2] : line.description();
}

bool same_text(std::string_view one, std::string_view other) {
  // Neither case nor blanks make another text.
  auto const plain = [](std::string_view& text) -> char {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (text.empty()) return '\0';
    char const byte = text.front();
    text.remove_prefix(1);
    return byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
  };
  for (;;) {
    char const byte = plain(one);
    if (byte != plain(other)) return false;
    if (byte == '\0') return true;
  }
}

bool differ(LineView const& one, LineView const& other) {
  auto const dates = service_dates(one);
  auto const other_dates = service_dates(other);
  return dates.from != other_dates.from || dates.to != other_dates.to ||
         parse_money(one.charge()) != parse_money(other.charge());
}

void check(ClaimView const& claim, Reporter& report) {
  if (claim.unlisted_count() < 2) return;
  for (std::size_t i = 1; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service() || !line.unlisted() || identifies_drug(line)) continue;
    auto const text = narrative_of(line);
    if (text.empty()) continue;
    for (std::size_t j = 0; j < i; ++j) {
      auto const earlier = claim.line(j);
      if (!earlier.has_service() || !earlier.unlisted() || !differ(earlier, line)) continue;
      if (!same_text(narrative_of(earlier), text)) continue;
      auto const& state = line.narrative();
      report.add(state.in_note() ? Place{state.note, 2, 0} : Place{line.sv1_index(), 1, 7},
                 static_cast<std::int32_t>(i),
                 "The same description stands on line " + std::to_string(j + 1) +
                     ", whose date or charge is another.");
      break;
    }
  }
}

}  // namespace

extern constexpr Rule nar012{"NAR012", "narrative-repeated", Severity::warning,
                             7,        Applicability::none,  Phase::complete,
                             doc,      ClaimCheck{check}};

}  // namespace scrub837
