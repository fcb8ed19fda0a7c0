#pragma once

#include <array>

#include "scrub837/claims_seen.hpp"
#include "scrub837/settings.hpp"
#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Notes of the claims what decides which lists and profiles were of use.
class ClaimsSeenCounter final : public ScrubEvents {
 public:
  explicit ClaimsSeenCounter(Settings const& settings);
  /// Whether there is anything to note: lists or profiles are loaded.
  [[nodiscard]] bool is_needed() const { return with_dates_ || with_profiles_; }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void save(EnvelopeLevel level) override { saved_[static_cast<std::size_t>(level)] = now_; }
  void restore(EnvelopeLevel level) override { now_ = saved_[static_cast<std::size_t>(level)]; }
  void discard() override { now_ = {}; }
  [[nodiscard]] ClaimsSeen const& seen() const { return now_; }

 private:
  bool with_dates_, with_profiles_;
  ClaimsSeen now_;
  std::array<ClaimsSeen, 3> saved_;
};

}  // namespace scrub837
