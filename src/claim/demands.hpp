#pragma once

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/profile.hpp"
#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"

namespace scrub837 {

/// What the payer's profile asks of this line; null without one, or if it says nothing of the code. What is
/// said of a whole family does not concern a drug that is named by its NDC. Only if has_service().
[[nodiscard]] Demands const* demands_of(LineView const& line);

/// The severity of what a profile demands: an error, unless the profile gives the rule a severity itself.
[[nodiscard]] Severity severity_of_demand(ClaimView const& claim, Reporter const& report);

/// The attachment indicators that serve a line: its own, and those of its claim. Certificates of medical
/// necessity announce no document and are left out.
template <typename Use>
void for_each_indicator_of(LineView const& line, Use use) {
  for (auto const mark : line.claim().indicators()) {
    if (mark.line >= 0 && mark.line != static_cast<std::int32_t>(line.index())) continue;
    auto const pwk = line.claim().segment(mark.segment);
    if (!is_certificate(pwk, mark.line)) use(mark, pwk);
  }
}

/// The same, an indicator of the claim only for the first of its lines that the profile asks something of:
/// so it is reported once.
template <typename Use>
void for_each_indicator_once(LineView const& line, Use use) {
  auto const all = line.claim().indicators();
  bool first = !all.empty() && all.front().line < 0;
  for (std::size_t i = 0; first && i < line.index(); ++i) {
    auto const before = line.claim().line(i);
    first = !before.has_service() || demands_of(before) == nullptr;
  }
  for_each_indicator_of(line, [&](Mark mark, SegmentView const& pwk) {
    if (mark.line >= 0 || first) use(mark, pwk);
  });
}

/// Whether `list` names `word`; an empty list asks for nothing and takes every word.
[[nodiscard]] bool takes(std::vector<std::string> const& list, std::string_view word);

}  // namespace scrub837
