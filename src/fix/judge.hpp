#pragma once

#include <tuple>
#include <variant>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/rule.hpp"

namespace scrub837 {

/// Runs the rules that are switched on. Built once for a run; const afterwards.
class Judge {
 public:
  explicit Judge(Settings const& settings);

  /// Everything that the rules for claims, lines and segments find, line by line of the catalogue.
  void judge_claim(ClaimView const& claim, Findings& findings) const;
  /// Unknown and unexpected segments above the claims.
  void judge_stretch(Stretch const& stretch, Findings& findings) const;

  template <typename CheckType>
  struct Active {
    Rule const* rule;
    Severity severity;
    CheckType check;
  };
  template <typename CheckType>
  [[nodiscard]] std::vector<Active<CheckType>> const& rules() const {
    return std::get<std::vector<Active<CheckType>>>(active_);
  }
  [[nodiscard]] Settings const& settings() const { return *settings_; }

 private:
  template <typename... CheckTypes>
  using Lists = std::tuple<std::vector<Active<CheckTypes>>...>;

  Settings const* settings_;
  Lists<LineCheck, UnlistedCheck, ClaimCheck, StretchCheck, TrailerCheck, IsaCheck, HierarchyCheck, BytesCheck, RepeatCheck>
      active_;
};

}  // namespace scrub837
