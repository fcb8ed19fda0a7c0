#include "src/fix/wrong_names.hpp"

#include <algorithm>

#include "scrub837/rule.hpp"

namespace scrub837 {
namespace {

static_assert(static_cast<unsigned>(Kind::count_) <= 64, "a bit for each");
std::uint64_t bit_of(Kind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }

}  // namespace

bool names_wrongly(Finding const& finding) {
  return finding.place.element == 1 && finding.place.component == 0 &&
         (finding.rule->kind == ErrorKind::invalid_code || finding.rule->kind == ErrorKind::separator) &&
         finding.missing.segment == Kind::unknown;
}

WrongNames::WrongNames(std::span<Finding const> findings, std::span<Segment const> segments,
                       std::span<Loop const> loops)
    : loops_(loops) {
  if (std::ranges::none_of(findings, names_wrongly)) return;
  place_segments(segments.size());
  kinds_.resize(loops.size());
  for (auto const& finding : findings) {
    if (finding.place.segment >= segments.size() || !names_wrongly(finding)) continue;
    auto const loop = innermost_[finding.place.segment];
    if (loop == nowhere) continue;
    for (auto level = static_cast<int>(finding.severity); level >= 0; --level)
      kinds_[loop][static_cast<std::size_t>(level)] |= bit_of(segments[finding.place.segment].kind);
  }
}

bool WrongNames::include(Finding const& finding) const {
  if (finding.missing.segment == Kind::unknown || finding.place.segment >= innermost_.size()) return false;
  auto loop = innermost_[finding.place.segment];
  while (loop != nowhere && loops_[loop].id != finding.missing.loop) loop = parents_[loop];
  return loop != nowhere &&
         (kinds_[loop][static_cast<std::size_t>(finding.severity)] & bit_of(finding.missing.segment)) != 0;
}

// In one walk: a claim may have thousands of both.
void WrongNames::place_segments(std::size_t count) {
  innermost_.assign(count, nowhere);
  parents_.assign(loops_.size(), nowhere);
  auto open = nowhere;
  std::size_t next = 0;
  for (std::uint32_t at = 0; at < count; ++at) {
    while (open != nowhere && loops_[open].last <= at) open = parents_[open];
    for (; next < loops_.size() && loops_[next].first == at; ++next) {
      if (loops_[next].id == LoopId::stray) continue;
      parents_[next] = open;
      open = static_cast<std::uint32_t>(next);
    }
    innermost_[at] = open;
  }
}

}  // namespace scrub837
