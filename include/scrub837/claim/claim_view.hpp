#pragma once

#include <array>
#include <boost/container/small_vector.hpp>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scrub837/claim/day.hpp"
#include "scrub837/claim/loops.hpp"
#include "scrub837/claim/money.hpp"
#include "scrub837/claim/narrative_state.hpp"
#include "scrub837/finding.hpp"
#include "scrub837/x12/segment.hpp"

namespace scrub837 {

struct Block;
struct Profile;
class Settings;

/// What a claim inherits from the loops above it. Values are copies: levels end before their claims do.
struct Inherited {
  std::string transaction_type;  ///< BHT06: CH charges, RP reporting, 31 subrogation
  std::string claim_filing;      ///< 2000B SBR09: MA, MB Medicare, …
  std::string payer_id;          ///< 2010BB NM109
  std::string payer_name;        ///< 2010BB NM103
  std::string billing_taxonomy;  ///< 2000A PRV03
  std::string created;           ///< BHT04, the day the file was made
  std::string payer_order;       ///< 2000B SBR01: P, S, T, …
  std::string relationship;      ///< 2000B SBR02: 18, or empty if the patient is another person
  std::string insurance_type;    ///< 2000B SBR05
  std::string birth_date;        ///< of the patient: DMG02 of 2010CA, or 2010BA where the subscriber is
  std::string billing_npi;       ///< 2010AA NM109 where NM108 is XX
  /// For levels: the billing provider has no NPI, and a payer above its number of the provider (2010BB
  /// REF*G2, LU).
  bool atypical_provider = false;
  bool of_dependent = false;  ///< the claim stands in a patient level (2000C)
  std::uint64_t patient = 0;  ///< hash of name, member id and birth date (2010BA, 2010CA)
  /// Hash of the billing provider, the patient (name with birth date, else member id) and SBR01; 0 if one of
  /// them is not known.
  std::uint64_t account = 0;
  bool has_subscriber = false;       ///< a loop 2000B is open
  bool level_is_full = false;        ///< the claim's level has as many claims before it as the guide takes
  Profile const* profile = nullptr;  ///< the payer's, if profiles are loaded and one fits
};

/// The direct segments of a loop, those of child loops and strays left out.
class LoopSegments {
 public:
  /// \param absent the claim has no segment of this kind: nothing to look for
  LoopSegments(std::span<Segment const> segments, std::span<Loop const> loops, std::size_t loop, Kind kind,
               bool absent)
      : segments_(segments),
        loops_(loops),
        loop_(loop),
        first_(absent ? loops[loop].last : loops[loop].first),
        last_(loops[loop].last),
        kind_(kind) {}

  class Iterator {
   public:
    Iterator(LoopSegments const& owner, std::uint32_t position, std::size_t child)
        : owner_(&owner), position_(position), child_(child) {
      settle();
    }
    std::uint32_t operator*() const { return position_; }
    Iterator& operator++() {
      ++position_;
      settle();
      return *this;
    }
    friend bool operator==(Iterator const& left, std::default_sentinel_t) { return left.done(); }

   private:
    [[nodiscard]] bool done() const { return position_ == owner_->last_; }
    void settle();
    LoopSegments const* owner_;
    std::uint32_t position_;
    std::size_t child_;
  };

  [[nodiscard]] Iterator begin() const& { return {*this, first_, loop_ + 1}; }
  Iterator begin() const&& = delete;  // an iterator points into the view
  [[nodiscard]] static std::default_sentinel_t end() { return std::default_sentinel; }

 private:
  std::span<Segment const> segments_;
  std::span<Loop const> loops_;
  std::size_t loop_;
  std::uint32_t first_;
  std::uint32_t last_;
  Kind kind_;  ///< Kind::unknown: every kind
};

class LineView;

/// A segment of the claim that rules ask for by kind: a note or an attachment indicator.
struct SegmentRef {
  std::uint32_t segment = 0;
  std::int32_t line = -1;  ///< index of its service line; -1: it stands at the claim
};

/// A claim: its segments from CLM on, sorted into loops, and what it inherits. Borrows everything.
class ClaimView {
 public:
  /// \param loops the tape of `segments`, whose first entry is 2300
  ClaimView(Block const& block, std::span<Segment const> segments, std::span<Loop const> loops,
            Delimiters delimiters, Inherited const& inherited, Settings const& settings);

  [[nodiscard]] SegmentView segment(std::uint32_t index) const {
    auto const& token = segments_[index];
    return {bytes_.substr(token.begin, token.end - token.begin), delimiters_, token.separators};
  }
  [[nodiscard]] std::span<Segment const> segments() const { return segments_; }
  /// That the segments stand in.
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::span<Loop const> loops() const { return loops_; }
  [[nodiscard]] Delimiters const& delimiters() const { return delimiters_; }
  [[nodiscard]] Inherited const& inherited() const { return *inherited_; }
  [[nodiscard]] Settings const& settings() const { return *settings_; }
  /// What is known of the payer's demands, or null.
  [[nodiscard]] Profile const* profile() const { return inherited_->profile; }
  [[nodiscard]] SegmentView clm() const { return segment(0); }
  /// CLM02, the claim's total charge; nothing if it is no amount.
  [[nodiscard]] std::optional<Money> total() const { return total_; }
  [[nodiscard]] std::string_view total_text() const { return clm_element(2); }
  /// CLM05-1, the place of service that holds where a line names none.
  [[nodiscard]] std::string_view place_of_service() const { return facility_[0]; }
  /// CLM05-3, the claim frequency code.
  [[nodiscard]] std::string_view frequency() const { return facility_[2]; }
  /// CLM11, the related causes.
  [[nodiscard]] std::string_view related_causes() const { return clm_element(11); }

  /// The direct segments of loop `loop` (index into loops()) that are of a kind.
  [[nodiscard]] LoopSegments direct(std::size_t loop, Kind kind = Kind::unknown) const {
    return {segments_, loops_, loop, kind, kind != Kind::unknown && !has(kind)};
  }
  /// Every PWK of loops 2300 and 2400: those of the claim first, then line by line.
  [[nodiscard]] std::span<SegmentRef const> indicators() const { return indicators_; }
  /// Those of one line, or of the claim (-1).
  [[nodiscard]] std::span<SegmentRef const> indicators_of(std::int32_t line) const {
    return of(line, indicators_);
  }
  /// Every NTE, in the same order.
  [[nodiscard]] std::span<SegmentRef const> notes() const { return notes_; }
  [[nodiscard]] std::span<SegmentRef const> notes_of(std::int32_t line) const { return of(line, notes_); }
  [[nodiscard]] std::size_t line_count() const { return lines_.size(); }
  [[nodiscard]] LineView line(std::size_t index) const;
  /// How many SV1 stand in the claim, those without a line of their own included.
  [[nodiscard]] std::size_t service_count() const { return service_count_; }
  /// How many lines are billed with an unlisted code.
  [[nodiscard]] std::size_t unlisted_count() const { return unlisted_count_; }
  /// Index of the line that a segment stands in, or -1.
  [[nodiscard]] std::int32_t line_of(std::uint32_t segment) const;
  /// The innermost loop of a segment.
  [[nodiscard]] LoopId loop_of(std::uint32_t segment) const;
  /// Whether a line has a description (SV101-7), or the claim or a line a note.
  [[nodiscard]] bool has_texts() const { return has_texts_; }
  [[nodiscard]] bool has(Kind kind) const { return kinds_.has(kind); }
  /// The kinds of its segments.
  [[nodiscard]] KindSet kinds() const { return kinds_; }
  /// What has to be known of the whole claim for each of its lines: `make()`, called when first asked for
  /// and kept as long as the view. One of each type.
  template <typename Made, typename Make>
  [[nodiscard]] Made& once(Make make) const {
    for (auto const& [key, kept] : kept_) {
      if (key == &key_of<Made>) return *static_cast<Made*>(kept.get());
    }
    auto made = std::make_shared<Made>(make());
    auto& result = *made;
    kept_.emplace_back(&key_of<Made>, std::move(made));
    return result;
  }

 private:
  friend class LineView;
  struct Line {
    // With a constructor of its own no more is cleared than has to be.
    explicit Line(std::size_t loop_index) : loop(loop_index) {}
    std::size_t loop;
    std::optional<std::uint32_t> sv1;
    std::array<std::string_view, 7> elements;  ///< SV101 to SV107
    std::uint64_t component_marks = 0;         ///< where the separators of SV101 stand
    std::string_view procedure;                ///< SV101-2 if SV101-1 is HC
    std::string_view description;              ///< SV101-7
    std::optional<Money> charge;               ///< SV102
    std::optional<std::uint32_t> date;         ///< DTP*472
    DayRange days;
    mutable std::uint64_t billed = 0;  ///< found when first asked for
    bool unlisted = false;
    bool more_elements = false;                       ///< SV1 may go on behind SV107
    bool other_separator = false;                     ///< SV101 is separated by another byte than ISA16 names
    mutable std::optional<NarrativeState> narrative;  ///< found when first asked for

    [[nodiscard]] SegmentView parts(char separator) const {
      return {elements[0], {.element = separator}, component_marks};
    }
  };
  std::string_view bytes_;  ///< of the block
  std::span<Segment const> segments_;
  std::span<Loop const> loops_;
  Delimiters delimiters_;
  Inherited const* inherited_;
  Settings const* settings_;
  template <typename Element>
  using Few = boost::container::small_vector<Element, 4>;
  void read_clm();
  void read_service(Line& line);
  [[nodiscard]] std::string_view clm_element(std::size_t number) const { return clm_elements_[number - 1]; }
  void collect(Kind kind, Few<SegmentRef>& marks) const;
  [[nodiscard]] static std::span<SegmentRef const> of(std::int32_t line, std::span<SegmentRef const> marks);
  template <typename Made>
  static constexpr char key_of = 0;  // its address tells one type from another
  // Where there is none an element is its own only component: none of its bytes is a separator.
  [[nodiscard]] char component_separator() const {
    return delimiters_.component == '\0' ? delimiters_.element : delimiters_.component;
  }

  Few<Line> lines_;
  Few<SegmentRef> indicators_, notes_;
  std::array<std::string_view, 11> clm_elements_;  ///< CLM01 to CLM11
  std::array<std::string_view, 3> facility_;       ///< the components of CLM05
  std::optional<Money> total_;
  std::size_t service_count_ = 0;
  std::size_t unlisted_count_ = 0;
  KindSet kinds_;
  bool has_texts_ = false;
  mutable std::vector<std::pair<char const*, std::shared_ptr<void>>> kept_;
};

/// A service line: loop 2400.
class LineView {
 public:
  LineView(ClaimView const& claim, std::size_t index)
      : claim_(&claim), line_(&claim.lines_[index]), index_(index) {}

  [[nodiscard]] ClaimView const& claim() const { return *claim_; }
  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] bool has_service() const { return line().sv1.has_value(); }
  /// Index of the SV1; only if has_service().
  [[nodiscard]] std::uint32_t sv1_index() const { return *line().sv1; }
  [[nodiscard]] SegmentView sv1() const { return claim_->segment(*line().sv1); }
  /// SV101-2 if SV101-1 is HC; else empty.
  [[nodiscard]] std::string_view procedure() const { return line().procedure; }
  /// Component `part` (from 1) of SV101. Empty if it is not there.
  [[nodiscard]] std::string_view procedure_part(std::size_t part) const {
    return line().parts(claim_->component_separator())[part - 1];
  }
  /// SV101-7, the procedure's description.
  [[nodiscard]] std::string_view description() const { return line().description; }
  /// SV102.
  [[nodiscard]] std::string_view charge() const { return line().elements[1]; }
  /// SV102 as an amount; nothing if it is none.
  [[nodiscard]] std::optional<Money> amount() const { return line().charge; }
  /// SV103, what the units are: UN or MJ.
  [[nodiscard]] std::string_view unit_basis() const { return line().elements[2]; }
  /// SV104.
  [[nodiscard]] std::string_view units() const { return line().elements[3]; }
  /// SV105, the line's own place of service.
  [[nodiscard]] std::string_view own_place() const { return line().elements[4]; }
  /// SV107.
  [[nodiscard]] std::string_view pointers() const { return line().elements[6]; }
  /// Whether there may be elements behind SV107.
  [[nodiscard]] bool has_more_elements() const { return line().more_elements; }
  /// Index of the service date, DTP*472 of 2400.
  [[nodiscard]] std::optional<std::uint32_t> date_index() const { return line().date; }
  /// The days of the service. Zeros without one.
  [[nodiscard]] DayRange days() const { return line().days; }
  /// Where this line's narrative stands: SV101-7, the line's notes, the claim's notes, in that order.
  /// NTE*TPO never counts. Only if has_service().
  [[nodiscard]] NarrativeState const& narrative() const;
  /// A hash of what the line bills, as payers compare lines: its days, code, modifiers and charge, not its
  /// description. 0 if the line has no code or no day. Only if has_service().
  [[nodiscard]] std::uint64_t billed() const {
    auto const known = line().billed;
    return known != 0 ? known : find_billed();
  }
  /// SV101-1 is HC and SV101-2 an unlisted code.
  [[nodiscard]] bool unlisted() const { return line().unlisted; }
  /// SV101 as a whole.
  [[nodiscard]] std::string_view composite() const { return line().elements[0]; }
  /// Where ISA16 stands in SV101: a bit for each of its first 64 bytes.
  [[nodiscard]] std::uint64_t component_marks() const { return line().component_marks; }
  /// SV101 is written `HC>99600` where ISA16 names another separator: its components can't be told apart.
  [[nodiscard]] bool other_separator() const { return line().other_separator; }
  [[nodiscard]] LoopSegments direct(Kind kind) const { return claim_->direct(line().loop, kind); }
  [[nodiscard]] Loop const& loop() const { return claim_->loops()[line().loop]; }
  /// The loops within this one, strays included.
  [[nodiscard]] std::span<Loop const> children() const;
  /// The LX segment, or the SV1 of a line without one.
  [[nodiscard]] SegmentView first() const { return claim_->segment(loop().first); }

 private:
  [[nodiscard]] ClaimView::Line const& line() const { return *line_; }
  [[nodiscard]] std::uint64_t find_billed() const;
  ClaimView const* claim_;
  ClaimView::Line const* line_;
  std::size_t index_;
};

inline LineView ClaimView::line(std::size_t index) const { return {*this, index}; }

/// A service line whose code is an unlisted one: has_service() and unlisted() hold.
class UnlistedLine : public LineView {
 public:
  explicit UnlistedLine(LineView const& line) : LineView(line) {}
};

}  // namespace scrub837
