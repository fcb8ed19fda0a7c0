#include "src/report_model/name_cause.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "scrub837/settings.hpp"
#include "src/fix/working_claim.hpp"
#include "src/report/claim_parties.hpp"
#include "src/report/finding_formats.hpp"
#include "src/text/shown_value.hpp"
#include "src/x12/element_name.hpp"

namespace scrub837 {
namespace {

constexpr char between = '\0';
constexpr std::string_view of_one_input = "in one input";

template <typename... Parts>
std::string key_of(Parts const&... parts) {
  std::string key;
  (key.append(parts).push_back(between), ...);
  return key;
}

std::string name_and_id(Party const& party) {
  auto text = party.name;
  if (!party.id.empty()) text.append(text.empty() ? "" : " ").append(party.id);
  return text;
}

// The party in whose loop a segment of a claim is; empty if it is in none.
std::string party_around(ClaimView const& claim, std::uint32_t segment) {
  auto const id = claim.loop_of(segment);
  for (auto const& loop : claim.loops()) {
    if (loop.id != id || segment < loop.first || segment >= loop.last) continue;
    auto const first = claim.segment(loop.first);
    return kind_of(first.id()) == Kind::NM1 ? name_and_id(party_in(first)) : std::string{};
  }
  return {};
}

// Whether a value is a code: what is wrong in one claim is wrong wherever it is used.
bool is_code(Kind kind, Place const& place) {
  constexpr unsigned description = 7;
  return kind == Kind::HI ||
         (kind == Kind::SV1 && place.element == 1 && place.component != 0 && place.component < description);
}

std::string_view level_name(EnvelopeLevel level) {
  return level == EnvelopeLevel::set ? "set" : level == EnvelopeLevel::group ? "group" : "interchange";
}

NamedCause refusal_of(Rule const* rule, EnvelopeLevel level, std::string_view control) {
  auto const place = fmt::format("{} {}", level_name(level), shown_value(control));
  return {{.reach = RootCause::Reach::above, .rule = rule, .subject = place},
          key_of(of_one_input, rule->id, place)};
}

// A rule of the caller's own is not in the catalogue.
Rule const* rule_of(std::string_view id, Settings const& settings) {
  if (auto const* const rule = find_rule(id)) return rule;
  auto const active = settings.active();
  auto const own = std::ranges::find(active, id, &Rule::id);
  return own == active.end() ? notices().front() : *own;
}

// The envelope that an error at such a segment refuses, as a rule.
EnvelopeLevel level_of(Kind kind) {
  switch (kind) {
    case Kind::ISA:
    case Kind::IEA:
    case Kind::gap:
      return EnvelopeLevel::interchange;
    case Kind::GS:
    case Kind::GE:
      return EnvelopeLevel::group;
    default:
      return EnvelopeLevel::set;
  }
}

// A trailer that is missing is told of at the segment before it: the claims know which one it was.
NamedCause refusal_by(FindingRecord const& record, CauseTable const& known) {
  auto const named = [&](EnvelopeLevel level) {
    auto const control = level == EnvelopeLevel::set     ? record.transaction
                         : level == EnvelopeLevel::group ? record.group
                                                         : record.interchange;
    return refusal_of(record.rule, level, control.value_or(""));
  };
  for (auto const level : {EnvelopeLevel::interchange, EnvelopeLevel::group, EnvelopeLevel::set}) {
    if (auto one = named(level); known.find(one.key)) return one;
  }
  return named(level_of(record.missing != Kind::unknown ? record.missing : kind_of(segment_id(record))));
}

}  // namespace

NamedCause cause_in_claim(Finding const& finding, ClaimView const& claim) {
  bool const missing = finding.missing.segment != Kind::unknown;
  auto const place = finding.place;
  auto const segment = claim.segment(place.segment);
  auto const kind = kind_of(segment.id());
  auto const loop = missing ? finding.missing.loop : claim.loop_of(place.segment);
  auto const absent = missing ? name_of(finding.missing.segment) : std::string_view{};
  NamedCause named{
      {.rule = finding.rule,
       .severity = finding.severity,
       .loop = std::string(name_of(loop)),
       .element = missing ? std::string(absent) : element_name(name_of(kind), place.element, place.component),
       .message = finding.message},
      {}};
  auto& cause = named.cause;
  if (!missing && place.element != 0) cause.value = shown_value(part_at(segment, place));
  if (loop == claim.loop_of(place.segment)) cause.subject = party_around(claim, place.segment);
  bool const shared = !cause.subject.empty() || (!cause.value.empty() && is_code(kind, place));
  cause.reach = shared ? RootCause::Reach::one_value : RootCause::Reach::each;
  if (!shared) cause.value.clear();
  named.key = key_of(finding.rule->id, cause.element, absent, cause.subject, cause.value);
  return named;
}

NamedCause cause_above(FindingRecord const& record, CauseTable const& known) {
  if (record.rule->release == Release::impossible) {
    auto named = refusal_by(record, known);
    named.cause.message = record.message;
    named.cause.element = record.element;
    return named;
  }
  SegmentView const segment(record.segment, record.delimiters);
  NamedCause named{
      {.reach = RootCause::Reach::above,
       .rule = record.rule,
       .loop = std::string(record.loop),
       .element = record.missing == Kind::unknown ? record.element : std::string(name_of(record.missing)),
       .message = std::string(record.message)},
      {}};
  if (kind_of(segment.id()) == Kind::NM1) named.cause.subject = name_and_id(party_in(segment));
  if (record.missing == Kind::unknown && record.place.element != 0)
    named.cause.value = shown_value(part_at(segment, record.place));
  named.key = key_of(record.rule->id, record.element, name_of(record.missing),
                     record.segment.substr(0, longest_segment_shown));
  return named;
}

NamedCause cause_from_reason(std::string_view reason, Settings const& settings) {
  auto const end = std::min(reason.find(' '), reason.size());
  auto const place = reason.substr(std::min(end + 4, reason.size()));  // behind ` at `
  return {{.reach = RootCause::Reach::above,
           .rule = rule_of(reason.substr(0, end), settings),
           .subject = std::string(place)},
          key_of(of_one_input, reason)};
}

NamedCause cause_of_refusal(ClaimUnit::Where const& where, Settings const& settings) {
  auto const id = where.refused_for.substr(0, where.refused_for.find(' '));
  auto const control = where.refused == EnvelopeLevel::set     ? where.set
                       : where.refused == EnvelopeLevel::group ? where.group
                                                               : where.interchange;
  return refusal_of(rule_of(id, settings), where.refused, control);
}

bool is_of_one_input(std::string_view key) { return key.starts_with(of_one_input); }

}  // namespace scrub837
