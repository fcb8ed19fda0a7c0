#include "src/report/claim_parties.hpp"

#include <cstddef>
#include <span>

#include "src/text/shown_value.hpp"

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

}  // namespace

Party party_in(SegmentView const& nm1) { return {name_in(nm1), shown_value(nm1[9]), nm1[8] == "XX"}; }

namespace {

Party party_of(std::string_view loop, Delimiters delimiters) {
  if (loop.empty()) return {};
  return party_in(SegmentView(loop.substr(0, loop.find('\n')), delimiters));
}

// \return whether the level has it
bool read_patient(LevelParties& parties, std::string_view loop, Delimiters delimiters) {
  if (loop.empty()) return false;
  auto const party = party_of(loop, delimiters);
  parties.patient = party.name;
  parties.birth_date = {};
  for_each_segment(loop, delimiters, [&](SegmentView segment) {
    if (kind_of(segment.id()) == Kind::DMG) parties.birth_date = shown_value(segment[2]);
  });
  return true;
}

std::optional<SegmentView> nm1_of_loop(ClaimView const& claim, std::span<Loop const> loops, LoopId id) {
  auto const loop = std::ranges::find(loops, id, &Loop::id);
  return loop == loops.end() ? std::nullopt : std::optional(claim.segment(loop->first));
}

}  // namespace

std::string_view party_loop(std::string_view level, std::string_view entity, Delimiters delimiters) {
  std::size_t begin = level.size();
  std::size_t end = level.size();
  bool inside = false;
  for_each_segment(level, delimiters, [&](SegmentView segment) {
    if (kind_of(segment.id()) != Kind::NM1) return;
    auto const at = static_cast<std::size_t>(segment.text().data() - level.data());
    if (inside) end = at;
    inside = segment[1] == entity;
    if (!inside) return;
    begin = at;
    end = level.size();
  });
  return level.substr(begin, end - begin);
}

Party billing_provider_in(LevelContents const& levels, Delimiters delimiters) {
  return party_of(party_loop(levels.level(0), "85", delimiters), delimiters);
}

LevelParties parties_in(LevelContents const& levels, Delimiters delimiters) {
  LevelParties parties;
  parties.billing_provider = billing_provider_in(levels, delimiters);
  auto const subscriber = party_loop(levels.level(1), "IL", delimiters);
  parties.member_id = party_of(subscriber, delimiters).id;
  parties.payer = party_of(party_loop(levels.level(1), "PR", delimiters), delimiters);
  if (!read_patient(parties, party_loop(levels.level(2), "QC", delimiters), delimiters))
    read_patient(parties, subscriber, delimiters);
  return parties;
}

std::optional<SegmentView> rendering_nm1(ClaimView const& claim, std::int32_t line) {
  if (line >= 0) {
    auto const of_line =
        nm1_of_loop(claim, claim.line(static_cast<std::size_t>(line)).children(), LoopId::L2420A);
    if (of_line && !name_in(*of_line).empty()) return of_line;
  }
  return nm1_of_loop(claim, claim.loops(), LoopId::L2310B);
}

Party rendering_provider(ClaimView const& claim, std::int32_t line) {
  auto const nm1 = rendering_nm1(claim, line);
  return nm1 ? party_in(*nm1) : Party{};
}

}  // namespace scrub837
