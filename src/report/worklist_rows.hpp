#pragma once

#include <array>
#include <string_view>

#include "src/scrub/scrub_events.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837 {

/// Asks for what a person has to supply: one row for each line of a claim that waits for something, one for
/// the claim as a whole, and one for the errors of each unit above the claims that hold what is below.
class WorklistRows : public ScrubEvents {
 public:
  void begin(SetStart const&) override { made_.in_set = 0; }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void held(HeldAbove const& held) override;
  void save(EnvelopeLevel level) override { saved_[static_cast<std::size_t>(level)] = made_; }
  void restore(EnvelopeLevel level) override { made_ = saved_[static_cast<std::size_t>(level)]; }

 protected:
  /// \param file as it appears in reports
  /// \param supplies a rerun: what was typed already, which is never left out; null: nothing
  /// \param optional rows for warnings, too, and for claims that go out
  WorklistRows(std::string_view file, SupplySource* supplies, bool optional)
      : file_(file), supplies_(supplies), optional_(optional) {}
  virtual void row(WorklistRow const& row) = 0;

 private:
  // Rows above the claims: of the levels of the open set, and of errors that no reason lets out.
  struct Made {
    std::uint64_t in_set = 0;
    std::uint64_t of_refusals = 0;
  };
  void make_above(WorklistRow& row, bool in_set);

  std::string_view file_;
  SupplySource* supplies_;
  bool optional_;
  Made made_;
  std::array<Made, 3> saved_;
};

}  // namespace scrub837
