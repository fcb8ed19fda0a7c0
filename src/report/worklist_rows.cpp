#include "src/report/worklist_rows.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/fix/working_claim.hpp"
#include "src/report/row_parties.hpp"
#include "src/scrub/described_row.hpp"
#include "src/scrub/needed_words.hpp"
#include "src/scrub/row_key.hpp"
#include "src/text/shown_value.hpp"
#include "src/x12/element_name.hpp"

namespace scrub837 {
namespace {

// \return true if only a release can help
bool add_to_row(WorklistRow& row, Finding const& finding, bool required) {
  row.required = row.required || required;
  if (row.rule.find(finding.rule->id) != std::string::npos) return false;
  if (!row.rule.empty()) row.rule.push_back(' ');
  row.rule.append(finding.rule->id);
  add_once(row.needed, finding.message);
  add_once(row.needed, what_to_do(finding));
  return required && finding.fix.applicability == Applicability::none;
}

// What the first finding of a row is about.
void name_element(WorklistRow& row, Finding const& finding, ClaimView const& claim) {
  auto const missing = finding.missing.segment != Kind::unknown;
  auto const segment = claim.segment(finding.place.segment);
  row.loop = name_of(missing ? finding.missing.loop : claim.loop_of(finding.place.segment));
  row.segment = shown_value(missing ? name_of(finding.missing.segment) : segment.id());
  if (missing) return;
  if (finding.place.element == 0) {
    row.element = row.segment;
    row.current_value = shown_value(segment.text());
    return;
  }
  row.element = element_name(row.segment, finding.place.element, finding.place.component);
  row.current_value = shown_value(part_at(segment, finding.place));
}

// What a reason for a release would do.
std::string_view release_words(Release release) {
  return release == Release::ordinary || release == Release::where_named
             ? " If the claim is right as it is, a reason in release_reason releases it."
             : " A reason of at least ten letters in release_reason releases it, but the receiver is certain "
               "to reject it.";
}

std::string_view release_words_above(Release release) {
  switch (release) {
    case Release::ordinary:
    case Release::where_named:
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

bool WorklistRows::is_required(Finding const& finding) const { return settings_->holds(finding.severity); }

// What a held claim waits for, and what was typed for it already: line by line.
std::vector<WorklistRows::AskedFor> WorklistRows::asked_for(ClaimUnit const& unit,
                                                            ClaimVerdict const& verdict) const {
  std::vector<AskedFor> asked;
  for (auto const& finding : verdict.left()) {
    bool const optional = settings_->optional_rows && finding.severity != Severity::info &&
                          finding.fix.applicability == Applicability::input;
    if (!optional && !is_required(finding)) continue;
    asked.push_back({{finding.line, finding.fix.value ? finding.place : Place{}}, &finding});
  }
  if (supplies_ != nullptr) {
    auto const lines = static_cast<std::int32_t>(unit.view().line_count());
    for (auto const& place : supplies_->places_of(unit.digest())) {
      if (place.line < lines && place.value.segment < unit.segments().size())
        asked.push_back({place, nullptr});
    }
  }
  std::stable_sort(asked.begin(), asked.end(),
                   [](AskedFor const& a, AskedFor const& b) { return a.place < b.place; });
  return asked;
}

// Row by row, since a claim may have tens of thousands of lines.
void WorklistRows::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  if (verdict.disposition != Disposition::held) return;
  auto const asked = asked_for(unit, verdict);
  std::uint64_t rows = 0;
  for (auto first = asked.begin(), last = first; first != asked.end(); first = last) {
    last = std::find_if(first, asked.end(), [&](AskedFor const& one) { return one.place != first->place; });
    bool const typed = std::any_of(first, last, [](AskedFor const& one) { return one.finding == nullptr; });
    if (++rows > max_reported_in_claim && !typed) continue;  // what was typed is never left out
    make(unit, std::span(first, last), rows == max_reported_in_claim && last != asked.end());
  }
}

void WorklistRows::make(ClaimUnit const& unit, std::span<AskedFor const> asked, bool last_of_many) {
  auto const& place = asked.front().place;
  WorklistRow made;
  made.required = false;
  std::optional<Release> by_release;  // nothing else that can be typed helps
  for (auto const& one : asked) {
    auto const* const found = one.finding;
    if (found != nullptr && add_to_row(made, *found, is_required(*found)))
      by_release = std::max(by_release.value_or(Release::ordinary), found->rule->release);
  }
  auto const& claim = unit.view();
  auto const* const first = asked.front().finding;
  if (first != nullptr) {
    name_element(made, *first, claim);
  } else {
    made.needed =
        "Nothing more is asked for here; what was typed is kept. If it was refused (see last_result), erase "
        "it.";
  }
  if (place.value.element != 0 && first != nullptr) by_release = first->rule->release;
  if (by_release && *by_release != Release::impossible) made.needed += release_words(*by_release);
  if (last_of_many)
    made.needed +=
        " More lines of this claim need an answer but have no row: the guide allows 50 lines per claim. "
        "Split the claim in the billing system.";
  made.key = row_key({unit.digest(), place.line + 1, place.value});
  made.claim_index = unit.where().claim;
  describe_row(made, claim, place.line);
  describe_content(made, claim, place.line, place.value);
  describe_parties(made, claim, place.line, unit.above());
  if (first != nullptr) describe_provider_at(made, claim, first->place.segment);
  if (supplies_ != nullptr) supplies_->fill(made, unit.digest(), place);
  // An answer to a claim of a refused set goes nowhere before the file is whole.
  if (!unit.where().as_received) ++made_.to_fill;
  give(made);
}

void WorklistRows::held(HeldAbove const& held) {
  bool const full =
      (held.in_set && made_.in_set >= max_reported) || (!held.in_unit && made_.of_refusals >= max_reported);
  if (supplies_ == nullptr && full) return;
  WorklistRow made;
  made.key = held.key();
  made.rule = held.rules;
  made.needed = held.needed;
  made.loop = held.loop;
  made.segment = held.segment;
  made.element = held.element;
  made.current_value = shown_value(held.current_value);
  if (held.levels != nullptr) describe_level(made, *held.levels, held.delimiters);
  if (held.in_unit && !held.rules.empty()) made.needed += release_words_above(held.release);
  if (supplies_ != nullptr) supplies_->fill_above(made, made.key);
  if (!held.in_unit && ++made_.of_refusals == max_reported)
    made.needed +=
        " More transaction sets, groups or interchanges of this file may be refused; they have no row.";
  if (held.in_unit) ++made_.to_fill;
  make_above(made, held.in_set);
}

// What was typed is never left out.
void WorklistRows::make_above(WorklistRow& made, bool in_set) {
  auto const rows = in_set ? ++made_.in_set : 1;
  if (rows > max_reported && std::ranges::all_of(made.typed, &std::string::empty)) return;
  if (rows == max_reported)
    made.needed += " More levels of this transaction set may need an answer; they have no row.";
  give(made);
}

void WorklistRows::give(WorklistRow& made) {
  made.file = file_;
  if (settings_->minimum_necessary) {
    made.patient.clear();
    made.birth_date = made.member_id = {};
  }
  row(made);
}

}  // namespace scrub837
