#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scrub837/rule.hpp"
#include "src/rules/stray_runs.hpp"

namespace scrub837::env010 {
namespace {

constexpr Doc doc{
    .what = "A segment of the guide that is not allowed at this position.",
    .why =
        "The receiver rejects the transaction set (999, IK304 2). The segment belongs to another loop, or "
        "the segment or loop that must come before it is missing.",
    .fix =
        "Correct it in the billing system: remove the segment, move it to its loop, or add what is missing "
        "before it. Nothing is changed, and the claim is held. If the segment is above the claims, every "
        "claim below it is held.",
    .bad = "SV1*HC:99213*125*UN*1***1~DMG*D8*19500101*F~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, loop table",
};

// What a level begins with, or its person: behind its HL, which may have been lost.
bool begins_level(Segment const& segment) {
  if (segment.kind == Kind::SBR || segment.kind == Kind::PAT) return true;
  return segment.kind == Kind::NM1 &&
         (segment.qualifier == pack_tag("85") || segment.qualifier == pack_tag("IL") ||
          segment.qualifier == pack_tag("QC"));
}

// Where the rest of a level that begins here ends.
std::uint32_t end_of_level(std::span<Segment const> segments, std::uint32_t first) {
  constexpr std::array parts{Kind::PAT, Kind::NM1, Kind::N3, Kind::N4, Kind::DMG, Kind::REF, Kind::PER};
  auto const behind = std::find_if(segments.begin() + first + 1, segments.end(), [&](Segment const& segment) {
    return std::find(parts.begin(), parts.end(), segment.kind) == parts.end();
  });
  return static_cast<std::uint32_t>(behind - segments.begin());
}

// What stands in a level is of a claim whose CLM was lost, from here on.
bool is_of_lost_claim(SegmentRun const& stretch, std::uint32_t first) {
  constexpr std::array parts{Kind::HI, Kind::LX, Kind::SV1};
  auto const level = stretch.outermost();
  if (level != LoopId::L2000A && level != LoopId::L2000B && level != LoopId::L2000C) return false;
  return std::ranges::any_of(stretch.segments.subspan(first), [&](Segment const& segment) {
    return std::ranges::find(parts, segment.kind) != parts.end();
  });
}

// Whether a segment that the guide doesn't have, right before this one, is what this one needs before it.
bool behind_unknown(SegmentRun const& stretch, std::uint32_t index) {
  return index > 0 && stretch.segments[index - 1].kind == Kind::unknown;
}

// Whether an NM1 is of a party that no loop of the guide has, such as NM1*FA of 4010.
bool is_unknown_party(Segment const& segment) {
  constexpr std::string_view known = "41 40 85 87 PE IL PR QC DN P3 82 77 DQ PW 45 QB DK";
  if (segment.kind != Kind::NM1) return false;
  for (std::size_t at = 0; at < known.size(); at += 3) {
    if (segment.qualifier == pack_tag(known.substr(at, 2))) return false;
  }
  return true;
}

std::string message_of(Segment const& segment, LoopId outermost) {
  if (segment.kind == Kind::SBR && outermost == LoopId::L2000A) {
    return "SBR in a billing provider level (2000A). The HL of a subscriber may have been lost here, so the "
           "claims that follow are held.";
  }
  // Before the first level, or in one that a level of the other kind can't be in.
  bool const outside =
      outermost == LoopId::stray || outermost == LoopId::L1000A || outermost == LoopId::L1000B;
  if (outside && segment.kind == Kind::NM1 && segment.qualifier == pack_tag("85")) {
    return "NM1 of a billing provider in front of the first level. The HL of a billing provider may have "
           "been "
           "lost here.";
  }
  if (segment.kind == Kind::PAT && outermost == LoopId::L2000B) {
    return "PAT behind the payer of a subscriber level (2000B). The HL of a patient may have been lost here, "
           "so "
           "the claims that follow are held.";
  }
  if (is_unknown_party(segment))
    return "NM101 is not the code of a party that 5010 has. The service facility is 77 (4010 had FA, LI and "
           "TL).";
  if (segment.kind == Kind::FRM) return "FRM without the LQ that starts its form (2440).";
  return fmt::format("{} is not allowed at this position.", name_of(segment.kind));
}

// Of the answers of a form that lacks its LQ the first is enough.
bool follows_its_like(SegmentRun const& stretch, std::uint32_t index) {
  return stretch.segments[index].kind == Kind::FRM && index > 0 &&
         stretch.segments[index - 1].kind == Kind::FRM;
}

// Whether the line before an SV1 has an LX and no SV1: a party or drug of the line stands between them.
bool is_of_line_before(SegmentRun const& stretch, std::uint32_t first) {
  for (auto i = first; i-- > 0 && stretch.segments[i].kind != Kind::SV1;) {
    if (stretch.segments[i].kind == Kind::LX) return i + 1 < first;
  }
  return false;
}

void check(SegmentRun const& stretch, Reporter& report) {
  if (stretch.orphan_claim) {
    report.add({0, 0, 0}, -1, "CLM with no open subscriber loop (2000B).");
  }
  StrayRuns runs;
  bool behind_lines = false;
  std::uint32_t reported = 0;  // up to here a level was lost, which is one fault
  for (auto const& loop : stretch.loops) {
    auto const& head = stretch.segments[loop.first];
    if (loop.id == LoopId::stray && in_guide(head.kind)) {
      auto const run = runs.of(stretch, loop);
      if (loop.first < reported || follows_its_like(stretch, loop.first)) continue;
      if (is_of_lost_claim(stretch, loop.first)) {
        reported = static_cast<std::uint32_t>(stretch.segments.size());
        if (behind_unknown(stretch, loop.first)) continue;
        report.add({loop.first, 0, 0}, -1,
                   fmt::format("{} is not allowed at this position. The CLM of a claim may have been lost "
                               "here: that claim is in no count, and its charge in no total.",
                               name_of(head.kind)));
        continue;
      }
      if (begins_level(head)) reported = end_of_level(stretch.segments, loop.first);
      report.add_alike({loop.first, 0, 0}, -1, message_of(head, stretch.outermost()), Applicability::none,
                       run);
    } else if (loop.id == LoopId::L2400 && head.kind == Kind::SV1 && !behind_unknown(stretch, loop.first)) {
      // Each is a line of its own, and no more of them are told than of any rule.
      report.add_alike(
          {loop.first, 0, 0}, -1,
          is_of_line_before(stretch, loop.first)
              ? "SV1 comes after a loop of its line, such as a provider's NM1; it must come first."
              : "SV1 without the LX that starts its line.");
    } else if (loop.id == LoopId::L2320 && behind_lines) {
      report.add_alike(
          {loop.first, 0, 0}, -1,
          "SBR after the service lines; the SBR of another payer (loop 2320) must come before them. Or "
          "the HL of a subscriber was lost here.",
          Applicability::none, runs.of(stretch, loop));
    } else if (loop.id == LoopId::L2000) {
      // Whatever is in such a level has no place either.
      report.add({loop.first, 3, 0}, -1, "HL03 is not a level of an 837P.");
      return;
    }
    behind_lines = behind_lines || loop.id == LoopId::L2400;
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV010",
    .name = "segment-unexpected",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::unexpected_segment,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .release = Release::needs_reason,
    .duty = Duty::places_segments,
};

}  // namespace scrub837::env010
