#include "src/report/export_facts.hpp"

#include <algorithm>

#include "src/report/claim_parties.hpp"
#include "src/text/shown_value.hpp"

namespace scrub837 {

std::string shown(MaybeSegment const& segment, std::size_t element) {
  return segment ? std::string(shown_value((*segment)[element])) : std::string{};
}
std::string party_name(MaybeSegment const& nm1) { return nm1 ? party_in(*nm1).name : std::string{}; }
std::string party_npi(MaybeSegment const& nm1) {
  return nm1 ? std::string(party_in(*nm1).npi()) : std::string{};
}

MaybeSegment LoopText::find(Kind kind, std::initializer_list<std::string_view> qualifiers) const {
  MaybeSegment found;
  for_each_segment(text, delimiters, [&](SegmentView segment) {
    if (found || kind_of(segment.id()) != kind) return;
    if (qualifiers.size() == 0 || std::ranges::find(qualifiers, segment[1]) != qualifiers.end())
      found = segment;
  });
  return found;
}

ExportFacts::ExportFacts(ClaimUnit const& unit, std::string_view file)
    : unit_(&unit),
      file_(file),
      billing_provider_{party_loop(unit.above().level(0), "85", unit.delimiters()), unit.delimiters()},
      subscriber_{party_loop(unit.above().level(1), "IL", unit.delimiters()), unit.delimiters()},
      dependent_{party_loop(unit.above().level(2), "QC", unit.delimiters()), unit.delimiters()},
      of_dependent_(!dependent_.empty()) {}

MaybeSegment ExportFacts::find(std::size_t loop, Kind kind, std::string_view qualifier) const {
  for (auto const index : claim().direct(loop, kind)) {
    auto const segment = claim().segment(index);
    if (segment.id() == name_of(kind) && (qualifier.empty() || segment[1] == qualifier)) return segment;
  }
  return std::nullopt;
}

MaybeSegment ExportFacts::first_of(LoopId id, Loop const* within) const {
  for (auto const& loop : claim().loops()) {
    bool const inside = within == nullptr || (loop.first >= within->first && loop.last <= within->last);
    if (loop.id == id && inside) return claim().segment(loop.first);
  }
  return std::nullopt;
}

std::string ExportFacts::cause(std::string_view code) const {
  constexpr std::size_t most = 3;
  for (std::size_t part = 1; part <= most; ++part) {
    if (claim().clm().component(11, part) == code) return "Y";
  }
  return {};
}

std::string ExportFacts::notes(std::int32_t line) const {
  std::string notes;
  for (auto const mark : claim().notes_of(line)) {
    auto const text = claim().segment(mark.segment)[2];
    if (text.empty() || notes.size() >= longest_segment_shown) continue;
    notes.append(notes.empty() ? "" : "; ").append(shown_value(text));
  }
  return notes;
}

}  // namespace scrub837
