#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/claim/cites_attachment.hpp"

namespace scrub837 {
namespace {

constexpr Doc doc{
    .what =
        "A description (SV101-7) or note (NTE02) says that a document is attached or sent, and no "
        "attachment indicator (PWK) stands at the line or its claim.",
    .why =
        "Nothing is ever attached to an 837: the payer learns of a document from the indicator alone, and "
        "a reviewer who reads the text looks for one that nobody matched to the claim.",
    .fix =
        "If a document goes out, name its type, the way it goes and its control number in the worklist. If "
        "none does, reword the text.",
    .bad = "SV1*HC:99213*125*UN*1***1~NTE*ADD*SEE ATTACHED NURSING NOTES~",
    .good =
        "SV1*HC:99213*125*UN*1***1~PWK*NN*EL***AC*ACN0001~DTP*472*D8*20260914~"
        "NTE*ADD*SEE ATTACHED NURSING NOTES~",
    .source = "005010X222A1, 2300 and 2400 PWK; NGS and Noridian, paperwork instructions",
};

void add(Reporter& report, Place place, std::int32_t line) {
  report.add(place, line,
             "The text says that a document is attached or sent, and no indicator announces one.",
             {Applicability::input, {}, {}});
}

// Once a line, at the first text that says so.
void check(ClaimView const& claim, Reporter& report) {
  auto const indicators = claim.indicators();
  if (!indicators.empty() && indicators.front().line < 0) return;
  auto const announced = [&](std::int32_t line) {
    return std::any_of(indicators.begin(), indicators.end(),
                       [&](Mark const& mark) { return line < 0 || mark.line == line; });
  };
  auto note = claim.notes().begin();
  auto const note_of = [&](std::int32_t line) -> std::optional<std::uint32_t> {
    std::optional<std::uint32_t> found;
    for (; note != claim.notes().end() && note->line == line; ++note) {
      auto const segment = claim.segment(note->segment);
      if (!found && segment[1] != "TPO" && cites_attachment(segment[2])) found = note->segment;
    }
    return found;
  };
  if (auto const cited = note_of(-1); cited && !announced(-1)) add(report, {*cited, 2, 0}, -1);
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    auto const number = static_cast<std::int32_t>(i);
    auto const cited = note_of(number);
    if (line.has_service() && cites_attachment(line.description())) {
      if (!announced(number)) add(report, {line.sv1_index(), 1, 7}, number);
    } else if (cited && !announced(number)) {
      add(report, {*cited, 2, 0}, number);
    }
  }
}

}  // namespace

extern constexpr Rule att011{"ATT011",
                             "narrative-cites-attachment",
                             Severity::warning,
                             7,
                             Applicability::input,
                             Phase::complete,
                             doc,
                             ClaimCheck{check}};

}  // namespace scrub837
