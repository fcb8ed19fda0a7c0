#pragma once

#include <array>
#include <deque>
#include <string>

#include "scrub837/scrub.hpp"
#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Keeps findings until they will not be taken back, and hands them over then.
class KeptFindings final : public ScrubEvents {
 public:
  explicit KeptFindings(OnFinding on_finding) : on_finding_(std::move(on_finding)) {}
  void finding(FindingRecord const& record) override;
  void commit() override;
  void discard() override { kept_.clear(); }
  void save(EnvelopeLevel level) override { marks_[static_cast<std::size_t>(level)] = kept_.size(); }
  void restore(EnvelopeLevel level) override { kept_.resize(marks_[static_cast<std::size_t>(level)]); }

 private:
  struct Kept {
    FindingRecord record;  ///< its views are of `texts`
    std::deque<std::string> texts;
  };
  OnFinding on_finding_;
  std::deque<Kept> kept_;  ///< none moves: views point into it
  std::array<std::size_t, 3> marks_{};
};

}  // namespace scrub837
