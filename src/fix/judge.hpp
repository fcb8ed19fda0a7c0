#pragma once

#include <span>
#include <tuple>
#include <variant>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/rule.hpp"
#include "src/fix/working_claim.hpp"
#include "src/guide/bound_guide.hpp"

namespace scrub837 {

/// Runs the rules that are switched on, for a payer with a profile as that says. Built once for a run; const
/// afterwards.
class Judge {
 public:
  /// \param settings outlive the judge
  explicit Judge(Settings const& settings);
  explicit Judge(Settings const&&) = delete;

  /// Everything that the rules for claims, lines and segments find, line by line of the catalogue.
  void judge_claim(ClaimView const& claim, Findings& findings) const;

  /// A claim, and where to put what is found in it.
  struct Judged {
    ClaimView const* claim;
    Findings* findings;
  };
  /// How many claims are worth judging together: more no longer fit the cache.
  static constexpr std::size_t batch = 16;
  /// The same of several claims, at most `batch`, rule by rule: the rules together do not fit the cache of
  /// instructions, and each is fetched once for all of them.
  void judge_claims(std::span<Judged const> claims) const;
  /// What is wrong with a stretch above the claims, by its profile. \return the stretch with the fixes in it
  /// that come before all other checks; nothing: there are none
  std::optional<WorkingClaim> judge_run(SegmentRun const& stretch, Findings& findings) const;

  /// What the guide finds in a header of the envelope: ISA or GS.
  void judge_envelope(SegmentView header, Findings& findings) const;
  /// A header without the separators at its end. \return nothing if it has none, or they are to stay
  [[nodiscard]] std::optional<std::string> tidy_envelope(SegmentView header) const;

  template <typename CheckType>
  struct Active {
    Rule const* rule;
    Severity severity;
    CheckType check;
    KindSet of_segments = {};   ///< of the rule
    bool severity_set = false;  ///< by a user or a profile

    /// Whether it has to look at what is made of these segments.
    [[nodiscard]] bool looks_at(KindSet kinds) const {
      return of_segments.empty() || of_segments.meets(kinds);
    }
  };
  /// How severe a fault is that a rule found above the claims.
  template <typename CheckType>
  [[nodiscard]] static Severity severity(Active<CheckType> const& active, Fault const& fault) {
    return active.severity_set ? active.severity : fault.severity.value_or(active.severity);
  }
  template <typename CheckType>
  [[nodiscard]] std::vector<Active<CheckType>> const& rules() const {
    return of<CheckType>(active_);
  }
  [[nodiscard]] Settings const& settings() const { return *settings_; }
  [[nodiscard]] guide::BoundGuide const& guide() const { return *guide_; }
  /// Whether a rule with this duty is on.
  [[nodiscard]] bool does(Duty duty) const;

 private:
  template <typename... CheckTypes>
  using ListsOf = std::tuple<std::vector<Active<CheckTypes>>...>;
  using Lists = ListsOf<LineCheck, UnlistedCheck, RequirementCheck, ClaimCheck, SegmentRunCheck, TrailerCheck,
                        HeaderCheck, IsaCheck, HierarchyCheck, BytesCheck, RepeatCheck, GuideCheck>;
  template <typename CheckType>
  [[nodiscard]] static std::vector<Active<CheckType>> const& of(Lists const& lists) {
    return std::get<std::vector<Active<CheckType>>>(lists);
  }
  [[nodiscard]] Lists lists(Profile const* profile) const;
  [[nodiscard]] Lists const& lists_for(Profile const* profile) const;
  void judge_run(SegmentRun const& stretch, Lists const& lists, Findings& findings) const;
  void judge_as_they_are(std::span<Judged const> claims) const;
  void judge_as_they_are(std::span<Judged const> claims, Profile const* profile) const;
  void judge_lines(Judged const& judged, Profile const* profile) const;
  void tidy_and_leave_one_a_fault(Judged const& judged, std::size_t first) const;
  void judge_by_guide(SegmentRun const& stretch, Lists const& lists, Findings& findings) const;
  void speak_of(std::vector<guide::Fault> const& faults, Lists const& lists, Findings& findings) const;

  Settings const* settings_;
  std::shared_ptr<guide::BoundGuide const> guide_;
  Lists active_;
  std::vector<Lists> of_profile_;  ///< by the profile's index
};

}  // namespace scrub837
