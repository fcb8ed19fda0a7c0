#include "src/fix/one_a_fault.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
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

class OneAFault {
 public:
  OneAFault(Findings const& findings, std::size_t first, std::span<Segment const> segments,
            std::span<Loop const> loops)
      : findings_(std::span(findings).subspan(first)), segments_(segments), loops_(loops) {
    in_order_.reserve(findings_.size());
    for (auto const& finding : findings_) {
      in_order_.push_back(&finding);
      if (segments_.size() <= finding.place.segment) continue;
      if (finding.place.element == 1 && finding.place.component == 0 &&
          finding.rule->kind == ErrorKind::invalid_code && finding.missing.segment == Kind::unknown)
        wrong_names_.push_back(&finding);
    }
    std::ranges::stable_sort(in_order_, {}, segment_of);
  }

  // Whether another finding speaks of the same fault.
  [[nodiscard]] bool is_said(Finding const& finding) const {
    auto const beside = std::ranges::equal_range(in_order_, finding.place.segment, {}, segment_of);
    for (auto const* const other : beside) {
      if (other != &finding && (comes_first(*other, finding) || is_not_enough(finding, *other) ||
                                (finding.place.segment < segments_.size() &&
                                 is_of_same_id(finding, *other, segments_[finding.place.segment]))))
        return true;
    }
    return has_wrong_name(finding) || is_of_missing_party(finding);
  }

 private:
  static std::uint32_t segment_of(Finding const* finding) { return finding->place.segment; }

  // A segment is missing, and one of its kind is there whose first element, which says what it is, is wrong.
  [[nodiscard]] bool has_wrong_name(Finding const& finding) const {
    if (finding.missing.segment == Kind::unknown || wrong_names_.empty()) return false;
    return std::ranges::any_of(wrong_names_, [&](Finding const* other) {
      if (segments_[other->place.segment].kind != finding.missing.segment ||
          other->severity < finding.severity)
        return false;
      auto const* const loop = innermost(other->place.segment);
      return loop != nullptr && loop->id == finding.missing.loop && loop->first <= finding.place.segment &&
             finding.place.segment < loop->last;
    });
  }

  // What stands without a party where that party is missing. A number alone can be anybody's.
  [[nodiscard]] bool is_of_missing_party(Finding const& finding) const {
    constexpr std::array parts{Kind::N3, Kind::N4, Kind::DMG, Kind::PER, Kind::PRV};
    auto const at = finding.place.segment;
    if (finding.rule->kind != ErrorKind::misplaced || at == 0 || at >= segments_.size() ||
        std::ranges::find(parts, segments_[at].kind) == parts.end())
      return false;
    auto const behind = std::ranges::equal_range(in_order_, at - 1, {}, segment_of);
    return std::ranges::any_of(behind, [&](Finding const* other) {
      return other->missing.segment == Kind::NM1 && other->severity >= finding.severity;
    });
  }

  [[nodiscard]] Loop const* innermost(std::uint32_t segment) const {
    Loop const* found = nullptr;
    for (auto const& loop : loops_) {
      if (loop.first > segment) break;
      if (segment < loop.last && loop.id != LoopId::stray) found = &loop;
    }
    return found;
  }

  std::span<Finding const> findings_;
  std::span<Segment const> segments_;
  std::span<Loop const> loops_;
  std::vector<Finding const*> in_order_;     // by segment
  std::vector<Finding const*> wrong_names_;  // of segments, in their first element
};

}  // namespace

void leave_one_a_fault(Findings& findings, std::size_t first, std::span<Segment const> segments,
                       std::span<Loop const> loops) {
  if (findings.size() < first + 2) return;
  std::vector<bool> said;
  said.reserve(findings.size() - first);
  OneAFault const one(findings, first, segments, loops);
  for (auto i = first; i < findings.size(); ++i) said.push_back(one.is_said(findings[i]));
  std::size_t i = 0;
  findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
                                [&](Finding const&) { return said[i++]; }),
                 findings.end());
}

}  // namespace scrub837
