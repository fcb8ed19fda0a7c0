#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/summary.hpp"
#include "src/fix/judge.hpp"
#include "src/io/input.hpp"
#include "src/io/seen_keys.hpp"
#include "src/pipeline/claim_context.hpp"
#include "src/pipeline/filled_down.hpp"
#include "src/pipeline/lexical_repairs.hpp"
#include "src/pipeline/piece.hpp"
#include "src/pipeline/run_state.hpp"
#include "src/pipeline/segment_stream.hpp"
#include "src/pipeline/split_writer.hpp"
#include "src/pipeline/supplies.hpp"
#include "src/report/control_totals.hpp"
#include "src/scrub/claim_scrubber.hpp"
#include "src/scrub/finding_reporter.hpp"
#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Scrubs one input: reads it piece by piece, judges and mends each claim, splits the claims into a clean
/// and a held output, and reports what it found. Memory does not grow with the input.
///
/// An error of the envelope shows only at its end, when claims before it are already written. The stretch
/// is then read again from its beginning with what is now known (Replay).
class FileScrubber {
 public:
  struct Job {
    Input* input = nullptr;
    WorkQueue* queue = nullptr;  ///< where outputs are hashed and written; may be null
    std::string_view file;       ///< as it stands in reports
    Judge const* judge = nullptr;
    Sink* clean = nullptr;
    Sink* held = nullptr;
    ScrubEvents* events = nullptr;  ///< told all that happens
    std::size_t block_size = std::size_t{1} << 20U;
    std::function<void(std::uint64_t)> progress;  ///< bytes read so far
    SupplySource* supplies = nullptr;             ///< a rerun: what was typed into the worklist
    std::optional<ControlNumbers> numbers;        ///< a rerun: control numbers of the clean file
  };

  explicit FileScrubber(Job job);
  /// Throws EnvironmentError; bad input is findings.
  Outcome run();

 private:
  using Level = EnvelopeLevel;
  // file_scrubber.cpp: pieces and units
  bool refuse_unreadable();
  /// \return false if something has to be read again first
  bool handle(Piece& piece);
  void take(Piece& piece);
  void handle_segments(Tokens const& tokens);
  [[nodiscard]] bool could_be_ours(std::span<Segment const> unit) const;
  void unit(std::span<Segment const> unit);
  void finish();
  [[noreturn]] static void read_again(Level level, ScopePlan const& plan);
  void go_back();
  /// An interchange, group or set begins at this offset: a point to come back to.
  void begin(Level level, std::uint64_t offset);
  void let_take_part();
  [[nodiscard]] bool as_received() const {
    return now_.interchange.plan.as_received || now_.group.plan.as_received || now_.set.plan.as_received;
  }
  /// Where levels and strays without a claim go.
  [[nodiscard]] SplitWriter& writer_for_unclaimed() { return now_.set.plan.all_held ? held_ : clean_; }
  [[nodiscard]] EnvelopeState& scope(Level level);
  void pass_raw(std::string_view bytes);

  // file_scrubber_strays.cpp: what stands outside of sets, or behind an interchange
  void stray_unit(std::span<Segment const> unit);
  [[nodiscard]] bool must_hold_bare() const;

  // file_scrubber_stages.cpp: what runs at a time
  class Workers;
  void run_stages();

  // file_scrubber_interchange.cpp: what stands between interchanges, and ISA
  void take_gap(Piece const& piece);
  void judge_missing_isa();
  void flush_gap_at_end();
  void open_interchange(Piece const& piece);
  void open_headerless(Piece const& piece);
  void judge_headers();
  void judge_isa();
  [[nodiscard]] IsaView isa_view() const;
  [[nodiscard]] std::string fixed_isa(Piece const& piece);
  void doubt_component(std::span<Segment const> unit);

  // file_scrubber_sets.cpp: GS, ST and the header of a set
  void open_group(std::span<Segment const> unit);
  void judge_group();
  void open_set(std::span<Segment const> unit);
  void open_implicit_set(std::span<Segment const> unit);
  void start_set(Segment const& first);
  void open_scrubbed_set(SegmentLocation const& spot, bool header_missing);
  bool is_foreign(SegmentView st);
  void set_header(std::span<Segment const> unit);

  // file_scrubber_trailers.cpp: SE, GE and IEA, or that they are missing
  [[nodiscard]] bool judged(Level level);
  [[nodiscard]] bool to_clean() const;
  /// Whether what is read is in a group or interchange that was refused, and is of another kind.
  [[nodiscard]] bool holds_no_837p() const;
  void refuse(Level level, Release release);
  bool refuse_empty_interchange(Release release);
  void close_missing(Level outermost);
  void close(Level level, Segment const* trailer);
  // A trailer as it goes out to each file.
  struct Trailers {
    SegmentParts clean, held;
    bool made = false;  ///< it was missing, and is added
  };
  [[nodiscard]] Trailers judge_trailer(Level level, Segment const* trailer);
  void leave_foreign_set();
  void close_set_content();

  // file_scrubber_levels.cpp: HL
  void follow_lost_level(std::span<Segment const> unit, int rank, LevelState& level);
  void level_unit(std::span<Segment const> unit);
  void judge_level(SegmentView hl, int rank, LevelState& level, UnitAbove& unit);
  void close_levels(int rank);
  [[nodiscard]] bool is_blocked(int rank) const;
  void withhold_level();

  // file_scrubber_claims.cpp
  void claim_unit(std::span<Segment const> unit);
  void identify_set_by_service(std::span<Segment const> unit);
  PieceClaim& claim_of(std::span<Segment const> unit);
  // A claim with what a person supplied for it.
  struct SuppliedClaim {
    std::optional<WorkingClaim> claim;
    Consent consent = Consent::none;
    bool asked = false;  ///< something may have been typed for it
  };
  SuppliedClaim supply_for(ClaimUnit const& unit);
  void complete(ClaimVerdict& verdict, Inherited const& inherited, SuppliedClaim const& given);
  void hold_level_after_lost_hl(std::span<Segment const> unit, Findings const& found);
  // What errors above a claim do with it.
  struct Above {
    bool blocked = false;   ///< one holds it
    bool released = false;  ///< one would, and was released
  };
  Above count_in_levels();
  void tell_released_below();
  void write_claim(std::span<Segment const> unit, Disposition disposition, FixResult const& fix_result,
                   bool surface);
  [[nodiscard]] ClaimUnit::Where place_of_claim() const;
  void note_repeats(ClaimVerdict const& verdict, Findings& findings);

  // file_scrubber_reports.cpp
  // \param unit where the error stands, if its row can release the claims below
  void say(Rule const& rule, Severity severity, Fault const& fault, SegmentLocation const& spot, bool applied,
           std::string_view after, UnitAbove* unit = nullptr);
  // file_scrubber_rows_above.cpp: what errors above the claims ask for
  void hold_below(Rule const& rule, Severity severity, Fault const& fault, SegmentLocation const& spot,
                  bool applied, UnitAbove* unit);
  void row_above(Rule const& rule, Fault const& fault, SegmentLocation const& spot);
  bool ask_above(std::span<Segment const> unit, UnitAbove const& above, std::vector<std::string>& released);
  [[nodiscard]] std::string key_above(std::span<Segment const> unit) const;
  [[nodiscard]] std::string control_numbers_above() const;
  void report_notice(Rule const& notice, SegmentLocation const& spot);
  void report_lexical_faults(std::span<Segment const> unit);
  void report_run(std::span<Segment const> unit, SegmentRun const& stretch, UnitAbove& above);
  // What a rule has to say of something that is used twice.
  struct Repeat {
    Rule const* rule = nullptr;
    Severity severity{};
    Fault fault;
  };
  using RepeatRules = std::array<Repeat, 5>;  // by RepeatKey
  [[nodiscard]] static RepeatRules repeat_rules(Judge const& judge);
  std::optional<Repeat> repeat(RepeatKey kind, std::uint64_t key, std::uint64_t ordinal);
  void report_repeat(RepeatKey key, std::string_view scope, std::string_view text, std::uint64_t ordinal,
                     SegmentLocation const& spot);

  [[nodiscard]] Block const& block() const { return piece_->block; }
  [[nodiscard]] SegmentView view(Segment const& segment) const {
    return block().view(segment, now_.delimiters);
  }
  [[nodiscard]] Settings const& settings() const { return job_.judge->settings(); }
  [[nodiscard]] std::string mended(std::span<Segment const> unit) const;
  // Headers and trailers with the control numbers of a rerun's clean file.
  [[nodiscard]] std::string renumbered(Level level, std::string text) const;
  [[nodiscard]] static bool is_control_number(std::string_view text);
  [[nodiscard]] std::string clean_header(std::span<Segment const> unit) const;
  [[nodiscard]] std::string_view raw(std::span<Segment const> unit) const;
  // The unit ends where the input was cut.
  [[nodiscard]] bool is_cut_off(std::span<Segment const> unit) const;
  [[nodiscard]] bool repairs_change(std::span<Segment const> unit) const;
  [[nodiscard]] SegmentLocation location_of(Segment const& segment, LoopId loop = LoopId::stray) const;
  [[nodiscard]] std::uint64_t segment_number(Segment const& segment, std::span<Segment const> unit) const;

  Job job_;
  SegmentStream stream_;
  ClaimContext context_;
  ClaimScrubber scrubber_;
  Piece* piece_ = nullptr;            ///< the one that is handled
  std::size_t next_claim_ = 0;        ///< of its claims
  std::span<Segment const> handled_;  ///< the unit of the piece that is handled, or was last
  std::uint64_t handled_up_to_ = 0;   ///< where in the input that unit ends
  LexicalRepairs surface_;
  SplitWriter clean_, held_;
  RunState now_;
  ControlTotals totals_;
  Consumers events_;  ///< the job's, and the totals
  FindingReporter reporter_;
  Replay replay_;
  StreamPosition resume_at_;  ///< where the open interchange, group or set began
  std::optional<ReadAgain> again_;
  SeenKeys seen_;
  FilledDown filled_down_;
  RepeatRules repeat_rules_;
  LoopSpans loop_spans_;
  bool recount_set_, recount_group_, recount_interchange_, ends_judged_, places_judged_, hierarchy_judged_;
  bool isa_required_;  ///< claims without an ISA are held
  bool envelope_seen_ = false;
};

}  // namespace scrub837
