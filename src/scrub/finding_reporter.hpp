#pragma once

#include <array>
#include <boost/container/flat_map.hpp>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "scrub837/settings.hpp"
#include "src/scrub/envelope_state.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/scrub/segment_location.hpp"

namespace scrub837 {

/// Words what was found as records, and hands them to the consumers: with place, claim and what its fix
/// changes. Of what is found too often to be read, some is listed and the rest counted.
class FindingReporter final : public Rewindable {
 public:
  /// \param now where the run is; read whenever something is said
  FindingReporter(EnvelopeRun const& now, Settings const& settings, std::string_view file,
                  ScrubEvents& events)
      : now_(&now), settings_(&settings), file_(file), events_(&events) {}

  /// A fault above the claims. \param after the segment as its fix makes it
  void say(Rule const& rule, Severity severity, Fault const& fault, SegmentLocation const& spot, bool applied,
           std::string_view after);
  /// What is found in a claim, when it is decided where it goes.
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict);
  /// Counted and not listed.
  void count(Rule const& rule, Severity severity, std::uint64_t times = 1) {
    if (times > 0) events_->unlisted(rule, severity, times);
  }

  void save(EnvelopeLevel level) override { saved_[static_cast<std::size_t>(level)] = told_; }
  void restore(EnvelopeLevel level) override { told_ = saved_[static_cast<std::size_t>(level)]; }
  /// A set begins: what was told of the one before doesn't count for it.
  void begin_set() { told_.in_set.clear(); }

 private:
  // How often something above the claims was told.
  struct Told {
    boost::container::flat_map<Rule const*, std::uint64_t> in_set;
    std::uint64_t in_empty_interchanges = 0;
  };
  [[nodiscard]] bool listed(Severity severity) const { return severity != Severity::info || settings_->info; }
  void emit(FindingRecord const& record);
  [[nodiscard]] FindingRecord record_at(SegmentLocation const& spot) const;
  void words(ClaimUnit const& unit, ClaimVerdict const& verdict);

  EnvelopeRun const* now_;
  Settings const* settings_;
  std::string_view file_;
  ScrubEvents* events_;
  Told told_;
  std::array<Told, 3> saved_;
};

}  // namespace scrub837
