#include <fmt/format.h>

#include <string>
#include <vector>

#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/guide/bound_guide.hpp"

namespace scrub837::nar009 {
namespace {

constexpr Doc doc{
    .what =
        "The note type (NTE01) is not allowed in its loop. Allowed are ADD, CER, DCP, DGN and TPO for a "
        "claim, and ADD, DCP and TPO for a line.",
    .why =
        "The type says who should read the note. A receiver rejects the transaction set if it does not know "
        "the type.",
    .fix =
        "Type the right type into the worklist: ADD for what was done, DCP for goals and plans, TPO for "
        "other "
        "organizations. The text alone does not show which one is meant.",
    .bad =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~NTE*GEN*DRESSING CHANGED AND "
        "CAREGIVER SHOWN~",
    .good =
        "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~NTE*ADD*DRESSING CHANGED AND "
        "CAREGIVER SHOWN~",
    .source = "005010X222A1, 2300 NTE01 and 2400 NTE01; SNIP type 2",
    .value = "Type the right type in the column value.",
};

// The codes of the guide in words: ADD, DCP or TPO.
std::string in_words(std::vector<std::string_view> const& codes) {
  std::string text;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (i > 0) text += i + 1 == codes.size() ? " or " : ", ";
    text += codes[i];
  }
  return text;
}

void check(ClaimView const& claim, Reporter& report) {
  auto const& guide = guide::guide_of(claim.settings());
  for (auto const [index, line] : claim.notes()) {
    auto const loop = line < 0 ? LoopId::L2300 : LoopId::L2400;
    auto const type = claim.segment(index)[1];
    if (guide.takes(loop, Kind::NTE, 1, type)) continue;
    report.add_alike({index, 1, 0}, line,
                     fmt::format("NTE01 of a {} note must be {}.", line < 0 ? "claim" : "line",
                                 in_words(guide.codes(loop, Kind::NTE, 1))));
    report.ask_for_value();
    if (type.empty()) report.of_kind(ErrorKind::required_missing);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR009",
    .name = "note-qualifier-invalid",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::NTE},
};

}  // namespace scrub837::nar009
