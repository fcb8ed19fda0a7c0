#include "src/report_model/grouping_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "src/report/claim_parties.hpp"
#include "src/report_model/cause_words.hpp"
#include "src/report_model/name_cause.hpp"
#include "src/text/shown_value.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

// Between the fields of an entry; displayed() leaves no control character in them.
constexpr char field_end = '\x1F';
constexpr char within_key = '\x1E';

std::string_view next_field(std::string_view& entry) {
  auto const end = std::min(entry.find(field_end), entry.size());
  auto const field = entry.substr(0, end);
  entry.remove_prefix(std::min(end + 1, entry.size()));
  return field;
}

std::uint64_t number_in(std::string_view field) {
  std::uint64_t number = 0;
  for (char const digit : field) number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  return number;
}

std::string name_or(std::string_view name, std::string_view absent) {
  return name.empty() ? std::string(absent) : displayed(shown_value(name));
}

}  // namespace

GroupingReport::GroupingReport(GroupBy by, Screen screen, std::string_view file, Sink& pending)
    : ReportFile(pending, {}), by_(by), screen_(screen), file_(displayed(file)), pending_(&pending) {}

void GroupingReport::begin(InterchangeStart const& start) {
  causes_.begin(start);
  of_claim_.clear();
}

void GroupingReport::begin(SetStart const& start) {
  causes_.begin(start);
  of_claim_.clear();
}

GroupingReport::Note GroupingReport::noted(FindingRecord const& record) const {
  Note note{.rule = record.rule,
            .severity = record.severity,
            .times = record.more + 1,
            .place = record.place,
            .missing = record.missing,
            .applied = record.applied};
  if (by_ != GroupBy::cause) return note;
  auto const element =
      record.missing != Kind::unknown ? std::string(name_of(record.missing)) : record.element;
  note.name = rule_at(record.severity, *record.rule, element, screen_.show_phi);
  if (record.claim_index == 0 && !record.loop.empty()) note.name += fmt::format(" of {}", record.loop);
  if (record.applied) note.name += "  [fixed]";
  note.key = fmt::format("{}{}{}", note.name, within_key, record.loop);
  return note;
}

void GroupingReport::finding(FindingRecord const& record) {
  auto const cause = causes_.finding(record).cause;
  if (record.claim_index != 0) {
    of_claim_.push_back(noted(record));
  } else {
    write_above(noted(record), cause);
  }
}

void GroupingReport::write_above(Note const& note, std::uint32_t cause) {
  if (by_ == GroupBy::cause && cause != 0) {
    causes_.add_findings(cause - 1, note.times);
    return write_counted(note.times);
  }
  constexpr auto above = "(above the claims)";
  write(note, {.payer = above, .provider = above, .claim = above});
}

GroupingReport::Whose GroupingReport::whose(ClaimUnit const& unit, ClaimVerdict const& verdict) const {
  auto const provider = billing_provider_in(unit.above(), unit.delimiters());
  auto const claim = unit.where().claim;
  return {
      .payer = name_or(unit.inherited().payer_name, name_or(unit.inherited().payer_id, "(no payer)")),
      .provider = name_or(provider.name, name_or(provider.id, "(no billing provider)")),
      .claim = screen_.show_phi
                   ? displayed(shown_value(nth_part(unit.segment(0).text(), unit.delimiters().element, 1)))
                   : fmt::format("{} #{}", file_, claim),
      .claim_index = claim,
      .cents = verdict.cents,
      .held = verdict.disposition == Disposition::held};
}

void GroupingReport::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  bool const held = verdict.disposition == Disposition::held;
  if (of_claim_.empty() && !held) return;
  auto const causes = held ? causes_.claim(unit, verdict) : std::vector<std::uint32_t>{};
  auto const claim = whose(unit, verdict);
  for (auto const& note : of_claim_) {
    auto const cause = by_ == GroupBy::cause && held && !note.applied
                           ? causes_.of_finding(note.rule, note.place, note.missing)
                           : 0;
    if (cause == 0) {
      write(note, claim);
    } else {
      causes_.add_findings(cause - 1, note.times);
      write_counted(note.times);
    }
  }
  of_claim_.clear();
  if (by_ == GroupBy::cause) return;
  for (auto const number : causes) {
    auto const& cause = causes_.table()[number];
    if (cause.reach == RootCause::Reach::above)
      write({.rule = cause.rule, .severity = cause.severity, .times = 0}, claim);
  }
}

// A finding of a cause, which counts its claims itself.
void GroupingReport::write_counted(std::uint64_t findings) {
  line(fmt::format("{}{}{}\n", field_end, findings, field_end));
}

void GroupingReport::write(Note const& note, Whose const& whose) {
  auto const group = [&]() -> std::pair<std::string, std::string> {
    switch (by_) {
      case GroupBy::cause:
        return {note.key, note.name};
      case GroupBy::rule:
        return {std::string(note.rule->id), fmt::format("{} {}", note.rule->id, note.rule->name)};
      case GroupBy::payer:
        return {whose.payer, whose.payer};
      case GroupBy::provider:
        return {whose.provider, whose.provider};
      case GroupBy::claim:
        break;
    }
    return {fmt::format("{}{}{}{}{}", file_, within_key, whose.claim_index, within_key, whose.claim),
            whose.claim};
  }();
  std::string entry;
  for (auto const& field :
       {group.first, std::to_string(note.times), group.second, std::string(note.rule->id),
        std::to_string(static_cast<int>(note.severity)), std::to_string(whose.claim_index),
        std::string(whose.held ? "held" : ""), whose.cents < 0 ? "-" : std::string{},
        std::to_string(whose.cents < 0 ? -whose.cents : whose.cents)})
    entry.append(field).push_back(field_end);
  entry.push_back('\n');
  line(entry);
}

void GroupingReport::count(std::string_view entry) {
  auto const key = std::string(next_field(entry));
  auto const findings = number_in(next_field(entry));
  done_.findings += findings;
  if (key.empty()) return;
  auto& group = done_.groups[key];
  auto const name = next_field(entry);
  if (group.name.empty()) group.name = name;
  auto const rule = next_field(entry);
  if (std::ranges::find(group.rules, rule) == group.rules.end()) group.rules.emplace_back(rule);
  group.severity = std::max(group.severity, static_cast<Severity>(number_in(next_field(entry))));
  group.findings += findings;
  auto const claim = number_in(next_field(entry));
  bool const held = !next_field(entry).empty();
  bool const negative = !next_field(entry).empty();
  auto const cents = static_cast<std::int64_t>(number_in(next_field(entry)));
  if (claim == 0 || claim == group.last_claim) return;
  group.last_claim = claim;
  ++group.claims;
  auto const charge = negative ? -cents : cents;
  group.cents += charge;
  if (held) group.held.add(charge);
}

void GroupingReport::commit() {
  std::string rest;
  pending_->read_all([&](std::string_view bytes) {
    rest.append(bytes);
    std::size_t done = 0;
    for (auto end = rest.find('\n', done); end != std::string::npos; end = rest.find('\n', done)) {
      count(std::string_view(rest).substr(done, end - done));
      done = end + 1;
    }
    rest.erase(0, done);
  });
  pending_->truncate(0);
}

void GroupingReport::save(EnvelopeLevel level) {
  ReportFile::save(level);
  causes_.save(level);
}

void GroupingReport::restore(EnvelopeLevel level) {
  ReportFile::restore(level);
  causes_.restore(level);
  of_claim_.clear();
}

void GroupingReport::discard() {
  ReportFile::discard();
  causes_.discard();
  of_claim_.clear();
}

InputGroups GroupingReport::take() {
  if (by_ == GroupBy::cause) done_.causes = causes_.take();
  return std::move(done_);
}

}  // namespace scrub837
