#include "src/report/claim_parties.hpp"

#include <algorithm>
#include <cstddef>

#include "src/report/shown_value.hpp"

namespace scrub837 {
namespace {

std::string name_in(SegmentView const& nm1) {
  std::string name(shown_value(nm1[3]));
  // An organization has one name; what is in the others is not meant.
  if (nm1[2] == "2") return name;
  auto const* between = name.empty() ? "" : ", ";
  for (auto const given : {nm1[4], nm1[5]}) {
    if (given.empty()) continue;
    name.append(between).append(shown_value(given));
    between = " ";
  }
  return name;
}

Party party_in(SegmentView const& nm1) { return {name_in(nm1), shown_value(nm1[9]), nm1[8] == "XX"}; }

// Hands over the segments of a level, without its HL.
template <typename Use>
void for_each_segment(std::string_view level, Delimiters delimiters, Use use) {
  while (!level.empty()) {
    auto const end = std::min(level.find('\n'), level.size());
    use(SegmentView(level.substr(0, end), delimiters));
    level.remove_prefix(std::min(end + 1, level.size()));
  }
}

void read_patient(LevelParties& parties, std::string_view level, Delimiters delimiters, bool dependent) {
  bool in_patient = false;
  for_each_segment(level, delimiters, [&](SegmentView segment) {
    auto const kind = kind_of(segment.id());
    if (kind == Kind::NM1) {
      in_patient = segment[1] == (dependent ? "QC" : "IL");
      if (!in_patient) return;
      parties.patient = name_in(segment);
      parties.birth_date = {};
      if (!dependent) parties.member_id = shown_value(segment[9]);
    } else if (kind == Kind::DMG && in_patient) {
      parties.birth_date = shown_value(segment[2]);
    }
  });
}

Party party_of_loop(ClaimView const& claim, std::span<Loop const> loops, LoopId id) {
  auto const loop = std::ranges::find(loops, id, &Loop::id);
  return loop == loops.end() ? Party{} : party_in(claim.segment(loop->first));
}

}  // namespace

Party billing_provider_in(LevelContents const& levels, Delimiters delimiters) {
  Party provider;
  for_each_segment(levels.level(0), delimiters, [&](SegmentView segment) {
    if (kind_of(segment.id()) == Kind::NM1 && segment[1] == "85") provider = party_in(segment);
  });
  return provider;
}

LevelParties parties_in(LevelContents const& levels, Delimiters delimiters) {
  LevelParties parties;
  parties.billing_provider = billing_provider_in(levels, delimiters);
  read_patient(parties, levels.level(1), delimiters, false);
  read_patient(parties, levels.level(2), delimiters, true);
  return parties;
}

Party rendering_provider(ClaimView const& claim, std::int32_t line) {
  if (line >= 0) {
    auto party = party_of_loop(claim, claim.line(static_cast<std::size_t>(line)).children(), LoopId::L2420A);
    if (!party.name.empty()) return party;
  }
  return party_of_loop(claim, claim.loops(), LoopId::L2310B);
}

}  // namespace scrub837
