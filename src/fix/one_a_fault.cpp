#include "src/fix/one_a_fault.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/fix/wrong_names.hpp"

namespace scrub837 {

bool is_first_fix(Finding const& finding) {
  return finding.rule->tidies_first && finding.fix.applicability == Applicability::safe &&
         !finding.fix.edits.empty();
}

bool trims_segment(Finding const& finding) {
  return is_first_fix(finding) && finding.fix.edits.front().what == Edit::What::trim &&
         finding.fix.edits.front().place.element == 0;
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

// A separator that was typed into a value, or that was lost, moves all elements behind it.
bool moved_by_separator(Finding const& other, Finding const& finding, Segment const& segment) {
  return segment.kind != Kind::NTE && other.rule->kind == ErrorKind::separator &&
         other.severity == Severity::error && other.place.component == 0 &&
         other.place.segment == finding.place.segment && finding.missing.segment == Kind::unknown &&
         other.rule != finding.rule && finding.place.element >= other.place.element &&
         other.place.element != 0;
}

ErrorKind kind_of_finding(Finding const& finding) {
  return finding.kind == ErrorKind::of_rule ? finding.rule->kind : finding.kind;
}

bool says_missing(Finding const& finding) {
  auto const kind = kind_of_finding(finding);
  return kind == ErrorKind::required_missing || kind == ErrorKind::conditional_missing ||
         kind == ErrorKind::situational_missing;
}

// A warning that an element is missing, where it is an error that the same one is.
bool is_missing_twice(Finding const& other, Finding const& finding) {
  return finding.place.element != 0 && other.place == finding.place && other.severity > finding.severity &&
         says_missing(other) && says_missing(finding);
}

// A loop that has no place where it stands is not also out of order.
bool is_out_of_order_there(Finding const& other, Finding const& finding) {
  return finding.rule->kind == ErrorKind::misplaced && other.rule->kind == ErrorKind::unexpected_segment &&
         finding.place.element == 0 && other.place == finding.place && other.severity >= finding.severity;
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
  OneAFault(std::span<Finding const> findings, FindingContext const& context)
      : context_(&context),
        segments_(context.segments),
        wrong_names_(findings, context.segments, context.loops) {
    in_order_.reserve(findings.size());
    for (auto const& finding : findings) in_order_.push_back(&finding);
    std::ranges::stable_sort(in_order_, {}, segment_of);
    look_for_lost_part();
  }

  // Whether another finding speaks of the same fault.
  [[nodiscard]] bool is_said(Finding const& finding) const {
    auto const at = finding.place.segment;
    bool const said = any_at(at, [&](Finding const* other) {
      if (other == &finding) return false;
      if (comes_first(*other, finding) || is_not_enough(finding, *other) ||
          is_missing_twice(*other, finding) || is_out_of_order_there(*other, finding))
        return true;
      return at < segments_.size() && (is_of_same_id(finding, *other, segments_[at]) ||
                                       moved_by_separator(*other, finding, segments_[at]));
    });
    return said || wrong_names_.include(finding) || is_of_missing_party(finding) ||
           is_of_lost_part(finding) || is_of_garbled(finding) || is_of_empty_loop(finding);
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

  // A segment with an id that nobody knows is the one that is missing where it stands, or the end of the one
  // before it, if a terminator was typed into that. What follows it was in the loop that it began.
  [[nodiscard]] bool is_of_garbled(Finding const& finding) const {
    constexpr std::array followers{Kind::N3, Kind::N4, Kind::DMG, Kind::PER, Kind::PRV, Kind::SBR, Kind::PAT};
    auto const at = finding.place.segment;
    if (at >= segments_.size() || is_first_fix(finding)) return false;
    auto const unknown_at = [&](std::uint32_t place) {
      return any_at(place, [&](Finding const* other) {
        return other->rule->kind == ErrorKind::unknown_segment && other->severity >= finding.severity;
      });
    };
    if (finding.missing.segment != Kind::unknown) return unknown_at(at + 1) || unknown_at(at);
    if (finding.place.element != 0)
      return unknown_at(at + 1) && finding.place.element >= context_->last_element(at);
    bool const has_no_place =
        finding.rule->kind == ErrorKind::misplaced || finding.rule->kind == ErrorKind::unexpected_segment;
    return has_no_place && at > 0 && std::ranges::find(followers, segments_[at].kind) != followers.end() &&
           unknown_at(at - 1);
  }

  // Of a level or claim of which nothing but its first segment is there, what is missing is one thing; of a
  // loop that is there twice, what the first lacks is in the second.
  [[nodiscard]] bool is_of_empty_loop(Finding const& finding) const {
    auto const at = finding.place.segment;
    if (finding.missing.segment == Kind::unknown || at >= segments_.size()) return false;
    if (any_at(at + 1, [&](Finding const* other) {
          return other->rule->kind == ErrorKind::too_many_loops && other->severity >= finding.severity &&
                 segments_[at + 1].kind == segments_[at].kind &&
                 segments_[at + 1].qualifier == segments_[at].qualifier;
        }))
      return true;
    if (segments_.size() > 1) return false;
    auto const first = std::ranges::find_if(in_order_, [&](Finding const* other) {
      return other->place.segment == at && other->missing.segment != Kind::unknown &&
             other->severity >= finding.severity;
    });
    return first != in_order_.end() && *first != &finding;
  }

  // What is left in a level of a claim whose CLM was lost, from its first number or from the segment that
  // says so on, is the claim's; what stands in a claim behind the SBR of a level whose HL was lost is
  // another's.
  [[nodiscard]] bool is_of_lost_part(Finding const& finding) const {
    auto const at = finding.place.segment;
    if (lost_part_ == nowhere || at >= segments_.size() || is_first_fix(finding)) return false;
    auto const kind = finding.rule->kind;
    if (at == lost_part_) return kind != ErrorKind::unexpected_segment && kind != ErrorKind::unknown_segment;
    return at > lost_part_ || is_before_lost_part(finding) ||
           (at >= first_of_lost_ && segments_[at].kind == Kind::REF && names_wrongly(finding));
  }

  // The specialty of a provider whose HL was lost; SBR02 of a subscriber whose patient's HL was lost.
  [[nodiscard]] bool is_before_lost_part(Finding const& finding) const {
    auto const at = finding.place.segment;
    if (segments_[lost_part_].kind == Kind::NM1)
      return at + 1 == lost_part_ && segments_[at].kind == Kind::PRV;
    return segments_[lost_part_].kind == Kind::PAT && segments_[at].kind == Kind::SBR &&
           finding.place.element != 0 && finding.rule->precedence == Precedence::situation;
  }

  // Finds the segment that has no place, if it is the beginning of what is left of a level or claim.
  void look_for_lost_part() {
    if (segments_.empty()) return;
    auto const found = std::ranges::find_if(in_order_, [&](Finding const* finding) {
      return finding->rule->kind == ErrorKind::unexpected_segment && finding->place.element == 0 &&
             finding->severity == Severity::error && finding->place.segment < segments_.size() &&
             begins_lost_part(finding->place.segment);
    });
    if (found == in_order_.end()) return;
    lost_part_ = first_of_lost_ = (*found)->place.segment;
    while (first_of_lost_ > 0 &&
           any_at(first_of_lost_ - 1, [](Finding const* other) { return names_wrongly(*other); }))
      --first_of_lost_;
  }

  // Of a claim the SBR of another level; of a level the patient, or a segment of a claim; of a header the
  // billing provider; of a header without ST its first segment.
  [[nodiscard]] bool begins_lost_part(std::uint32_t at) const {
    constexpr std::array parts{Kind::HI, Kind::LX, Kind::SV1};
    auto const kind = segments_[at].kind;
    switch (segments_.front().kind) {
      case Kind::CLM:
        return kind == Kind::SBR;
      case Kind::HL:
        return kind == Kind::PAT || std::ranges::any_of(segments_.subspan(at), [&](Segment const& segment) {
                 return std::ranges::find(parts, segment.kind) != parts.end();
               });
      case Kind::ST:
        return kind == Kind::NM1 && segments_[at].qualifier == pack_tag("85");
      default:
        return kind == Kind::BHT;
    }
  }

  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;
  std::uint32_t lost_part_ = nowhere, first_of_lost_ = nowhere;
  FindingContext const* context_;
  std::span<Segment const> segments_;
  std::vector<Finding const*> in_order_;  // by segment
  WrongNames wrong_names_;
};

// Should several findings each leave it to another one, the first of the most severe ones is heard: what
// holds a claim still holds it.
void keep_strongest(std::span<Finding const> findings, std::vector<bool>& said) {
  auto const strongest = std::ranges::max_element(findings, {}, &Finding::severity);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].severity == strongest->severity && !said[i]) return;
  }
  said[static_cast<std::size_t>(strongest - findings.begin())] = false;
}

}  // namespace

std::uint8_t FindingContext::last_element(std::uint32_t segment) const {
  auto const& token = segments[segment];
  auto const text = bytes.substr(token.begin, token.end - token.begin);
  constexpr std::ptrdiff_t most = 255;
  return static_cast<std::uint8_t>(std::min(std::ranges::count(text, delimiters.element), most));
}

void leave_one_a_fault(Findings& findings, std::size_t first, FindingContext const& context) {
  if (findings.size() < first + 2) return;
  auto const these = std::span(std::as_const(findings)).subspan(first);
  OneAFault const one(these, context);
  std::vector<bool> said;
  said.reserve(these.size());
  for (auto const& finding : these) said.push_back(one.is_said(finding));
  keep_strongest(these, said);
  std::size_t i = 0;
  findings.erase(std::remove_if(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
                                [&](Finding const&) { return said[i++]; }),
                 findings.end());
}

void leave_out_cut_off(Findings& findings, FindingContext const& context) {
  auto const last = static_cast<std::uint32_t>(context.segments.size() - 1);
  auto const cut_element = context.last_element(last);
  std::erase_if(findings, [&](Finding const& finding) {
    if (finding.place.segment != last) return false;
    return finding.missing.segment != Kind::unknown ||
           (finding.place.element != 0 && finding.place.element >= cut_element);
  });
}

}  // namespace scrub837
