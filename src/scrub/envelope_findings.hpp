#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "src/fix/judge.hpp"
#include "src/fix/working_claim.hpp"
#include "src/scrub/envelope_state.hpp"
#include "src/scrub/finding_reporter.hpp"
#include "src/scrub/piece.hpp"
#include "src/scrub/repeat_index.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/scrub/segment_location.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837 {

/// An element above the claims that an error asks for.
struct ValueAbove {
  Place place;  ///< in the unit
  std::string rules, needed;
  std::string message;  ///< of the findings, without what is to be done
  LoopId loop = LoopId::stray;
  std::string segment, element, current;
};

/// Errors above the claims that stand in one unit, for its worklist rows.
struct UnitAbove {
  ErrorsAbove errors;              ///< all of them
  std::string rules, needed;       ///< of those that ask for no element
  std::vector<ValueAbove> values;  ///< the others: a row each
};

/// What a person typed for a unit above the claims.
struct TypedAbove {
  std::string key;  ///< of its rows, without a place; empty: it was not asked for
  Consent consent = Consent::none;
  std::optional<WorkingClaim> corrected;  ///< the unit with the values; nothing: none was typed
  std::vector<std::string> keys;          ///< of the rows with these
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

  /// A fault above the claims. \param unit where the error is, if its row can release the claims below;
  /// \param finding in it, if it may ask for an element
  void say(Rule const& rule, Severity severity, Fault const& fault, SegmentLocation const& spot, bool applied,
           std::string_view after, UnitAbove* unit = nullptr, Finding const* finding = nullptr);
  void notice(Rule const& notice, SegmentLocation const& spot);
  /// Blanks before ids and folded lines: once an interchange, for they come in every segment or in none.
  void lexical_faults(std::span<Segment const> unit);
  /// What was typed for a unit; nothing if it goes out as received. \param first segment that counts in its
  /// key: an HL doesn't
  [[nodiscard]] TypedAbove typed_for(SegmentRun const& stretch, std::size_t first);
  /// What is wrong with the segments of a unit above the claims. \param corrected the unit as a person made
  /// it, nothing: as received; then with the fixes that go in
  void stretch(SegmentRun const& stretch, UnitAbove& above, std::optional<WorkingClaim>& corrected);
  /// The control number of the open interchange or set, if it was used before.
  void repeated_interchange(SegmentLocation const& spot);
  void repeated_set(SegmentLocation const& spot);
  /// Asks for what the errors in a unit need, unless a reason that was typed into their row releases them;
  /// then its key is added to `released`. \param first as in typed_for(); \param typed for the unit.
  /// \return whether they hold what is below
  bool ask(std::span<Segment const> unit, std::size_t first, UnitAbove const& above, TypedAbove& typed,
           std::vector<std::string>& released);
  /// Keeps what was typed for a unit in rows, as claims below it are still held.
  void keep_typed(std::vector<std::string> const& typed, std::vector<std::string> const& released);

  [[nodiscard]] SegmentLocation location_of(Segment const& segment, LoopId loop = LoopId::stray) const;
  /// Of a segment of a unit that begins behind what was counted, from ST = 1.
  [[nodiscard]] std::uint64_t segment_number(Segment const& segment, std::span<Segment const> unit) const;

 private:
  // How often a rule was found in a unit, and how often that was listed.
  struct Told {
    std::uint64_t found = 0, listed = 0;
  };
  // What became of a finding in a unit.
  struct WhatBecame {
    UnitAbove* unit = nullptr;
    bool applied = false;
    std::string_view after;  // the segment with its fix
  };
  void say_of_unit(Finding const& finding, std::span<Segment const> unit, std::span<LoopId const> loops,
                   Told& told, WhatBecame const& became);
  void hold_below(Rule const& rule, Severity severity, Fault const& fault, SegmentLocation const& spot,
                  bool applied, UnitAbove* unit, Finding const* finding);
  void say_repeat(std::optional<RepeatIndex::Repeat> const& found, SegmentLocation const& spot);
  void ask_for_refused(Rule const& rule, Fault const& fault, SegmentLocation const& spot,
                       Finding const* finding);
  [[nodiscard]] static bool is_typed_in_vain(UnitAbove const& above, TypedAbove const& typed,
                                             std::size_t first);
  [[nodiscard]] std::string key_of(std::span<Segment const> unit) const;
  [[nodiscard]] std::string control_numbers() const;
  [[nodiscard]] HeldAbove held_in_unit() const;
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
