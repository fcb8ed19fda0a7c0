#include "src/fix/one_a_fault.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "scrub837/rule.hpp"

namespace scrub837 {

bool is_first_fix(Finding const& finding) {
  return finding.rule->tidies_first && finding.fix.applicability == Applicability::safe &&
         !finding.fix.edits.empty();
}

namespace {

// A separator that was typed into an element makes other components of its parts.
bool cut_by_separator(Finding const& finding, Finding const& part) {
  return finding.rule->kind == ErrorKind::separator && finding.place.segment == part.place.segment &&
         finding.place.element == part.place.element && part.place.element != 0;
}

bool same_element(Place a, Place b) {
  return a.segment == b.segment && a.element == b.element && a.element != 0 &&
         (a.component == b.component || a.component == 0 || b.component == 0);
}

// Of rules about one element, the one that comes first is heard.
bool comes_first(Finding const& other, Finding const& finding) {
  return other.rule->precedence < finding.rule->precedence && other.severity >= finding.severity &&
         (same_element(other.place, finding.place) || cut_by_separator(other, finding)) &&
         !is_first_fix(other);
}

// A fix that goes in first leaves an element empty, or not right yet: of that the other one speaks.
bool is_not_enough(Finding const& fix, Finding const& other) {
  if (!is_first_fix(fix) || is_first_fix(other) || other.severity < fix.severity ||
      !same_element(other.place, fix.place))
    return false;
  auto const& edit = fix.fix.edits.front();
  bool const empties = edit.what == Edit::What::set && edit.place == fix.place && edit.value.empty();
  return (empties && other.severity == Severity::error) || other.rule == fix.rule;
}

// An id of another kind than the guide takes: who types the right one types its qualifier, too. Of a warning
// about the id the wrong qualifier speaks.
bool is_of_same_id(Finding const& finding, Finding const& other, Segment const& segment) {
  constexpr std::uint8_t qualifier = 8, id = 9;
  if (segment.kind != Kind::NM1) return false;
  auto const is_qualifier = [](Finding const& one) {
    return one.place.element == qualifier && one.rule->kind == ErrorKind::invalid_code;
  };
  auto const is_id = [](Finding const& one) {
    return one.place.element == id && one.rule->precedence != Precedence::own;
  };
  if (is_qualifier(finding)) return is_id(other) && other.fix.value && other.severity >= finding.severity;
  return is_id(finding) && is_qualifier(other) &&
         (other.severity > finding.severity || (other.severity == finding.severity && !finding.fix.value));
}

// Whether it says that the first element of a segment, which says what the segment is, is wrong.
bool names_wrongly(Finding const& finding) {
  return finding.place.element == 1 && finding.place.component == 0 &&
         finding.rule->kind == ErrorKind::invalid_code && finding.missing.segment == Kind::unknown;
}

// The loops that segments with a wrong name are in.
class WrongNames {
 public:
  WrongNames(std::span<Finding const> findings, std::span<Segment const> segments,
             std::span<Loop const> loops)
      : loops_(loops) {
    auto const in_reach = [&](Finding const& finding) { return finding.place.segment < segments.size(); };
    if (std::ranges::none_of(findings, names_wrongly)) return;
    place_segments(segments.size());
    kinds_.resize(loops.size());
    for (auto const& finding : findings) {
      if (!in_reach(finding) || !names_wrongly(finding)) continue;
      auto const loop = innermost_[finding.place.segment];
      if (loop == nowhere) continue;
      for (auto level = static_cast<int>(finding.severity); level >= 0; --level)
        kinds_[loop][static_cast<std::size_t>(level)] |= bit(segments[finding.place.segment].kind);
    }
  }

  // Whether a segment of the kind that is missing is there, with a wrong name.
  [[nodiscard]] bool include(Finding const& finding) const {
    if (finding.missing.segment == Kind::unknown || finding.place.segment >= innermost_.size()) return false;
    auto loop = innermost_[finding.place.segment];
    while (loop != nowhere && loops_[loop].id != finding.missing.loop) loop = parents_[loop];
    return loop != nowhere &&
           (kinds_[loop][static_cast<std::size_t>(finding.severity)] & bit(finding.missing.segment)) != 0;
  }

 private:
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;
  static std::uint64_t bit(Kind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }

  // In one walk: a claim may have thousands of both.
  void place_segments(std::size_t count) {
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

  std::span<Loop const> loops_;
  std::vector<std::uint32_t> innermost_;             // loop of each segment
  std::vector<std::uint32_t> parents_;               // of each loop
  std::vector<std::array<std::uint64_t, 3>> kinds_;  // of each loop, by severity
};

class OneAFault {
 public:
  OneAFault(std::span<Finding const> findings, std::span<Segment const> segments, std::span<Loop const> loops)
      : segments_(segments), wrong_names_(findings, segments, loops) {
    in_order_.reserve(findings.size());
    for (auto const& finding : findings) in_order_.push_back(&finding);
    std::ranges::stable_sort(in_order_, {}, segment_of);
  }

  // Whether another finding speaks of the same fault.
  [[nodiscard]] bool is_said(Finding const& finding) const {
    auto const at = finding.place.segment;
    bool const said = any_at(at, [&](Finding const* other) {
      return other != &finding && (comes_first(*other, finding) || is_not_enough(finding, *other) ||
                                   (at < segments_.size() && is_of_same_id(finding, *other, segments_[at])));
    });
    return said || wrong_names_.include(finding) || is_of_missing_party(finding);
  }

 private:
  static std::uint32_t segment_of(Finding const* finding) { return finding->place.segment; }

  // Whether a finding at the segment passes a test.
  template <typename Test>
  [[nodiscard]] bool any_at(std::uint32_t segment, Test test) const {
    auto at = std::ranges::lower_bound(in_order_, segment, {}, segment_of);
    for (; at != in_order_.end() && segment_of(*at) == segment; ++at) {
      if (test(*at)) return true;
    }
    return false;
  }

  // What stands without a party where that party is missing. A number alone can be anybody's.
  [[nodiscard]] bool is_of_missing_party(Finding const& finding) const {
    constexpr std::array parts{Kind::N3, Kind::N4, Kind::DMG, Kind::PER, Kind::PRV};
    auto const at = finding.place.segment;
    if ((finding.rule->kind != ErrorKind::misplaced && finding.rule->kind != ErrorKind::unexpected_segment) ||
        at == 0 || at >= segments_.size() || std::ranges::find(parts, segments_[at].kind) == parts.end())
      return false;
    return any_at(at - 1, [&](Finding const* other) {
      return other->missing.segment == Kind::NM1 && other->severity >= finding.severity;
    });
  }

  std::span<Segment const> segments_;
  std::vector<Finding const*> in_order_;  // by segment
  WrongNames wrong_names_;
};

}  // namespace

void leave_one_a_fault(Findings& findings, std::size_t first, std::span<Segment const> segments,
                       std::span<Loop const> loops) {
  if (findings.size() < first + 2) return;
  std::vector<bool> said;
  said.reserve(findings.size() - first);
  OneAFault const one(std::span(std::as_const(findings)).subspan(first), segments, loops);
  for (auto i = first; i < findings.size(); ++i) said.push_back(one.is_said(findings[i]));
  std::size_t i = 0;
  findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
                                [&](Finding const&) { return said[i++]; }),
                 findings.end());
}

}  // namespace scrub837
