#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "src/report/report_file.hpp"
#include "src/report_model/finding_groups.hpp"
#include "src/report_model/held_causes.hpp"

namespace scrub837 {

/// Puts the findings of an input together instead of keeping them. What may still be taken back waits in a
/// sink.
class GroupingReport final : public ReportFile<> {
 public:
  /// \param screen whether values may be shown
  GroupingReport(GroupBy by, Screen screen, std::string_view file, Sink& pending);

  void begin(InterchangeStart const& start) override;
  void begin(SetStart const& start) override;
  void level(LevelStart const& start) override { causes_.level(start); }
  void held(HeldAbove const& held) override { causes_.held(held); }
  void finding(FindingRecord const& record) override;
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void commit() override;
  void save(EnvelopeLevel level) override;
  void restore(EnvelopeLevel level) override;
  void discard() override;
  /// How many findings were committed.
  [[nodiscard]] std::uint64_t findings() const { return done_.findings; }
  /// What was committed. After the last event.
  [[nodiscard]] InputGroups take();

 private:
  // What is known of a finding at once; the rest comes with its claim.
  struct Note {
    std::string key = {}, name = {};  ///< of its group, if it holds nothing
    Rule const* rule = nullptr;
    Severity severity = Severity::info;
    std::uint64_t times = 1;
    Place place = {};
    Kind missing = Kind::unknown;
    bool applied = false;
  };
  // Of whom a finding is.
  struct Whose {
    std::string payer = {}, provider = {}, claim = {};
    std::uint64_t claim_index = 0;
    std::int64_t cents = 0;
    bool held = false;
  };
  [[nodiscard]] Note noted(FindingRecord const& record) const;
  [[nodiscard]] Whose whose(ClaimUnit const& unit, ClaimVerdict const& verdict) const;
  void write_above(Note const& note, std::uint32_t cause);
  void write(Note const& note, Whose const& whose);
  void write_counted(std::uint64_t findings);
  void count(std::string_view entry);

  GroupBy by_;
  Screen screen_;
  std::string file_;
  Sink* pending_;
  InputGroups done_;
  HeldCauses causes_;
  std::vector<Note> of_claim_;  ///< of the next claim
};

}  // namespace scrub837
