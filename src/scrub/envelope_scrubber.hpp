#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "src/fix/judge.hpp"
#include "src/scrub/claim_stage.hpp"
#include "src/scrub/envelope_findings.hpp"
#include "src/scrub/envelope_state.hpp"
#include "src/scrub/piece.hpp"
#include "src/scrub/replay.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/scrub/segment_stream.hpp"
#include "src/write/claim_splitter.hpp"

namespace scrub837 {

/// Follows an input piece by piece: judges ISA, GS, ST, the levels and the trailers, has the claims between
/// them settled, and tells the splitter what is open and the consumers what happened.
///
/// An error of the envelope shows only at its end, when claims before it are already written. The stretch
/// is then read again from its beginning with what is now known (Replay).
class EnvelopeScrubber {
 public:
  struct Parts {
    Judge const* judge = nullptr;
    SupplySource* supplies = nullptr;  ///< what was typed or listed; null: nothing
    SendingRecord* record = nullptr;   ///< of what went out before; null: there is none
    ClaimSplitter* splitter = nullptr;
    ScrubEvents* events = nullptr;
    RepeatMemory* repeats = nullptr;  ///< of the run; this input has begun
    std::string_view file;            ///< as it appears in reports
  };
  explicit EnvelopeScrubber(Parts const& parts);

  /// About so many claims will come.
  void expect_claims(std::size_t count) { repeats_.reserve(count); }
  /// Takes the next piece. \return whether something has to be read again first; then rewind() says from
  /// where
  [[nodiscard]] bool handle(Piece& piece);
  struct Rewound {
    StreamPosition position;
    std::size_t size = 0;  ///< bytes up to where it was found out
    Receivers receivers;   ///< of the interchange and group that are open there
  };
  Rewound rewind();

  /// Nothing of the input can be read: what came so far is void, and only this is said.
  void refuse_all(Rule const& notice, std::uint64_t offset);
  [[nodiscard]] bool saw_envelope() const { return envelope_seen_; }
  [[nodiscard]] EnvelopeRun const& state() const { return now_; }

 private:
  using Level = EnvelopeLevel;
  using Trailers = ClaimSplitter::Trailers;

  // envelope_scrubber.cpp: pieces and units
  void take(Piece& piece);
  void take_segments(Tokens const& tokens);
  void unit(std::span<Segment const> unit);
  void claim_unit(std::span<Segment const> unit);
  [[nodiscard]] bool could_be_ours(std::span<Segment const> unit) const;
  [[noreturn]] static void read_again(Level level, ScopePlan const& plan);
  // An interchange, group or set begins at this offset: a point to come back to.
  void begin(Level level, std::uint64_t offset);
  void pass_raw(std::string_view bytes) { splitter_->pass(bytes, raw_goes_to()); }
  [[nodiscard]] Destination raw_goes_to() const {
    return now_.to_clean() ? Destination::clean : Destination::held;
  }

  // envelope_strays.cpp: what is outside of sets, or behind an interchange
  void stray_unit(std::span<Segment const> unit);
  [[nodiscard]] bool must_hold_bare() const;

  // envelope_gaps.cpp: bytes between interchanges
  void take_gap(Piece const& piece);
  void judge_missing_isa();
  void flush_gap_at_end();

  // envelope_interchange.cpp: ISA
  void open_interchange(Piece const& piece);
  void open_headerless(Piece const& piece);
  void judge_headers();
  void judge_isa();
  void judge_header(Level level, SegmentView st, SegmentLocation const& spot);
  [[nodiscard]] IsaView isa_view() const;
  [[nodiscard]] std::string fixed_isa(Piece const& piece);
  void doubt_component(std::span<Segment const> unit);

  // envelope_sets.cpp: GS, ST and the header of a set
  void open_group(std::span<Segment const> unit);
  void judge_group();
  void open_set(std::span<Segment const> unit);
  void open_implicit_set(std::span<Segment const> unit);
  void start_set(Segment const& first);
  void open_scrubbed_set(SegmentLocation const& spot, bool header_missing);
  bool is_foreign(SegmentView st);
  void identify_set_by_service(std::span<Segment const> unit);
  void tell_set_begins(bool missing);
  void set_header(std::span<Segment const> unit);

  // envelope_trailers.cpp: SE, GE and IEA, or that they are missing
  [[nodiscard]] bool judged(Level level);
  /// \param rules for which it is refused
  void refuse(Level level, Release release, std::string_view rules = {});
  bool refuse_empty_interchange(Release release);
  void close_missing(Level outermost);
  void close(Level level, Segment const* trailer);
  void write_trailers(Level level, Segment const* trailer, Trailers const& trailers, std::uint64_t claims);
  void tell_end(Level level, std::uint64_t claims);
  void leave_interchange();
  [[nodiscard]] Trailers judge_trailer(Level level, Segment const* trailer);
  void leave_foreign_set();
  void close_set_content(bool whole);

  // envelope_levels.cpp: HL
  void level_unit(std::span<Segment const> unit);
  void judge_level(SegmentView hl, int rank, UnitAbove& unit);
  [[nodiscard]] Kind behind(std::span<Segment const> unit) const;
  [[nodiscard]] std::span<Segment const> next_level(std::span<Segment const> unit) const;
  [[nodiscard]] bool patient_claim_follows(std::span<Segment const> unit) const;
  void close_levels(int rank, bool whole = true);
  void close_level(int rank, bool whole);

  // By which something is judged of which this is known.
  [[nodiscard]] Profile const* profile_for(Inherited const& seen) const;
  [[nodiscard]] Profile const* profile_of_level(SegmentRun const& level, int rank) const;

  [[nodiscard]] Block const& block() const { return piece_->block; }
  [[nodiscard]] SegmentView view(Segment const& segment) const {
    return block().view(segment, now_.delimiters);
  }
  // With the loops that were parsed last.
  [[nodiscard]] SegmentRun stretch_of(std::span<Segment const> unit) const {
    return {.segments = unit,
            .loops = loop_spans_,
            .bytes = block().bytes,
            .delimiters = now_.delimiters,
            .above = &now_.inherited,
            .settings = &settings()};
  }
  [[nodiscard]] Settings const& settings() const { return judge_->settings(); }
  [[nodiscard]] LexicalRepairs surface() const { return splitter_->surface(); }
  // A header or trailer with the control number of a rerun's clean file.
  [[nodiscard]] std::string renumbered(Level level, std::size_t element, std::string text) const;
  // The unit ends where the input was cut.
  [[nodiscard]] bool is_cut_off(std::span<Segment const> unit) const;
  [[nodiscard]] bool repairs_change(std::span<Segment const> unit) const;

  Judge const* judge_;
  SupplySource* supplies_;
  ClaimSplitter* splitter_;
  ScrubEvents* events_;
  EnvelopeRun now_;
  FindingReporter reporter_;
  RepeatIndex repeats_;
  EnvelopeFindings findings_;
  ClaimStage claims_;
  Replay replay_;
  Piece* piece_ = nullptr;            ///< the one that is handled
  std::span<Segment const> handled_;  ///< the unit of the piece that is handled, or was last
  std::uint64_t handled_up_to_ = 0;   ///< where in the input that unit ends
  StreamPosition resume_at_;          ///< where the open interchange, group or set began
  std::optional<ReadAgain> again_;
  LoopSpans loop_spans_;
  bool recount_set_, recount_group_, recount_interchange_, ends_judged_;
  bool isa_required_;  ///< claims without an ISA are held
  bool envelope_seen_ = false;
};

}  // namespace scrub837
