#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "src/fix/working_claim.hpp"
#include "src/scrub/replay.hpp"
#include "src/scrub/supplies.hpp"
#include "src/write/lexical_repairs.hpp"
#include "src/write/split_writer.hpp"

namespace scrub837 {

/// To which of the two files bytes go.
enum class Destination : std::uint8_t { clean, held };

/// Splits an input into the clean and the held file: repairs headers and the surface of what goes to the
/// clean file, and gives it the control numbers of a rerun. The held file keeps the bytes as received.
class ClaimSplitter final : public Rewindable {
 public:
  struct Options {
    SplitWriter::Options levels = {};            ///< how they are written
    LexicalRepairs surface = {};                 ///< what is mended on the way out
    std::optional<ControlNumbers> numbers = {};  ///< a rerun
  };
  ClaimSplitter(Sink& clean, Sink& held, Options options)
      : clean_(clean, options.levels), held_(held, options.levels), options_(options) {}

  /// Bytes that go out as they came, behind what is open.
  void pass(std::string_view bytes, Destination to);

  void open_interchange(std::string clean, std::string held);
  /// Other bytes for the clean file's header. \return false if it is already written
  [[nodiscard]] bool mend_interchange(std::string bytes) { return clean_.mend_interchange(std::move(bytes)); }
  [[nodiscard]] bool mend_group(std::string bytes) { return clean_.mend_group(std::move(bytes)); }
  /// An interchange in which nothing stands goes as a whole to one file. \param gap what stood before it
  void pass_empty_interchange(std::string const& gap, Destination to);
  void open_group(std::string clean, std::string held);
  void pass_group_header(std::string_view bytes, Destination to);
  void open_set(ScopePlan const& plan);
  /// A set goes as a whole to one file; its group and interchange don't.
  void pass_set_to(Destination to);
  void pass_other_set_header(std::string_view bytes, Destination to, bool counted);

  /// A set's header, or more of it. \param corrected for the clean file, here and below; nothing: as received
  void header(Block const& block, std::span<Segment const> unit, Delimiters delimiters, std::uint64_t set,
              std::optional<WorkingClaim> const& corrected);
  /// A stray between claims keeps its place, in the file that keeps levels without claims.
  void stray(Block const& block, std::span<Segment const> unit, Delimiters delimiters, std::uint64_t set,
             bool all_held);

  struct LevelPlace {
    int rank = 0;
    bool known = true;  ///< it may be numbered anew
  };
  void open_level(Block const& block, std::span<Segment const> unit, Delimiters delimiters, LevelPlace place,
                  std::optional<WorkingClaim> const& corrected, bool mend);
  /// Levels without a claim below them, for an error of their own. \param all_held nothing of the set goes
  /// out
  void withhold_levels(bool all_held);
  /// The open levels stay, although no claim is below them.
  void keep_levels(Destination to) { writer(to).keep_levels(); }
  /// Bytes of the open level of this rank that wait for a claim.
  [[nodiscard]] std::string_view waiting(int rank) const { return held_.waiting(rank); }
  void close_levels(int rank);

  void claim(std::span<Segment const> unit, Block const& block, Delimiters delimiters,
             std::optional<WorkingClaim> const& changed, bool mend, Destination to);
  /// A set loses a claim after something was written that only an intact set may have: it has to be written
  /// from its beginning.
  [[nodiscard]] bool must_start_over() const { return clean_.must_start_over() || held_.must_start_over(); }

  // A trailer as it goes out to each file.
  struct Trailers {
    SegmentParts clean, held;
    bool made = false;  ///< it was missing, and is added
  };
  void close_set(Trailers const& trailers, char element, bool recount);
  void close_group(Trailers const& trailers, char element, bool recount, bool keep_empty);
  void close_interchange(Trailers const& trailers, char element, bool recount, bool keep_empty,
                         std::string_view gap);

  [[nodiscard]] bool wrote_interchange() const {
    return clean_.wrote_interchange() || held_.wrote_interchange();
  }
  [[nodiscard]] bool set_in_clean() const { return clean_.wrote_set(); }

  /// Bytes between interchanges.
  void append(std::string_view bytes, Destination to) { writer(to).sink().append(bytes); }
  [[nodiscard]] bool any(Destination in) { return size(in) > 0; }
  [[nodiscard]] std::uint64_t size(Destination in) { return writer(in).sink().size(); }
  /// Nothing of the input goes out.
  void discard() {
    clean_.sink().truncate(0);
    held_.sink().truncate(0);
  }

  /// Where a control number is: ISA13, GS06, GE02 or IEA02.
  struct EnvelopeNumber {
    EnvelopeLevel level = EnvelopeLevel::set;
    std::size_t element = 0;
    std::string_view control;  ///< as received
    std::uint64_t ordinal = 0;
  };
  /// A header or trailer with the control number of a rerun's clean file.
  [[nodiscard]] std::string renumbered(EnvelopeNumber const& number, std::string text,
                                       Delimiters delimiters) const;
  [[nodiscard]] LexicalRepairs surface() const { return options_.surface; }
  [[nodiscard]] std::string mended(Block const& block, std::span<Segment const> unit,
                                   Delimiters delimiters) const;

  void save(EnvelopeLevel level) override;
  void restore(EnvelopeLevel level) override;

 private:
  [[nodiscard]] SplitWriter& writer(Destination to) { return to == Destination::clean ? clean_ : held_; }
  [[nodiscard]] SplitWriter& other(Destination to) { return to == Destination::clean ? held_ : clean_; }
  [[nodiscard]] std::string clean_header(Block const& block, std::span<Segment const> unit,
                                         Delimiters delimiters, std::uint64_t set,
                                         std::optional<WorkingClaim> const& corrected) const;

  SplitWriter clean_, held_;
  Options options_;
  struct Saved {
    SplitWriter::Savepoint clean, held;
  };
  std::array<Saved, 3> saved_;
};

/// The bytes of a unit as received.
[[nodiscard]] std::string_view raw_bytes(Block const& block, std::span<Segment const> unit);

}  // namespace scrub837
