#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/fix/judge.hpp"
#include "src/scrub/envelope_state.hpp"
#include "src/scrub/finding_reporter.hpp"
#include "src/scrub/piece.hpp"
#include "src/scrub/repeat_index.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/scrub/segment_location.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837 {

/// Errors above the claims that stand in one unit, for its worklist row.
struct UnitAbove {
  ErrorsAbove errors;
  std::string needed;
};

/// Judges what is above the claims segment by segment, says what was found there, and asks for what the
/// errors that hold claims need.
class EnvelopeFindings {
 public:
  /// \param now where the run is; what was told of an interchange is noted there
  EnvelopeFindings(EnvelopeRun& now, Judge const& judge, SupplySource* supplies, FindingReporter& reporter,
                   RepeatIndex& repeats, ScrubEvents& events)
      : now_(&now),
        judge_(&judge),
        supplies_(supplies),
        reporter_(&reporter),
        repeats_(&repeats),
        events_(&events) {}
  /// What is said from now on is of this piece.
  void look_at(Piece const& piece) { piece_ = &piece; }

  /// A fault above the claims. \param unit where the error is, if its row can release the claims below
  void say(Rule const& rule, Severity severity, Fault const& fault, SegmentLocation const& spot, bool applied,
           std::string_view after, UnitAbove* unit = nullptr);
  void notice(Rule const& notice, SegmentLocation const& spot);
  /// Blanks before ids and folded lines: once an interchange, for they come in every segment or in none.
  void lexical_faults(std::span<Segment const> unit);
  /// Unknown and unexpected segments above the claims.
  void stretch(SegmentRun const& stretch, UnitAbove& above);
  /// The control number of the open interchange or set, if it was used before.
  void repeated_interchange(SegmentLocation const& spot);
  void repeated_set(SegmentLocation const& spot);
  /// Asks for what the errors in a unit need, unless a reason that was typed into their row releases them;
  /// then its key is added to `released`. \return whether they hold what is below
  bool ask(std::span<Segment const> unit, UnitAbove const& above, std::vector<std::string>& released);

  [[nodiscard]] SegmentLocation location_of(Segment const& segment, LoopId loop = LoopId::stray) const;
  /// Of a segment of a unit that begins behind what was counted, from ST = 1.
  [[nodiscard]] std::uint64_t segment_number(Segment const& segment, std::span<Segment const> unit) const;

 private:
  void hold_below(Rule const& rule, Severity severity, Fault const& fault, SegmentLocation const& spot,
                  bool applied, UnitAbove* unit);
  void say_repeat(std::optional<RepeatIndex::Repeat> const& found, SegmentLocation const& spot);
  void ask_for_refused(Rule const& rule, Fault const& fault, SegmentLocation const& spot);
  [[nodiscard]] std::string key_of(std::span<Segment const> unit) const;
  [[nodiscard]] std::string control_numbers() const;
  [[nodiscard]] Settings const& settings() const { return judge_->settings(); }
  [[nodiscard]] Block const& block() const { return piece_->block; }

  EnvelopeRun* now_;
  Judge const* judge_;
  SupplySource* supplies_;
  FindingReporter* reporter_;
  RepeatIndex* repeats_;
  ScrubEvents* events_;
  Piece const* piece_ = nullptr;
};

}  // namespace scrub837
