#include <fmt/format.h>

#include <vector>

#include "src/scrub/finding_reporter.hpp"
#include "src/scrub/listed_findings.hpp"
#include "src/scrub/needed_words.hpp"
#include "src/text/shown_value.hpp"
#include "src/x12/element_name.hpp"

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

}  // namespace

void FindingReporter::words(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  auto const& claim = unit.view();
  auto const& fix_result = verdict.fix_result;
  auto const claim_id = shown_value(claim.clm()[1]);
  // A held claim goes out as received: what its fixes would have done is only told.
  bool const mended = verdict.disposition != Disposition::held && fix_result.claim;
  auto const& left = mended ? fix_result.left : verdict.found;
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
    auto const& segment = unit.segments()[finding.place.segment];
    SegmentLocation spot{segment.kind, unit.block().offset(segment),
                         now_->set.open ? now_->set.count + finding.place.segment + 1 : 0,
                         unit.block().text(segment), claim.loop_of(finding.place.segment)};
    if (finding.missing.segment != Kind::unknown)
      spot = missing_behind(unit.block(), segment, spot.segment_number, finding.missing);
    auto record = record_at(spot);
    record.claim = claim_id;
    record.claim_index = unit.where().claim;
    if (finding.line >= 0) {
      auto const line = claim.line(static_cast<std::size_t>(finding.line));
      record.line_index = static_cast<std::uint64_t>(finding.line) + 1;
      if (kind_of(line.first().id()) == Kind::LX) record.line = shown_value(line.first()[1]);
    }
    record.rule = finding.rule;
    record.severity = finding.severity;
    auto const more =
        place.more == 0
            ? std::string{}
            : fmt::format("{} This claim has {} more of this rule; they are counted but not listed.",
                          finding.message, place.more);
    record.message = more.empty() ? finding.message : more;
    record.more = place.more;
    record.what_to_do = what_to_do(finding);
    record.place = finding.place;
    record.kind = finding.kind;
    record.missing = finding.missing.segment;
    record.element = element_name(name_of(segment.kind), finding.place.element, finding.place.component);
    record.fix = finding.fix.applicability;
    record.has_fix = record.fix != Applicability::none;
    record.applied = applied;
    record.disposition = verdict.disposition;
    auto const& changes = changes_made();
    auto const terminator = unit.delimiters().terminator;
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

}  // namespace scrub837
