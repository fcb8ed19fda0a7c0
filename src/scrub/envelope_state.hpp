#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scrub837/report.hpp"
#include "scrub837/x12/delimiters.hpp"
#include "src/scrub/claim_inheritance.hpp"
#include "src/scrub/hierarchy.hpp"
#include "src/scrub/replay.hpp"

namespace scrub837 {

/// An open interchange, group or set.
struct EnvelopeState {
  bool open = false;
  bool implicit = false;              ///< claims without this header
  bool scrubbed = false;              ///< an 837P set is in it
  bool foreign = false;               ///< another set is in it; for a set: it is one
  bool other_type = false;            ///< a set: ST01 is not 837
  bool blocked = false;               ///< an error above the claims holds those below
  std::vector<std::string> released;  ///< keys of the rows by which such errors were released
  std::vector<std::string> typed;     ///< keys of the rows whose values are written into its header
  bool behind_ours = false;           ///< implicit, and an interchange of ours is before it
  bool terminated = true;
  bool begins_ours = false;  ///< a set: no 837P set is before it in its interchange
  ScopePlan plan;
  std::string control;      ///< ISA13, GS06, ST02
  std::string version;      ///< GS08, ST03
  std::string text;         ///< of a group: its GS
  std::string tidy;         ///< of a group: its GS without separators at its end; empty: it has none
  std::uint64_t count = 0;  ///< groups, sets, segments read
  std::uint64_t claims_before = 0;
  std::uint64_t offset = 0;
};

/// The ISA of the open interchange.
struct IsaState {
  std::string text;                   ///< as received, without terminator
  std::optional<std::string> mended;  ///< its bytes as they go out
  std::string fixed;                  ///< its text in them
  std::string control;                ///< ISA13 in them, if it is not what was received
  std::vector<std::string> elements;
  std::vector<std::string> sent;  ///< its elements as they go out
  std::size_t count = 16;         ///< elements that it was received with
  bool irregular = false;
  std::optional<char> component_in_use;  ///< separates all composites, and ISA16 names another byte
  bool component_mended = false;         ///< it goes into ISA16
  bool changed = false;                  ///< `mended` is not what was received
  bool judged = false;
};

/// Bytes before the interchange, or since the last.
struct GapState {
  std::string bytes;
  std::uint64_t offset = 0;
  bool text = false;      ///< more than blanks and line ends
  bool reported = false;  ///< a long gap was reported and passed on already
};

/// What is found out about the open set.
struct SetFacts {
  std::uint64_t claims = 0;
  std::uint64_t held = 0;      ///< claims of them
  bool has_service = false;    ///< an SV1 was seen
  bool foreign_lines = false;  ///< an SV2 or SV3 was seen
  bool withheld = false;       ///< a level without a claim is held for its own error
  bool uncertain = false;      ///< only its lines tell whether it is an 837P
};

/// Everything about a run that changes as it reads, so that it can be taken back to a point.
struct EnvelopeRun {
  Tally in;               ///< claims so far, and their charges
  bool refused = false;   ///< an envelope error stayed unmended
  bool withheld = false;  ///< a level without a claim is in the held file, for an error of its own
  std::uint64_t interchange_index = 0, group_ordinal = 0, set_ordinal = 0, claim_index = 0;
  EnvelopeState interchange, group, set;
  Delimiters delimiters;                 ///< of the open interchange
  LineEnds line_ends = LineEnds::typed;  ///< of the open interchange
  std::string sender;                    ///< ISA06
  Receivers receivers;
  IsaState isa;
  GapState gap;
  std::optional<std::string> group_mended;  ///< GS as it goes out, if that is not what was received
  bool group_judged = false;
  std::string line_end;  ///< what was behind the last terminator
  SetFacts of_set;
  Hierarchy hierarchy;
  Inherited inherited;    ///< what the open set's header and levels say, for the checks of levels below
  bool headless = false;  ///< something without an ISA was held
  bool cut_off = false;   ///< the input ends inside the last claim
  std::uint64_t clean_before = 0;    ///< bytes of the clean file before the open interchange
  bool last_in_clean = false;        ///< something of the last interchange is in the clean file
  bool clean_ends_scrubbed = false;  ///< the last interchange of the clean file was scrubbed
  bool any_scrubbed = false;         ///< an interchange was scrubbed
  bool indent_reported = false, fold_reported = false;

  [[nodiscard]] EnvelopeState& scope(EnvelopeLevel level) {
    return level == EnvelopeLevel::set ? set : level == EnvelopeLevel::group ? group : interchange;
  }
  [[nodiscard]] EnvelopeState const& scope(EnvelopeLevel level) const {
    return level == EnvelopeLevel::set ? set : level == EnvelopeLevel::group ? group : interchange;
  }
  /// The outermost of what is open and refused.
  [[nodiscard]] std::optional<EnvelopeLevel> refused_level() const {
    for (auto const level : {EnvelopeLevel::interchange, EnvelopeLevel::group, EnvelopeLevel::set}) {
      if (scope(level).plan.as_received) return level;
    }
    return std::nullopt;
  }
  /// What is read is refused: it goes out as it came, or nowhere.
  [[nodiscard]] bool as_received() const {
    return interchange.plan.as_received || group.plan.as_received || set.plan.as_received;
  }
  /// Where that goes.
  [[nodiscard]] bool to_clean() const {
    for (auto const* const above : {&interchange, &group, &set}) {
      if (above->plan.as_received) return above->plan.to_clean || above->plan.not_ours;
    }
    return true;
  }
  /// Whether what is read is in a group or interchange that was refused, and is of another kind.
  [[nodiscard]] bool holds_no_837p() const { return interchange.plan.not_ours || group.plan.not_ours; }
};

}  // namespace scrub837
