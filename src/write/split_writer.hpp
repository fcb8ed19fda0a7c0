#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "scrub837/x12/delimiters.hpp"
#include "src/io/sink.hpp"

namespace scrub837 {

/// An HL and the segments of its level, ready to be written with other numbers.
struct LevelText {
  std::string_view bytes;                ///< the whole level as it goes out when nothing is renumbered
  std::size_t hl_begin = 0, hl_end = 0;  ///< where its HL is in them, without terminator
  std::uint64_t segments = 0;
  int rank = 0;             ///< 0: HL03 20, 1: 22, 2: 23, 3: any other
  bool place_known = true;  ///< it may be numbered anew
  Delimiters delimiters = {};
};

/// Writes one of the two files into which claims are split. A context segment goes out when the first
/// claim under it does; counts and HL numbers are of what goes out (docs/contract.md).
class SplitWriter {
 public:
  struct Options {
    bool number_levels = false;  ///< HL numbers are right even in a set that lost nothing (ENV011 is on)
    /// Where the other file has all claims of the subscriber, SBR02 18 doesn't stay above those of dependents
    /// (SIT002 is on).
    bool part_subscribers = false;
  };
  SplitWriter(Sink& sink, Options options) : sink_(&sink), options_(options) {}

  void open_interchange(std::string bytes);
  void open_group(std::string bytes);
  /// The header of the open interchange, written or not.
  [[nodiscard]] std::string const& interchange_header() const { return *state_.interchange.bytes; }
  /// Other bytes for the open interchange's, or group's, header. \return false if it is already written
  bool mend_interchange(std::string bytes);
  bool mend_group(std::string bytes);
  /// \param lossy a claim of this set will go elsewhere: number and count from the beginning
  /// \param keep_numbers HL segments stay as received: their numbers say that a level is missing
  void open_set(std::string bytes, std::uint64_t segments, bool needs_renumbering, bool keep_numbers = false);
  /// More of the set's header, before its first level.
  void more_header(std::string_view bytes, std::uint64_t segments);
  void open_level(LevelText const& level);
  /// Closes levels of this rank and deeper.
  void close_levels(int rank);
  void claim(std::string_view bytes, std::uint64_t segments);
  /// A claim of the open set went to the other file.
  void omit_claim();
  /// Writes the open levels although no claim is under them.
  void keep_levels();
  /// Writes the open interchange, group and set headers, whatever is open, as they are.
  void keep_context();

  /// Trailers as received. Empty `text`: there is none. An element other than the count is left alone.
  struct Trailer {
    std::string_view lead, text, tail;
    char element = '*';
    /// Of a trailer that is added: terminator and line end for a segment that was left open before it.
    std::string_view closing = {};
  };
  /// \param recount set the count right; it is anyway if something is missing here that was received
  void close_set(Trailer const& trailer, bool recount);
  void close_group(Trailer const& trailer, bool recount);
  void close_interchange(Trailer const& trailer, bool recount);

  /// Bytes that are no claim's and belong where the writer stands: foreign sets, strays.
  void pass(std::string_view bytes) { sink_->append(bytes); }
  void count_set() { ++state_.sets; }
  void count_group() { ++state_.groups; }
  /// A set or group went to the other file as a whole.
  void omit_set() { state_.lost_set = true; }
  void omit_group() { state_.lost_group = true; }

  /// The set lost a claim after something was written that only an intact set may have. Once is enough: in a
  /// lossy set a kept level is numbered like any other.
  [[nodiscard]] bool must_start_over() const {
    return state_.lost && state_.deviated && !state_.needs_renumbering && !state_.keep_numbers;
  }
  [[nodiscard]] bool wrote_set() const { return state_.set.written; }
  [[nodiscard]] bool wrote_group() const { return state_.group.written; }
  /// Bytes of the open level of this rank, if it was not written.
  [[nodiscard]] std::string_view waiting(int rank) const {
    auto const& level = state_.levels[static_cast<std::size_t>(rank)];
    return level.waits() ? std::string_view(level.bytes) : std::string_view();
  }
  [[nodiscard]] bool wrote_interchange() const { return state_.interchange.written; }
  [[nodiscard]] Sink& sink() { return *sink_; }

 private:
  struct Context {
    std::shared_ptr<std::string const> bytes;
    bool written = false;
  };
  struct Level {
    LevelText text;     ///< without its bytes
    std::string bytes;  ///< a copy; its memory is used for the next level
    bool open = false;
    bool written = false;
    bool has_children = false;
    bool lost_claim = false;  ///< a claim right below it went to the other file
    std::uint64_t number = 0;
    std::uint64_t flag_at = 0;  ///< where its HL04 is in the sink; 0: it has none of one byte
    char flag = '0';

    [[nodiscard]] bool waits() const { return open && !written; }
    void reset() {
      open = written = has_children = lost_claim = false;
      flag_at = 0;
    }
  };

 public:
  /// All that changes while writing; copied to come back to a point.
  struct State {
    Context interchange, group, set;
    std::uint64_t groups = 0, sets = 0, segments = 0, header_segments = 0, levels_written = 0;
    std::array<Level, 4> levels;
    bool needs_renumbering = false, keep_numbers = false, lost = false, deviated = false;
    bool lost_set = false, lost_group = false;
  };
  /// A point to come back to: what was written since is taken back.
  struct Savepoint {
    State state;
    std::uint64_t size = 0;
  };
  void save(Savepoint& point) const {
    point.state = state_;
    point.size = sink_->size();
  }
  void restore(Savepoint const& point) {
    state_ = point.state;
    sink_->truncate(point.size);
  }

 private:
  void write_set_header();
  void write_level(std::size_t rank);
  void write_trailer(Trailer const& trailer, bool recount, std::uint64_t count);
  [[nodiscard]] bool numbers() const {
    return (options_.number_levels || state_.needs_renumbering) && !state_.keep_numbers;
  }

  Sink* sink_;
  Options options_;
  std::string hl_;  ///< an HL that is written anew; its memory is used again
  State state_;
};

}  // namespace scrub837
