#pragma once

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/profile.hpp"
#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"

namespace scrub837 {

/// What the payer's profile asks of this line; null without one, or if it says nothing of the code. What is
/// said of a whole family does not concern a drug that is named by its NDC. Only if has_service().
[[nodiscard]] PayerRequirements const* demands_of(LineView const& line);

/// The severity of what a profile demands: an error, unless the profile gives the rule a severity itself.
[[nodiscard]] Severity severity_of_demand(ClaimView const& claim, Reporter const& report);

/// Whether a line is the first of its claim that the profile asks something of; only if it asks that of this.
[[nodiscard]] bool is_first_demanding(LineView const& line);

/// The attachment indicators that serve a line: its own, and those of its claim. Those of the claim come only
/// for the first of its lines that the profile asks something of, so that each is reported once. Certificates
/// of medical necessity announce no document and are left out.
template <typename Use>
void for_each_indicator_once(LineView const& line, Use use) {
  auto const& claim = line.claim();
  auto const use_all = [&](std::span<SegmentRef const> marks) {
    for (auto const mark : marks) {
      auto const pwk = claim.segment(mark.segment);
      if (!is_certificate(pwk, mark.line)) use(mark, pwk);
    }
  };
  auto const of_claim = claim.indicators_of(-1);
  if (!of_claim.empty() && is_first_demanding(line)) use_all(of_claim);
  use_all(claim.indicators_of(static_cast<std::int32_t>(line.index())));
}

/// Whether `list` names `word`; an empty list asks for nothing and takes every word.
[[nodiscard]] bool takes(std::vector<std::string> const& list, std::string_view word);

}  // namespace scrub837
