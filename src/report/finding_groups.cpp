#include "src/report/finding_groups.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/report/claim_parties.hpp"
#include "src/report/mask.hpp"
#include "src/text/shown_value.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

// Between the fields of an entry; displayed() leaves no control character in them.
constexpr char field_end = '\x1F';
constexpr std::size_t longest_name = 60;
// Payers, providers and causes are few; claims may be millions, and nobody reads so many lines.
constexpr std::size_t most_groups = 100'000;

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

std::string named(std::string_view name, std::string_view absent) {
  return name.empty() ? std::string(absent) : displayed(shown_value(name));
}

}  // namespace

std::optional<GroupBy> group_named(std::string_view name) {
  if (name == "rule") return GroupBy::rule;
  if (name == "payer") return GroupBy::payer;
  if (name == "provider") return GroupBy::provider;
  if (name == "claim") return GroupBy::claim;
  return std::nullopt;
}

FindingGroup& FindingGroups::group(std::string const& key) {
  auto const found = groups_.find(key);
  if (found != groups_.end()) return found->second;
  if (groups_.size() < most_groups) return groups_[key];
  auto& others = groups_["\xFF"];
  others.name = "(others)";
  return others;
}

void FindingGroups::add(FindingGroups const& more) {
  findings_ += more.findings_;
  for (auto const& [key, from] : more.groups_) {
    auto& to = group(key);
    if (to.name.empty()) to.name = from.name;
    to.severity = std::max(to.severity, from.severity);
    to.findings += from.findings;
    to.claims += from.claims;
    to.cents += from.cents;
    for (auto const& rule : from.rules) {
      if (std::ranges::find(to.rules, rule) == to.rules.end()) to.rules.push_back(rule);
    }
  }
}

std::vector<FindingGroup> FindingGroups::rows() const {
  std::vector<FindingGroup> rows;
  rows.reserve(groups_.size());
  for (auto const& [key, group] : groups_) rows.push_back(group);
  std::ranges::stable_sort(rows, [](FindingGroup const& one, FindingGroup const& other) {
    if (one.severity != other.severity) return one.severity > other.severity;
    return one.cents != other.cents ? one.cents > other.cents : one.findings > other.findings;
  });
  return rows;
}

GroupingReport::GroupingReport(GroupBy by, Screen screen, std::string_view file, Sink& pending)
    : ReportFile(pending, {}), by_(by), screen_(screen), file_(displayed(file)), pending_(&pending) {}

void GroupingReport::begin(InterchangeStart const&) {
  above_.clear();
  of_claim_.clear();
}

void GroupingReport::begin(SetStart const&) {
  above_.clear();
  of_claim_.clear();
  level_starts_ = {};
}

void GroupingReport::level(LevelStart const& start) {
  auto closed = start.segment_number;
  for (auto rank = std::min(static_cast<std::size_t>(start.rank), ranks - 1); rank < ranks; ++rank) {
    if (level_starts_[rank] != 0) closed = std::min(closed, level_starts_[rank]);
    level_starts_[rank] = 0;
  }
  level_starts_[std::min(static_cast<std::size_t>(start.rank), ranks - 1)] = start.segment_number;
  std::erase_if(above_, [&](Note const& note) {
    return note.segment_number >= closed && note.segment_number < start.segment_number;
  });
}

std::string GroupingReport::value_at(FindingRecord const& record) const {
  if (record.place.element == 0 || record.missing != Kind::unknown) return {};
  SegmentView const view(record.segment.substr(0, longest_segment_shown), record.delimiters);
  auto const element = view[record.place.element];
  return std::string(shown_value(
      record.place.component == 0 ? element : view.component(record.place.element, record.place.component)));
}

void GroupingReport::finding(FindingRecord const& record) {
  Note note;
  note.rule = record.rule;
  note.severity = record.severity;
  note.times = record.more + 1;
  note.segment_number = record.segment_number;
  note.holds = record.severity == Severity::error && !record.applied;
  auto place =
      record.missing != Kind::unknown ? std::string(name_of(record.missing)) : displayed(record.element);
  if (!screen_.show_phi && !is_segment_id(segment_id(record))) place.clear();
  bool const held = note.holds && (record.claim_index == 0 || record.disposition == Disposition::held);
  note.cause = fmt::format("{} {} {}", name_of(record.severity), record.rule->id, record.rule->name);
  if (!place.empty()) note.cause += " at " + place;
  note.cause_key = fmt::format("{}{}{}", note.cause, record.applied, record.loop);
  if (record.claim_index == 0) {
    auto const value = displayed(value_at(record));
    note.cause_key += field_end + value;
    if (!record.loop.empty()) note.cause += fmt::format(" of {}", record.loop);
    if (screen_.show_phi && !value.empty()) note.cause += " (" + value + ")";
    // The key is in the entry, too.
    std::ranges::replace(note.cause_key, field_end, '\x1E');
  }
  note.cause += record.applied ? "  [fixed]" : held ? "  [held]" : "";
  if (record.claim_index != 0) {
    of_claim_.push_back(std::move(note));
    return;
  }
  write(note, {"(above the claims)", "(above the claims)", "(above the claims)"}, note.times);
  if (note.holds) above_.push_back(std::move(note));
}

void GroupingReport::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  bool const held = verdict.disposition == Disposition::held;
  if (of_claim_.empty() && (!held || above_.empty())) return;
  Whose whose;
  whose.payer = named(unit.inherited().payer_name, named(unit.inherited().payer_id, "(no payer)"));
  auto const provider = billing_provider_in(unit.above(), unit.delimiters());
  whose.provider = named(provider.name, named(provider.id, "(no billing provider)"));
  whose.claim_index = unit.where().claim;
  whose.claim = screen_.show_phi
                    ? displayed(shown_value(nth_part(unit.segment(0).text(), unit.delimiters().element, 1)))
                    : fmt::format("{} #{}", file_, whose.claim_index);
  whose.cents = verdict.cents;
  for (auto const& note : of_claim_) write(note, whose, note.times);
  if (held) {
    for (auto const& note : above_) write(note, whose, 0);
  }
  of_claim_.clear();
}

void GroupingReport::write(Note const& note, Whose const& whose, std::uint64_t times) {
  std::string entry;
  auto const group = [&]() -> std::pair<std::string, std::string> {
    switch (by_) {
      case GroupBy::cause:
        return {note.cause_key, note.cause};
      case GroupBy::rule:
        return {std::string(note.rule->id), fmt::format("{} {}", note.rule->id, note.rule->name)};
      case GroupBy::payer:
        return {whose.payer, whose.payer};
      case GroupBy::provider:
        return {whose.provider, whose.provider};
      case GroupBy::claim:
        break;
    }
    return {fmt::format("{}\x1E{}\x1E{}", file_, whose.claim_index, whose.claim), whose.claim};
  }();
  for (auto const& field : {group.first, group.second, std::string(note.rule->id),
                            std::to_string(static_cast<int>(note.severity)), std::to_string(times),
                            std::to_string(whose.claim_index), whose.cents < 0 ? "-" : std::string{},
                            std::to_string(whose.cents < 0 ? -whose.cents : whose.cents)})
    entry.append(field).push_back(field_end);
  entry.push_back('\n');
  line(entry);
}

void GroupingReport::count(std::string_view entry) {
  auto const key = std::string(next_field(entry));
  auto& group = groups_.group(key);
  auto const name = next_field(entry);
  if (group.name.empty()) group.name = name;
  auto const rule = next_field(entry);
  if (std::ranges::find(group.rules, rule) == group.rules.end()) group.rules.emplace_back(rule);
  group.severity = std::max(group.severity, static_cast<Severity>(number_in(next_field(entry))));
  auto const findings = number_in(next_field(entry));
  group.findings += findings;
  groups_.findings_ += findings;
  auto const claim = number_in(next_field(entry));
  bool const negative = !next_field(entry).empty();
  auto const cents = static_cast<std::int64_t>(number_in(next_field(entry)));
  if (claim == 0 || claim == group.last_claim) return;
  group.last_claim = claim;
  ++group.claims;
  group.cents += negative ? -cents : cents;
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

void GroupingReport::restore(EnvelopeLevel level) {
  ReportFile::restore(level);
  of_claim_.clear();
}

}  // namespace scrub837
