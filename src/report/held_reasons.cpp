#include "src/report/held_reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scrub837/settings.hpp"
#include "src/text/shown_value.hpp"

namespace scrub837 {
namespace {

// Of an HL that no level begins with, because HL03 is none of its codes.
constexpr int unplaced = -2;

// The rank of the level that a loop belongs to, or -1: 2000A and 2010A… belong to the billing provider.
int rank_of_loop(std::string_view loop) {
  if (loop == "2000") return unplaced;
  if (loop.size() < 5 || !(loop.starts_with("2000") || loop.starts_with("2010"))) return -1;
  return loop[4] >= 'A' && loop[4] <= 'C' ? loop[4] - 'A' : -1;
}

std::string placed(FindingRecord const& record) {
  std::string text(record.rule->id);
  text += " at";
  if (!record.loop.empty()) text.append(" ").append(record.loop);
  if (!record.element.empty()) text.append(" ").append(record.element);
  if (record.missing != Kind::unknown) text.append(" ").append(name_of(record.missing));
  text += record.segment_number != 0 ? fmt::format(" segment {}", record.segment_number)
                                     : fmt::format(" byte {}", record.offset);
  return text;
}

void append_reason(std::string& reasons, std::string_view more) {
  if (more.empty()) return;
  reasons.append(reasons.empty() ? "" : "; ").append(more);
}

bool names(std::vector<HeldReasons::Reason> const& reasons, std::string_view rule) {
  return std::ranges::any_of(reasons, [&](auto const& reason) { return reason.text.starts_with(rule); });
}

}  // namespace

void HeldReasons::begin(InterchangeStart const&) { last_error_ = {}; }

void HeldReasons::begin(SetStart const&) {
  found_.clear();
  set_.clear();
  unplaced_.clear();
  next_level_.clear();
  for (auto& level : levels_) level.clear();
  any_in_levels_ = false;
}

void HeldReasons::finding(FindingRecord const& record, ErrorTag tag) {
  if (record.severity != Severity::error || record.applied) return;
  last_error_ = {placed(record), tag};
  if (record.claim_index == 0) found_.push_back({record.rule->id, rank_of_loop(record.loop), last_error_});
}

void HeldReasons::held(HeldAbove const& held, std::uint32_t unlisted) {
  // What is refused says itself why: ClaimUnit::Where.
  if (!held.in_unit || !held.in_set) return found_.clear();
  auto rules = held.rules;
  while (!rules.empty()) {
    auto const end = std::min(rules.find(' '), rules.size());
    auto const rule = rules.substr(0, end);
    rules.remove_prefix(std::min(end + 1, rules.size()));
    // Found too often to be listed, an error has no record: the level that begins has it.
    bool known = names(set_, rule) || names(next_level_, rule);
    for (auto const& one : found_) {
      if (one.rule != rule) continue;
      (one.rank == unplaced ? unplaced_ : one.rank < 0 ? set_ : next_level_).push_back(one.reason);
      known = true;
    }
    // A rule has several rows if it asks for several values; the first of them tells all of its places.
    std::erase_if(found_, [&](Found const& one) { return one.rule == rule; });
    if (!known) next_level_.push_back({std::string(rule), {0, std::exchange(unlisted, 0)}});
  }
  if (unlisted != 0) next_level_.push_back({{}, {0, unlisted}});
}

void HeldReasons::level(LevelStart const& start) {
  found_.clear();
  unplaced_.clear();
  if (!any_in_levels_ && next_level_.empty()) return;
  any_in_levels_ = true;
  auto const rank = std::min(static_cast<std::size_t>(start.rank), ranks - 1);
  for (auto i = rank; i < ranks; ++i) levels_[i].clear();
  levels_[rank].swap(next_level_);
}

void HeldReasons::assign(std::string& reasons, ClaimUnit const& unit, ClaimVerdict const& verdict) const {
  reasons.clear();
  add_rules(reasons, verdict.left(),
            [&](Finding const& finding) { return unit.settings().holds(finding.severity); });
  add_above(reasons, unit.where());
  // Held for an error before it, which makes it uncertain whose claim it is.
  if (reasons.empty()) reasons = last_error_.text;
}

void HeldReasons::add_above(std::string& reasons, ClaimUnit::Where const& where) const {
  if (where.as_received) {
    auto const place = where.refused == EnvelopeLevel::set ? fmt::format("set {}", shown_value(where.set))
                       : where.refused == EnvelopeLevel::group
                           ? fmt::format("group {}", shown_value(where.group))
                           : fmt::format("interchange {}", shown_value(where.interchange));
    append_reason(reasons, where.refused_for.empty() ? last_error_.text
                                                     : fmt::format("{} at {}", where.refused_for, place));
    return;
  }
  for (auto const& reason : set_) append_reason(reasons, reason.text);
  for (auto const& level : levels_) {
    for (auto const& reason : level) append_reason(reasons, reason.text);
  }
  for (auto const& reason : unplaced_) append_reason(reasons, reason.text);
}

}  // namespace scrub837
