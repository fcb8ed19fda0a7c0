#include <fmt/format.h>

#include <algorithm>

#include "src/io/sha256.hpp"
#include "src/scrub/envelope_findings.hpp"

namespace scrub837 {

void EnvelopeFindings::hold_below(Rule const& rule, Severity severity, Fault const& fault,
                                  SegmentLocation const& spot, bool applied, UnitAbove* unit) {
  // An error above the claims that stands holds what is below: one row says so.
  if (severity != Severity::error || applied) return;
  if (unit != nullptr && rule.release != Release::impossible) {
    auto const append = [](std::string& text, std::string_view more) {
      if (text.find(more) == std::string::npos) text.append(text.empty() ? "" : " ").append(more);
    };
    append(unit->errors.rules, rule.id);
    append(unit->needed, fmt::format("{} {}", fault.message, rule.doc.fix));
    unit->errors.release = std::max(unit->errors.release, rule.release);
  } else if (settings().hold != Hold::never || rule.release == Release::impossible) {
    ask_for_refused(rule, fault, spot);
  }
}

std::string EnvelopeFindings::control_numbers() const {
  return fmt::format("{}\n{}\n{}\n", now_->interchange.control, now_->group.control, now_->set.control);
}

// An error that no reason lets out. Its key is the same in the held file, whose counts differ.
void EnvelopeFindings::ask_for_refused(Rule const& rule, Fault const& fault, SegmentLocation const& spot) {
  auto const needed = fault.message + " " + std::string(rule.doc.fix);
  events_->held({.rules = rule.id,
                 .needed = needed,
                 .release = rule.release,
                 .in_unit = false,
                 .in_set = now_->set.open,
                 .key = [&] {
                   return fmt::format(
                       "X{}", sha256(fmt::format("{}\n{}{}", rule.id, control_numbers(),
                                                 spot.kind == Kind::HL ? spot.text : std::string_view{})));
                 }});
}

// The key of the row about the errors of a unit above the claims.
std::string EnvelopeFindings::key_of(std::span<Segment const> unit) const {
  std::string bytes;
  for (auto const& segment : unit) bytes.append(block().text(segment)).push_back('\n');
  constexpr std::size_t enough = 12;
  auto const place = sha256(control_numbers() + now_->hierarchy.contents().digest()).substr(0, enough);
  return fmt::format("L{}.{}", sha256(bytes), place);
}

bool EnvelopeFindings::ask(std::span<Segment const> unit, UnitAbove const& above,
                           std::vector<std::string>& released) {
  if (above.errors.rules.empty()) return false;
  if (settings().hold == Hold::never) return true;
  std::string key;
  if (supplies_ != nullptr) {
    key = key_of(unit);
    bool const out = !now_->as_received() && lets_out(supplies_->consent_above(key), above.errors.release);
    supplies_->done_above(key, above.errors, out);
    if (out) {
      released.push_back(std::move(key));
      return false;
    }
  }
  events_->held({.rules = above.errors.rules,
                 .needed = above.needed,
                 .release = above.errors.release,
                 .in_unit = true,
                 .in_set = now_->set.open,
                 .key = [&] { return key.empty() ? key_of(unit) : key; }});
  return true;
}

}  // namespace scrub837
