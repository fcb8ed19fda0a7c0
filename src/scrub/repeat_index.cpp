#include "src/scrub/repeat_index.hpp"

#include <fmt/format.h>

#include <utility>

#include "src/scrub/claim_scrubber.hpp"

namespace scrub837 {

// Which rule asks for each kind is known beforehand: it is asked of every claim.
RepeatIndex::RepeatIndex(Judge const& judge) {
  for (std::size_t kind = 0; kind < rules_.size(); ++kind) {
    for (auto const& active : judge.rules<RepeatCheck>()) {
      auto fault = active.check(static_cast<RepeatKey>(kind));
      if (!fault) continue;
      rules_[kind] = {active.rule, active.severity, std::move(*fault)};
      break;
    }
  }
}

std::optional<RepeatIndex::Repeat> RepeatIndex::note_key(RepeatKey kind, std::uint64_t key,
                                                         std::uint64_t ordinal) {
  auto const& known = rules_[static_cast<std::size_t>(kind)];
  if (known.rule == nullptr) return std::nullopt;
  auto const first = seen_.note(key, ordinal);
  if (!first) return std::nullopt;
  auto found = known;
  auto& message = found.fault.message;
  switch (kind) {
    case RepeatKey::interchange_control:
      message += fmt::format(" (interchange {}).", *first);
      break;
    case RepeatKey::transaction_control:
      message += fmt::format(" (set {} of the file).", *first);
      break;
    case RepeatKey::claim_id:
    case RepeatKey::attachment_control:
      message += fmt::format(" (claim {} of the file).", *first);
      break;
    case RepeatKey::narrative:
      break;
  }
  return found;
}

std::optional<RepeatIndex::Repeat> RepeatIndex::note(RepeatKey kind, std::string_view scope,
                                                     std::string_view text, std::uint64_t ordinal) {
  return note_key(kind, repeat_key(kind, scope, text), ordinal);
}

void RepeatIndex::note(ClaimVerdict const& verdict, std::uint64_t claim, Findings& findings) {
  auto const note_at = [&](RepeatKey kind, std::uint64_t key, Place place, std::int32_t line) {
    auto found = note_key(kind, key, claim);
    if (!found) return;
    findings.push_back({found->rule, found->severity, place, line, std::move(found->fault.message), {}});
  };
  if (verdict.id_key != 0) note_at(RepeatKey::claim_id, verdict.id_key, {0, 1, 0}, -1);
  for (auto const& [key, mark] : verdict.indicators) {
    if (key == 0) continue;
    note_at(RepeatKey::attachment_control, key, {mark.segment, 6, 0}, mark.line);
  }
  auto const& filled = rules_[static_cast<std::size_t>(RepeatKey::narrative)];
  if (filled.rule == nullptr) return;
  for (auto const& [key, place, line] : verdict.texts) {
    if (!filled_down_.note(key, claim)) continue;
    findings.push_back({filled.rule, filled.severity, place, line, filled.fault.message, {}});
  }
}

void RepeatIndex::expect(ClaimVerdict const& verdict) const {
  seen_.expect(verdict.id_key);
  for (auto const& indicator : verdict.indicators) seen_.expect(indicator.key);
  for (auto const& text : verdict.texts) filled_down_.expect(text.key);
}

}  // namespace scrub837
