#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/report.hpp"
#include "src/io/seen_keys.hpp"
#include "src/pipeline/claim_context.hpp"
#include "src/pipeline/claim_digest.hpp"
#include "src/pipeline/segment_stream.hpp"
#include "src/pipeline/split_writer.hpp"
#include "src/pipeline/supplies.hpp"
#include "src/scrub/replay.hpp"

namespace scrub837 {

/// An open interchange, group or set.
struct EnvelopeState {
  bool open = false;
  bool implicit = false;              ///< claims without this header
  bool scrubbed = false;              ///< an 837P set stands in it
  bool foreign = false;               ///< another set stands in it; for a set: it is one
  bool other_type = false;            ///< a set: ST01 is not 837
  bool blocked = false;               ///< an error above the claims holds those below
  std::vector<std::string> released;  ///< keys of the rows by which such errors were released
  bool behind_ours = false;           ///< implicit, and an interchange of ours is before it
  bool terminated = true;
  bool begins_ours = false;  ///< a set: no 837P set stands before it in its interchange
  ScopePlan plan;
  std::string control;      ///< ISA13, GS06, ST02
  std::string version;      ///< GS08, ST03
  std::uint64_t count = 0;  ///< groups, sets, segments read
  std::uint64_t claims_before = 0;
  std::uint64_t offset = 0;
};

/// An open hierarchical level.
struct LevelState {
  bool open = false;
  bool blocked = false;
  std::vector<std::string> released;  ///< keys of the rows by which errors of the level were released
  bool place_known = true;            ///< it is clear which level it stands under
  std::string number;                 ///< HL01 as received
  std::string child_flag;             ///< HL04 as received
  std::string text;                   ///< its HL
  std::uint64_t ordinal = 0;
  std::uint64_t claims = 0;
  std::uint64_t children = 0;
  std::uint64_t offset = 0;
  std::uint64_t segment_number = 0;

  /// For another level; the texts keep their memory.
  void reset() {
    open = blocked = false;
    place_known = true;
    released.clear();
    ordinal = claims = children = offset = segment_number = 0;
    number.clear();
    child_flag.clear();
    text.clear();
  }
};

/// A level that is lost or of no known kind, below which no level can be placed.
struct UnplaceableLevel {
  std::uint64_t number = 0;           ///< HL01
  std::vector<std::string> released;  ///< keys of the rows by which the error was released; empty: it holds
};

/// Those of a set, found by their HL01.
class UnplaceableLevels {
 public:
  void add(std::uint64_t number) {
    index_.try_emplace(number, levels_.size());
    levels_.push_back({number, {}});
  }
  /// Null if there is none of that number.
  [[nodiscard]] UnplaceableLevel const* find(std::uint64_t number) const {
    auto const found = index_.find(number);
    return found == index_.end() ? nullptr : &levels_[found->second];
  }
  [[nodiscard]] std::size_t size() const { return levels_.size(); }
  /// Those added when there were `size` already.
  [[nodiscard]] std::span<UnplaceableLevel> since(std::size_t size) {
    return std::span(levels_).subspan(size);
  }
  void clear() {
    levels_.clear();
    index_.clear();
  }

 private:
  std::vector<UnplaceableLevel> levels_;
  std::unordered_map<std::uint64_t, std::size_t> index_;
};

/// Numbers that a set's HL01 skips, as a rule one range where a level was left out.
class NumberGaps {
 public:
  /// Up to a number that is not the next one behind the last.
  void note(std::uint64_t last, std::uint64_t number) {
    if (number > last + 1 && (gaps_.empty() || gaps_.back().second <= last)) gaps_.emplace_back(last, number);
  }
  [[nodiscard]] bool hold(std::uint64_t number) const {
    auto const behind = std::partition_point(gaps_.begin(), gaps_.end(),
                                             [&](auto const& gap) { return gap.second <= number; });
    return behind != gaps_.end() && behind->first < number;
  }
  void clear() { gaps_.clear(); }

 private:
  std::vector<std::pair<std::uint64_t, std::uint64_t>> gaps_;  ///< in their order, without the ends
};

/// Errors above the claims that stand in one unit, for its worklist row.
struct UnitAbove {
  ErrorsAbove errors;
  std::string needed;
};

/// Everything about a run that changes as it reads, so that it can be taken back to a point.
struct RunState {
  Tally in;               ///< claims so far, and their charges
  bool refused = false;   ///< an envelope error stayed unmended
  bool withheld = false;  ///< a level without a claim is in the held file, for an error of its own
  std::uint64_t claim_index = 0;
  std::uint64_t interchange_index = 0;
  std::uint64_t set_ordinal = 0;
  std::uint64_t group_ordinal = 0;
  EnvelopeState interchange, group, set;
  Delimiters delimiters;                 ///< of the open interchange
  LineEnds line_ends = LineEnds::typed;  ///< of the open interchange
  std::string sender;                    ///< ISA06
  Receivers receivers;
  std::string isa_text;                   ///< the ISA as received, without terminator
  std::optional<std::string> isa_mended;  ///< its bytes as they go out
  std::string isa_fixed;                  ///< its text in them
  std::string isa_control;                ///< ISA13 in them, if it is not what was received
  std::vector<std::string> isa_elements;
  std::size_t isa_count = 16;  ///< elements that it was received with
  bool isa_irregular = false;
  std::optional<char> component_in_use;  ///< separates all composites, and ISA16 names another byte
  bool component_mended = false;         ///< it goes into ISA16
  std::string gap;                       ///< bytes before the interchange, or since the last
  std::uint64_t gap_offset = 0;
  std::optional<std::string> group_mended;
  std::string line_end;  ///< what stood behind the last terminator
  std::array<LevelState, 4> levels;
  LevelContents contents;                 ///< of the open levels
  std::vector<std::uint8_t> level_ranks;  ///< rank of each HL while HL01 counts from 1
  std::uint64_t level_count = 0;
  std::optional<std::uint64_t> last_level;  ///< HL01 of the last level, as received
  UnplaceableLevels unplaceable_levels;
  NumberGaps level_gaps;         ///< numbers that HL01 skips
  std::optional<int> lost_rank;  ///< of a level whose HL was lost: what follows below it is a guess
  std::uint64_t set_claims = 0;
  std::uint64_t set_held = 0;  ///< those that were held

  bool isa_changed = false;  ///< isa_mended is not what was received
  bool isa_judged = false;
  bool gap_text = false;
  bool gap_reported = false;         ///< a long gap was reported and passed on already
  bool headless = false;             ///< something without an ISA was held
  bool clean_ends_scrubbed = false;  ///< the last interchange of the clean file was scrubbed
  bool any_scrubbed = false;         ///< an interchange was scrubbed
  bool group_judged = false;
  bool indent_reported = false, fold_reported = false;
  bool levels_regular = true;
  bool set_has_service = false;    ///< an SV1 was seen in the set
  bool set_foreign_lines = false;  ///< an SV2 or SV3 was seen in it
  bool set_withheld = false;       ///< a level without a claim is held for its own error
  bool set_uncertain = false;      ///< only its lines tell whether it is an 837P
};

}  // namespace scrub837
