#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "scrub837/settings.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837 {

/// Asks for what a person has to supply: one row for each line of a held claim that waits for something, one
/// for the claim as a whole, one for each element that is asked for, and one for the errors of each unit
/// above the claims that hold what is below.
class WorklistRows : public ScrubEvents {
 public:
  void begin(SetStart const&) override { made_.in_set = 0; }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void held(HeldAbove const& held) override;
  void save(EnvelopeLevel level) override { saved_[static_cast<std::size_t>(level)] = made_; }
  void restore(EnvelopeLevel level) override { made_ = saved_[static_cast<std::size_t>(level)]; }
  /// Rows into which something can be typed: others say what is wrong with the file.
  [[nodiscard]] std::uint64_t to_fill() const { return made_.to_fill; }

 protected:
  /// \param file as it appears in reports
  /// \param supplies a rerun: what was typed already, which is never left out; null: nothing
  /// \param settings whether there are rows for warnings, and names of patients in them; outlive this
  WorklistRows(std::string_view file, SupplySource* supplies, Settings const& settings)
      : file_(file), supplies_(supplies), settings_(&settings) {}
  virtual void row(WorklistRow const& row) = 0;

 private:
  // Rows above the claims: of the levels of the open set, and of errors that no reason lets out; and all rows
  // that can be filled in.
  struct Made {
    std::uint64_t in_set = 0;
    std::uint64_t of_refusals = 0;
    std::uint64_t to_fill = 0;
  };
  // What a row is made of: a finding of a claim, or that something was typed.
  struct AskedFor {
    RowPlace place;
    Finding const* finding = nullptr;  ///< null: nothing more, but something was typed
  };
  [[nodiscard]] std::vector<AskedFor> asked_for(ClaimUnit const& unit, ClaimVerdict const& verdict) const;
  [[nodiscard]] bool is_required(Finding const& finding) const;
  void make(ClaimUnit const& unit, std::span<AskedFor const> asked, bool last_of_many);
  void make_above(WorklistRow& row, bool in_set);
  void give(WorklistRow& row);

  std::string_view file_;
  SupplySource* supplies_;
  Settings const* settings_;
  Made made_;
  std::array<Made, 3> saved_;
};

}  // namespace scrub837
