#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/claim/narrative.hpp"
#include "src/guide/bound_guide.hpp"

namespace scrub837::nar008 {
namespace {

constexpr Doc doc{
    .what =
        "More notes (NTE) than the loop allows: one for a claim; for a line, one of type ADD or DCP and one "
        "of type TPO.",
    .why = "4010 allowed more. A 5010 receiver rejects the transaction set or reads only the first note.",
    .fix =
        "Notes of one type that fit into 80 characters together are joined into the first one (at most a "
        "hundred notes). Otherwise, type one text in the worklist.",
    .bad = "SV1*HC:99600:::::WOUND CARE LEFT HEEL*125*UN*1***1~NTE*ADD*DRESSING CHANGED~NTE*ADD*45 MINUTES~",
    .good = "SV1*HC:99600:::::WOUND CARE LEFT HEEL*125*UN*1***1~NTE*ADD*DRESSING CHANGED 45 MINUTES~",
    .source = "005010X222A1, 2300 NTE (1), 2400 NTE (1 and 1)",
    .ask =
        "The notes are of different types, or too long to be joined into one of 80 characters. One text "
        "typed in narrative (at most 80 characters) replaces them all. If SV101-7 is blank or not right, the "
        "text goes there too.",
};

// Where there are more, each has less than a letter left.
constexpr std::size_t max_joined = 100;

Fix join(ClaimView const& claim, std::vector<std::uint32_t> const& notes) {
  if (notes.size() > max_joined) return {Applicability::input, {}, {}};
  auto const type = claim.segment(notes[0])[1];
  std::string joined;
  std::set<std::string_view> seen;
  Fix fix{Applicability::safe, {}, {}};
  for (auto const index : notes) {
    auto const note = claim.segment(index);
    if (note[1] != type) return {Applicability::input, {}, {}};
    auto const text = trimmed(note[2]);
    if (index != notes[0]) fix.edits.push_back({Edit::What::remove, {index, 0, 0}, {}});
    if (text.empty() || !seen.insert(text).second) continue;
    if (!joined.empty()) joined.push_back(' ');
    joined.append(text);
    if (joined.size() > longest_narrative && text_length(joined) > longest_narrative)
      return {Applicability::input, {}, {}};
  }
  fix.edits.insert(fix.edits.begin(), {Edit::What::set, {notes[0], 2, 0}, std::move(joined)});
  return fix;
}

void judge(ClaimView const& claim, std::vector<std::uint32_t> const& notes, std::int32_t line,
           Reporter& report) {
  if (notes.size() < 2) return;
  auto message = std::to_string(notes.size()) + " notes, where the guide allows one.";
  if (notes.size() > max_joined) message += " More than a hundred notes are not joined.";
  report.add({notes[1], 1, 0}, line, std::move(message), join(claim, notes));
}

// What a note is whose type is wrong is not known (NAR009), unless all are alike.
void leave_known(ClaimView const& claim, std::vector<std::uint32_t>& notes, bool at_line) {
  auto const& guide = guide::guide_of(claim.settings());
  auto const is_known = [&](std::uint32_t index) {
    return guide.takes(at_line ? LoopId::L2400 : LoopId::L2300, Kind::NTE, 1, claim.segment(index)[1]);
  };
  if (std::ranges::none_of(notes, is_known)) return;
  std::erase_if(notes, [&](std::uint32_t index) { return !is_known(index); });
}

void check(ClaimView const& claim, Reporter& report) {
  auto const all = claim.notes();
  for (std::size_t first = 0, last = 0; first < all.size(); first = last) {
    auto const line = all[first].line;
    std::vector<std::uint32_t> notes;
    std::vector<std::uint32_t> third_party;
    for (last = first; last < all.size() && all[last].line == line; ++last) {
      auto const index = all[last].segment;
      bool const apart = line >= 0 && claim.segment(index)[1] == "TPO";
      (apart ? third_party : notes).push_back(index);
    }
    leave_known(claim, notes, line >= 0);
    judge(claim, notes, line, report);
    judge(claim, third_party, line, report);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR008",
    .name = "note-repeated",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::too_many,
    .fix = Applicability::safe,
    .phase = Phase::join,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::NTE},
};

}  // namespace scrub837::nar008
