#include "src/report/worklist_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "scrub837/settings.hpp"
#include "src/report/described_row.hpp"

namespace scrub837 {
namespace {

// \return true if only a release can help
bool add_to_row(WorklistRow& row, Finding const& finding, bool required) {
  row.required = row.required || required;
  if (row.rule.find(finding.rule->id) != std::string::npos) return false;
  if (!row.rule.empty()) row.rule.push_back(' ');
  row.rule.append(finding.rule->id);
  if (!row.needed.empty()) row.needed.push_back(' ');
  row.needed.append(finding.message).append(" ").append(finding.rule->doc.wanted());
  return required && finding.fix.applicability == Applicability::none;
}

// What a reason for a release would do.
std::string_view release_words(Release release) {
  return release == Release::ordinary
             ? " If the claim is right as it is, a reason in release_reason releases it."
             : " A reason of at least ten letters in release_reason releases it, but the receiver is certain "
               "to reject it.";
}

std::string_view release_words_above(Release release) {
  switch (release) {
    case Release::ordinary:
      return " If it is right as it is, a reason in release_reason releases the claims below.";
    case Release::needs_reason:
      return " A reason of at least ten letters in release_reason releases the claims below, but the "
             "receiver is certain to reject them.";
    case Release::impossible:
      break;
  }
  return {};
}

}  // namespace

// Row by row, since a claim may have tens of thousands of lines.
void WorklistRows::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  bool const held = verdict.disposition == Disposition::held;
  if (!held && !optional_) return;
  auto const& settings = unit.settings();
  struct Asked {
    std::int32_t line;
    Finding const* finding;  // null: nothing more, but something was typed for the line
  };
  auto const is_required = [&](Finding const& finding) { return held && settings.holds(finding.severity); };
  std::vector<Asked> asked;
  for (auto const& finding : verdict.left()) {
    bool const wanted =
        optional_ && finding.severity != Severity::info && finding.fix.applicability == Applicability::input;
    if (is_required(finding) || wanted) asked.push_back({finding.line, &finding});
  }
  if (supplies_ != nullptr && held) {
    auto const count = static_cast<std::int32_t>(unit.view().line_count());
    for (auto const line : supplies_->lines_of(unit.digest())) {
      if (line < count) asked.push_back({line, nullptr});
    }
  }
  if (asked.empty()) return;
  std::ranges::stable_sort(asked, {}, &Asked::line);
  std::uint64_t rows = 0;
  for (auto first = asked.begin(), last = first; first != asked.end(); first = last) {
    auto const line = first->line;
    last = std::find_if(first, asked.end(), [&](Asked const& one) { return one.line != line; });
    bool const typed = std::any_of(first, last, [](Asked const& one) { return one.finding == nullptr; });
    if (++rows > max_reported_in_claim && !typed) continue;  // what was typed is never left out
    WorklistRow made;
    made.required = false;
    std::optional<Release> by_release;  // nothing else that can be typed helps
    for (auto const& one : std::span(first, last)) {
      auto const* const found = one.finding;
      if (found != nullptr && add_to_row(made, *found, is_required(*found)))
        by_release = std::max(by_release.value_or(Release::ordinary), found->rule->release);
    }
    if (by_release && *by_release != Release::impossible) made.needed += release_words(*by_release);
    if (rows == max_reported_in_claim && last != asked.end())
      made.needed +=
          " More lines of this claim need an answer but have no row: the guide allows 50 lines per claim. "
          "Split the claim in the billing system.";
    if (first->finding == nullptr) made.needed = "Nothing more is needed; what was typed is kept here.";
    made.key = fmt::format("C{}-{}", unit.digest(), line + 1);
    made.file = file_;
    made.claim_index = unit.where().claim;
    describe_row(made, unit.view(), line);
    if (supplies_ != nullptr) supplies_->fill(made, unit.digest(), line);
    row(made);
  }
}

void WorklistRows::held(HeldAbove const& held) {
  bool const full =
      (held.in_set && made_.in_set >= max_reported) || (!held.in_unit && made_.of_refusals >= max_reported);
  if (supplies_ == nullptr && full) return;
  WorklistRow made;
  made.key = held.key();
  made.file = file_;
  made.rule = held.rules;
  made.needed = held.needed;
  if (held.in_unit) made.needed += release_words_above(held.release);
  if (supplies_ != nullptr) supplies_->fill_above(made, made.key);
  if (!held.in_unit && ++made_.of_refusals == max_reported)
    made.needed +=
        " More transaction sets, groups or interchanges of this file may be refused; they have no row.";
  make_above(made, held.in_set);
}

// What was typed is never left out.
void WorklistRows::make_above(WorklistRow& made, bool in_set) {
  auto const rows = in_set ? ++made_.in_set : 1;
  if (rows > max_reported && std::ranges::all_of(made.typed, &std::string::empty)) return;
  if (rows == max_reported)
    made.needed += " More levels of this transaction set may need an answer; they have no row.";
  row(made);
}

}  // namespace scrub837
