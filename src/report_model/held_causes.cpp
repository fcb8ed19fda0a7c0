#include "src/report_model/held_causes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "scrub837/settings.hpp"
#include "src/claim/service_line.hpp"
#include "src/report_model/name_cause.hpp"
#include "src/text/shown_value.hpp"

namespace scrub837 {
namespace {

bool is_day(std::string_view text) {
  return text.size() == 8 && std::ranges::all_of(text, [](char byte) { return byte >= '0' && byte <= '9'; });
}

// Control numbers may repeat in another interchange or group. \param what `set 0001`
std::string place_of_refusal(std::uint64_t interchange, std::string_view group, std::string_view what) {
  return fmt::format("{}\n{}\n{}", interchange, what.starts_with("interchange") ? std::string_view{} : group,
                     what);
}

// The set, group or interchange that an error refuses, as refusals name it; empty: it holds what is below it.
std::string named_by_refusal(FindingRecord const& record, RootCause const& cause) {
  if (record.rule->release == Release::impossible) return cause.subject;
  // Outside of the sets no level holds it.
  bool const outside = record.segment_number == 0 && record.loop.empty();
  if (!outside) return {};
  return record.group ? fmt::format("group {}", shown_value(*record.group))
                      : fmt::format("interchange {}", shown_value(record.interchange.value_or("")));
}

}  // namespace

std::uint32_t HeldCauses::number_of_refusal(std::string const& place) {
  auto const [entry, is_new] = refusals_.try_emplace(place, 0);
  if (is_new) entry->second = new_error();
  return entry->second;
}

HeldCauses::ErrorAbove HeldCauses::finding(FindingRecord const& record) {
  ErrorAbove error;
  if (record.claim_index == 0 && record.severity == Severity::error && !record.applied) {
    auto const named = cause_above(record, table_);
    error.cause = table_.number_of(named.key, named.cause) + 1;
    auto& message = table_[error.cause - 1].message;
    if (message.empty()) message = named.cause.message;
    auto const refused = named_by_refusal(record, named.cause);
    error.number = refused.empty() ? new_error()
                                   : number_of_refusal(place_of_refusal(record.interchange_index,
                                                                        record.group.value_or(""), refused));
  }
  reasons_.finding(record, {error.cause, error.number});
  return error;
}

void HeldCauses::add_causes_above(std::vector<std::uint32_t>& causes, ClaimUnit const& unit) {
  auto const add = [&](NamedCause const& named) {
    causes.push_back(table_.number_of(named.key, named.cause));
  };
  auto const add_reason = [&](HeldReasons::Reason const& reason) {
    if (reason.tag.error != 0) errors_above_.push_back(reason.tag.error);
    if (reason.tag.cause != 0) return causes.push_back(reason.tag.cause - 1);
    if (!reason.text.empty()) add(cause_from_reason(reason.text, unit.settings()));
  };
  if (unit.where().as_received && !unit.where().refused_for.empty()) {
    auto const& where = unit.where();
    auto const named = cause_of_refusal(where, unit.settings());
    add(named);
    errors_above_.push_back(
        number_of_refusal(place_of_refusal(where.interchange_ordinal, where.group, named.cause.subject)));
  } else if (!unit.where().as_received) {
    reasons_.for_each_above(add_reason);
  }
  if (causes.empty()) add_reason(reasons_.last_error());
}

std::vector<std::uint32_t> HeldCauses::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  std::vector<std::uint32_t> causes;
  in_claim_.clear();
  errors_above_.clear();
  // As many of a damaged claim as are listed of it at most.
  auto const& left = verdict.left();
  for (auto const& finding : std::span(left).first(std::min(left.size(), max_reported))) {
    if (!unit.settings().holds(finding.severity)) continue;
    auto const named = cause_in_claim(finding, unit.view());
    auto const cause = table_.number_of(named.key, named.cause);
    causes.push_back(cause);
    in_claim_.push_back({finding.rule, finding.place, finding.missing.segment, cause});
  }
  add_causes_above(causes, unit);
  std::ranges::sort(causes);
  causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
  auto const date = first_service_date(unit.view());
  HeldClaim const counted{.claim_index = unit.where().claim,
                          .causes = causes.size(),
                          .cents = verdict.cents,
                          .date = std::string(is_day(date) ? date : std::string_view{})};
  for (auto const cause : causes) counts_.now().add(cause, counted);
  return causes;
}

std::uint32_t HeldCauses::of_finding(Rule const* rule, Place const& place, Kind missing) const {
  auto const found = std::ranges::find_if(in_claim_, [&](InClaim const& one) {
    return one.rule == rule && one.place == place && one.missing == missing;
  });
  return found == in_claim_.end() ? 0 : found->cause + 1;
}

}  // namespace scrub837
