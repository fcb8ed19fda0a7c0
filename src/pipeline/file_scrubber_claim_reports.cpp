#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "src/pipeline/claim_digest.hpp"
#include "src/pipeline/file_scrubber.hpp"
#include "src/pipeline/listed_findings.hpp"
#include "src/pipeline/worklist_rows.hpp"
#include "src/report/element_name.hpp"
#include "src/report/shown_value.hpp"

namespace scrub837 {
namespace {

std::string joined(std::vector<SegmentChange> const& changes, std::string SegmentChange::*side,
                   char terminator) {
  std::string text;
  for (auto const& change : changes) {
    if ((change.*side).empty()) continue;
    if (!text.empty()) text.push_back(terminator);
    text.append(change.*side);
  }
  return text;
}

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
             ? " If the claim is right as it stands, a reason in release_reason lets it out."
             : " A reason of at least ten letters in release_reason lets it out, though its receiver is "
               "certain to "
               "reject it.";
}

}  // namespace

void FileScrubber::report_claim(ClaimView const& claim, std::span<Segment const> unit, Findings const& found,
                                FixResult const& fix_result, Disposition disposition) {
  auto const claim_id = shown_value(claim.clm()[1]);
  // A held claim goes out as received: what its fixes would have done is only told.
  bool const mended = disposition != Disposition::held && fix_result.claim;
  auto const& left = mended ? fix_result.left : found;
  ListedFindings places;
  if (mended) {
    for (auto const& applied : fix_result.applied) places.announce(applied.finding, true);
  }
  for (auto const& finding : left) places.announce(finding, false);
  auto const write = [&](Finding const& finding, bool applied, auto changes_made) {
    auto const place = places.next(finding, applied);
    if (!listed(finding.severity) || !place.listed)
      return count(*finding.rule, finding.severity, finding.times);
    count(*finding.rule, finding.severity, finding.times - 1);
    auto const& segment = unit[finding.place.segment];
    SegmentLocation spot = location_of(segment, claim.loop_of(finding.place.segment));
    spot.segment_number = segment_number(segment, unit);
    auto record = record_above(spot);
    record.claim = claim_id;
    record.claim_index = now_.claim_index;
    if (finding.line >= 0) {
      auto const line = claim.line(static_cast<std::size_t>(finding.line));
      record.line_index = static_cast<std::uint64_t>(finding.line) + 1;
      if (kind_of(line.first().id()) == Kind::LX) record.line = shown_value(line.first()[1]);
    }
    record.rule = finding.rule;
    record.severity = finding.severity;
    auto const more = place.more == 0 ? std::string{}
                                      : fmt::format(
                                            "{} And {} more of this rule in this claim, which are "
                                            "counted and not listed.",
                                            finding.message, place.more);
    record.message = more.empty() ? finding.message : more;
    record.more = place.more;
    record.place = finding.place;
    record.element = element_name(name_of(segment.kind), finding.place.element, finding.place.component);
    record.fix = finding.fix.applicability;
    record.has_fix = record.fix != Applicability::none;
    record.applied = applied;
    record.disposition = disposition;
    auto const& changes = changes_made();
    auto const terminator = now_.delimiters.terminator;
    auto const before = joined(changes, &SegmentChange::before, terminator);
    auto const after = joined(changes, &SegmentChange::after, terminator);
    record.before = before;
    record.after = after;
    if (record.has_fix && changes.empty()) record.before = record.segment.substr(0, longest_segment_shown);
    emit(record);
  };

  if (mended) {
    for (auto const& applied : fix_result.applied) {
      write(
          applied.finding, true, [&]() -> auto const& { return applied.changes; });
    }
  }
  for (auto const& finding : left) {
    write(finding, false,
          [&] { return mended ? std::vector<SegmentChange>{} : changes_of(finding.fix, claim); });
  }
}

// One row a line (or one for the claim as a whole): what a person has to supply. Row by row, since a claim
// may have tens of thousands.
void FileScrubber::claim_rows(ClaimView const& claim, std::span<Segment const> unit, Findings const& left,
                              bool held) {
  if (job_.supplies == nullptr && !job_.report->takes_rows()) return;
  struct Asked {
    std::int32_t line;
    Finding const* finding;  // null: nothing more, but something was typed for the line
  };
  auto const is_required = [&](Finding const& finding) { return held && settings().holds(finding.severity); };
  std::vector<Asked> asked;
  for (auto const& finding : left) {
    bool const optional = settings().optional_rows && finding.severity != Severity::info &&
                          finding.fix.applicability == Applicability::input;
    if (is_required(finding) || optional) asked.push_back({finding.line, &finding});
  }
  auto const digest = claim_digest(block(), unit, now_.contents);
  if (job_.supplies != nullptr && held) {
    auto const count = static_cast<std::int32_t>(claim.line_count());
    for (auto const line : job_.supplies->lines_of(digest)) {
      if (line < count) asked.push_back({line, nullptr});
    }
  }
  std::ranges::stable_sort(asked, {}, &Asked::line);
  std::uint64_t rows = 0;
  for (auto first = asked.begin(), last = first; first != asked.end(); first = last) {
    auto const line = first->line;
    last = std::find_if(first, asked.end(), [&](Asked const& one) { return one.line != line; });
    bool const typed = std::any_of(first, last, [](Asked const& one) { return one.finding == nullptr; });
    if (++rows > max_reported_in_claim && !typed) continue;  // what was typed is never left out
    WorklistRow row;
    row.required = false;
    std::optional<Release> by_release;  // nothing else that can be typed helps
    for (auto const& one : std::span(first, last)) {
      auto const* const found = one.finding;
      if (found != nullptr && add_to_row(row, *found, is_required(*found)))
        by_release = std::max(by_release.value_or(Release::ordinary), found->rule->release);
    }
    if (by_release && *by_release != Release::impossible) row.needed += release_words(*by_release);
    if (rows == max_reported_in_claim && last != asked.end())
      row.needed +=
          " More lines of this claim wait for an answer, and have no row: the guide takes fifty lines a "
          "claim. Split it at the source.";
    if (first->finding == nullptr) row.needed = "Nothing more; what was typed for it is kept here.";
    row.key = fmt::format("C{}-{}", digest, line + 1);
    row.file = job_.file;
    row.claim_index = now_.claim_index;
    describe_row(row, claim, line);
    if (job_.supplies != nullptr) job_.supplies->fill(row, digest, line);
    job_.report->row(row);
  }
}

}  // namespace scrub837
