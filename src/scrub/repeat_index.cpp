#include "src/scrub/repeat_index.hpp"

#include <fmt/format.h>

#include <functional>
#include <utility>

#include "src/scrub/claim_scrubber.hpp"

namespace scrub837 {

// Which rule asks for each kind is known beforehand: it is asked of every claim.
RepeatIndex::RepeatIndex(Judge const& judge, RepeatMemory& memory) : memory_(&memory) {
  for (std::size_t kind = 0; kind < rules_.size(); ++kind) {
    for (auto const& active : judge.rules<RepeatCheck>()) {
      auto fault = active.check(static_cast<RepeatKey>(kind));
      if (!fault) continue;
      auto const severity = Judge::severity(active, *fault);
      rules_[kind] = {active.rule, severity, std::move(*fault)};
      break;
    }
  }
}

void RepeatIndex::reserve(std::size_t claims) {
  memory_->reserve(rule_for(RepeatKey::services).rule == nullptr ? claims : 2 * claims);
}

std::optional<std::uint64_t> RepeatIndex::first_with(RepeatKey kind, std::uint64_t key, std::uint64_t place) {
  if (rule_for(kind).rule == nullptr || key == 0) return std::nullopt;
  return memory_->note(key, place);
}

std::optional<RepeatIndex::Repeat> RepeatIndex::repeat_of(RepeatKey kind, std::string_view what,
                                                          std::uint64_t key, std::uint64_t place) {
  auto const first = first_with(kind, key, place);
  if (!first) return std::nullopt;
  auto found = rule_for(kind);
  found.fault.message += fmt::format(" ({}).", memory_->where(what, *first));
  return found;
}

std::optional<RepeatIndex::Repeat> RepeatIndex::note_interchange(std::string_view sender,
                                                                 std::string_view control,
                                                                 std::uint64_t ordinal) {
  sender_ = std::hash<std::string_view>{}(sender);
  if (memory_->options().new_control_numbers) return std::nullopt;
  return repeat_of(RepeatKey::interchange_control, "interchange",
                   repeat_key(RepeatKey::interchange_control, sender, control), ordinal);
}

std::optional<RepeatIndex::Repeat> RepeatIndex::note_set(std::uint64_t group, std::string_view control,
                                                         std::uint64_t ordinal) {
  auto const scope = fmt::format("{} {}", memory_->input(), group);
  return repeat_of(RepeatKey::transaction_control, "set",
                   repeat_key(RepeatKey::transaction_control, scope, control), ordinal);
}

void RepeatIndex::note(ClaimVerdict const& verdict, std::uint64_t claim, Findings& findings) {
  if (!memory_->compares(claim)) return;
  auto const add = [&](Repeat const& found, Place place, std::int32_t line, std::string message) {
    findings.push_back({found.rule, found.severity, place, line, std::move(message), {}});
  };
  auto const add_first = [&](RepeatKey kind, std::uint64_t first, Place place, std::int32_t line) {
    auto const& found = rule_for(kind);
    add(found, place, line, found.fault.message + fmt::format(" ({}).", memory_->where("claim", first)));
  };
  // Noted whether its rule is on or not: the others ask for it.
  auto const same_id = verdict.id_key == 0 ? std::nullopt : memory_->note(of_sender(verdict.id_key), claim);
  if (same_id && rule_for(RepeatKey::claim_id).rule != nullptr)
    add_first(RepeatKey::claim_id, *same_id, {0, 1, 0}, -1);
  // The same claim once more has the same services and documents: that is one fault.
  if (auto const first = first_with(RepeatKey::services, verdict.services_key, claim);
      first && first != same_id)
    add_first(RepeatKey::services, *first, {0, 1, 0}, -1);
  for (auto const& [key, mark] : verdict.indicators) {
    auto const first = first_with(RepeatKey::attachment_control, of_sender(key), claim);
    if (first && first != same_id)
      add_first(RepeatKey::attachment_control, *first, {mark.segment, 6, 0}, mark.line);
  }
  auto const& filled = rule_for(RepeatKey::narrative);
  if (filled.rule == nullptr || same_id) return;
  for (auto const& [key, place, line] : verdict.texts) {
    if (memory_->note_text(key, claim)) add(filled, place, line, filled.fault.message);
  }
}

void RepeatIndex::note_sent(EarlierSending const& earlier, Findings& findings) const {
  auto const& found = rule_for(earlier.same_bytes ? RepeatKey::sent_claim : RepeatKey::sent_services);
  if (found.rule == nullptr) return;
  auto message = fmt::format("{} on {} as interchange {}.", found.fault.message, earlier.date,
                             earlier.interchange.empty() ? "(none)" : earlier.interchange);
  if (earlier.from_this_input) message += " This held file was run before: nothing is sent twice.";
  findings.push_back({found.rule, found.severity, {0, 1, 0}, -1, std::move(message), {found.fault.fix}});
}

void RepeatIndex::expect(ClaimVerdict const& verdict) const {
  memory_->expect(of_sender(verdict.id_key));
  if (verdict.services_key != 0) memory_->expect(verdict.services_key);
  for (auto const& indicator : verdict.indicators) memory_->expect(of_sender(indicator.key));
  for (auto const& text : verdict.texts) memory_->expect_text(text.key);
}

}  // namespace scrub837
