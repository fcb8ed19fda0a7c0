#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/report.hpp"
#include "scrub837/rule.hpp"
#include "src/scrub/claim_digest.hpp"
#include "src/x12/block.hpp"

namespace scrub837 {

/// A claim as it was received, and where it is in its input. What costs something is made when it is
/// asked for, once.
class ClaimUnit {
 public:
  /// What it is made of; all of it outlives the unit.
  struct Parts {
    Block const* block = nullptr;
    std::span<Segment const> segments;
    Delimiters delimiters;
    Inherited const* inherited = nullptr;
    Settings const* settings = nullptr;
    LevelContents const* above = nullptr;
    LoopSpans* room = nullptr;  ///< for its loops
  };
  /// Its place: the envelopes that are open, and ordinals from 1 in the input.
  struct Where {
    std::string_view interchange, group, set;  ///< ISA13, GS06, ST02; empty: there is none
    std::uint64_t interchange_ordinal = 0, group_ordinal = 0, set_ordinal = 0, claim = 0;
    bool as_received = false;  ///< its set, group or interchange is refused, and goes nowhere but as it came
    EnvelopeLevel refused = EnvelopeLevel::set;  ///< which of them
    std::string_view refused_for = {};           ///< ids of the rules, if they are known
    std::uint64_t segment_number = 0;            ///< of its CLM, from ST = 1; 0: it is in no set
  };

  ClaimUnit(Parts const& parts, Where const& where) : parts_(parts), where_(where) {}
  ClaimUnit(ClaimUnit const&) = delete;
  ClaimUnit& operator=(ClaimUnit const&) = delete;

  [[nodiscard]] Where const& where() const { return where_; }
  [[nodiscard]] std::span<Segment const> segments() const { return parts_.segments; }
  [[nodiscard]] Block const& block() const { return *parts_.block; }
  [[nodiscard]] Delimiters delimiters() const { return parts_.delimiters; }
  [[nodiscard]] Inherited const& inherited() const { return *parts_.inherited; }
  [[nodiscard]] Settings const& settings() const { return *parts_.settings; }
  /// The levels that are open above it.
  [[nodiscard]] LevelContents const& above() const { return *parts_.above; }
  [[nodiscard]] SegmentView segment(std::size_t index) const {
    return parts_.block->view(parts_.segments[index], parts_.delimiters);
  }
  /// With its loops.
  [[nodiscard]] ClaimView const& view() const;
  /// By what a rerun finds it: claim_digest().
  [[nodiscard]] std::string const& digest() const;

 private:
  Parts parts_;
  Where where_;
  mutable std::optional<ClaimView> view_;
  mutable std::string digest_;
};

}  // namespace scrub837
