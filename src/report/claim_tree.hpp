#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "src/report/guide_names.hpp"
#include "src/report/held_reasons.hpp"
#include "src/report/near_claims.hpp"
#include "src/report/report_file.hpp"
#include "src/report/two_columns.hpp"

namespace scrub837 {

/// Which claim `show` shows.
struct WantedClaim {
  std::string number;      ///< CLM01
  std::uint64_t line = 0;  ///< of its service lines this one; 0: all
};

/// Shows claims with a certain number as trees: the levels above, the loops, segments and elements with their
/// names, and each finding at its element. What may still be taken back is kept in a sink.
class ClaimTree final : public ReportFile<> {
 public:
  using Print = std::function<void(std::string_view)>;
  ClaimTree(WantedClaim wanted, Screen screen, std::string_view file, Sink& pending, Print print);

  void begin(InterchangeStart const& start) override;
  void begin(SetStart const& start) override;
  void level(LevelStart const& start) override;
  void finding(FindingRecord const& record) override;
  void held(HeldAbove const& held) override { reasons_.held(held); }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;
  void commit() override;
  void save(EnvelopeLevel level) override;
  void restore(EnvelopeLevel level) override;

  /// What was shown so far, and where it was not, which numbers are like it.
  struct Seen {
    std::uint64_t shown = 0;       ///< claims with the number
    std::uint64_t held = 0;        ///< of these
    std::uint64_t with_line = 0;   ///< of these, those that have the line
    std::uint64_t most_lines = 0;  ///< of one of these
    NearClaims near;
  };
  [[nodiscard]] Seen const& seen() const { return seen_; }

 private:
  // A finding, kept until its claim comes, or as long as what it is about is open.
  struct Note {
    std::uint64_t segment_number = 0;
    std::uint64_t claim_index = 0;
    Place place;
    bool missing = false;  ///< a segment that should be behind `place`
    bool applied = false;
    Rule const* rule = nullptr;
    Severity severity = Severity::info;
    bool held = false;
    std::string element, message, after;
    char terminator = '~';
  };
  // A level that is open, as received.
  struct Level {
    Block block;
    std::vector<Segment> segments;
    std::uint64_t segment_number = 0;
    bool open = false;
  };
  static constexpr std::size_t ranks = 4;

  void heading(ClaimUnit const& unit, ClaimVerdict const& verdict, TwoColumns& page) const;
  void headers(TwoColumns& page) const;
  void levels(Delimiters const& delimiters, TwoColumns& page) const;
  void body(ClaimUnit const& unit, TwoColumns& page) const;
  void segment(TwoColumns& page, std::size_t depth, LoopId loop, Block const& block, Segment const& token,
               Delimiters const& delimiters, std::uint64_t number,
               std::vector<Note const*> const& notes) const;
  void elements(TwoColumns& page, std::size_t depth, std::string_view id, GuideNames::OfSegment const& names,
                SegmentView view, std::vector<Note const*> const& notes) const;
  void note(TwoColumns& page, std::size_t depth, Note const& note) const;
  [[nodiscard]] std::string masked(std::string_view segment, Delimiters const& delimiters) const;
  void forget_closed();

  WantedClaim wanted_;
  Screen screen_;
  std::string file_;
  Sink* pending_;
  Print print_;
  GuideNames names_;
  HeldReasons reasons_;
  std::vector<Note> headers_;  ///< of the open interchange and group
  std::vector<Note> above_;    ///< of the open set's header and levels
  std::vector<Note> claims_;   ///< of the next claim
  std::array<Level, ranks> levels_;
  std::uint64_t first_level_ = 0;  ///< segment number of the set's first HL; 0: none yet
  std::string set_;
  bool later_set_ = false;
  Seen seen_;
  std::array<Seen, 3> saved_;
};

}  // namespace scrub837
