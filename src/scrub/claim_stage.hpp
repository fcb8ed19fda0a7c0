#pragma once

#include <optional>
#include <span>

#include "src/fix/judge.hpp"
#include "src/scrub/claim_scrubber.hpp"
#include "src/scrub/claim_unit.hpp"
#include "src/scrub/envelope_state.hpp"
#include "src/scrub/finding_reporter.hpp"
#include "src/scrub/piece.hpp"
#include "src/scrub/repeat_index.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/scrub/sending_record.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837 {

/// Takes the verdicts of the workers claim by claim, in the order of the input: puts in what a person
/// supplied, adds what shows only beside other claims, decides where each claim goes, and tells the
/// consumers.
class ClaimStage {
 public:
  /// \param record of what went out before; null: there is none
  ClaimStage(EnvelopeRun& now, Judge const& judge, SupplySource* supplies, SendingRecord* record,
             RepeatIndex& repeats, FindingReporter& reporter, ScrubEvents& events)
      : now_(&now),
        judge_(&judge),
        scrubber_(judge),
        supplies_(supplies),
        record_(record),
        repeats_(&repeats),
        reporter_(&reporter),
        events_(&events) {}

  /// The claims of this piece come next.
  void look_at(Piece& piece) {
    piece_ = &piece;
    next_ = 0;
  }
  /// What is known of the next claim's bytes.
  struct Bytes {
    bool cut_off = false;  ///< the input ends in it
    bool surface = false;  ///< mending the surface changes them
  };
  /// \param segments of the next claim of the piece. \return its verdict, with where it goes
  ClaimVerdict const& take(std::span<Segment const> segments, Bytes bytes);

 private:
  // A claim with what a person supplied for it.
  struct Supplied {
    std::optional<WorkingClaim> claim;
    Consent consent = Consent::none;
    std::string consented;      ///< rules that the rows with a reason name
    std::string released_by;    ///< who gave the reason
    std::vector<Place> values;  ///< elements that a value was typed for
    bool asked = false;         ///< something may have been typed for it
    bool refused = false;       ///< an answer for it was refused
  };
  // What errors above a claim do with it.
  struct Above {
    bool blocked = false;   ///< one holds it
    bool released = false;  ///< one would, and was released
  };
  PieceClaim& claim_of(std::span<Segment const> segments);
  void fetch_ahead() const;
  [[nodiscard]] ClaimUnit::Where where() const;
  Supplied supply_for(ClaimUnit const& unit, Findings const& found);
  [[nodiscard]] Inherited const& inherited_by(PieceClaim& claim, std::span<Segment const> segments);
  [[nodiscard]] bool complete(ClaimVerdict& verdict, ClaimUnit const& unit, Supplied const& given);
  [[nodiscard]] bool note_earlier_sending(ClaimVerdict& verdict, ClaimUnit const& unit);
  Above count_in_levels();
  void tell_went_out(Disposition disposition, bool released);
  void count_held();
  void follow_lost_levels(std::span<Segment const> segments, Findings const& found);
  [[nodiscard]] Settings const& settings() const { return judge_->settings(); }

  EnvelopeRun* now_;
  Judge const* judge_;
  ClaimScrubber scrubber_;
  SupplySource* supplies_;
  SendingRecord* record_;
  RepeatIndex* repeats_;
  FindingReporter* reporter_;
  ScrubEvents* events_;
  Piece* piece_ = nullptr;
  std::size_t next_ = 0;  ///< of the piece's claims
  LoopSpans loop_spans_;
  Inherited corrected_;  ///< what the claim inherits of levels with values that a person typed
};

}  // namespace scrub837
