#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/report.hpp"
#include "scrub837/rule.hpp"
#include "src/scrub/claim_unit.hpp"
#include "src/scrub/claim_verdict.hpp"
#include "src/scrub/rewindable.hpp"

namespace scrub837 {

/// An interchange begins. Views of all events are valid only during the call.
struct InterchangeStart {
  std::uint64_t ordinal = 0;  ///< from 1 in the input
  std::uint64_t offset = 0;   ///< in the input
  std::string_view control;   ///< ISA13
  std::string_view text;      ///< the ISA as received, without terminator
  Delimiters delimiters;
  bool missing = false;  ///< sets or claims follow without an ISA
};

/// A functional group begins.
struct GroupStart {
  std::uint64_t ordinal = 0;  ///< from 1 in the input
  std::uint64_t offset = 0;
  std::string_view control;  ///< GS06
  std::string_view version;  ///< GS08
  std::string_view code;     ///< GS01
};

/// A transaction set begins.
struct SetStart {
  std::uint64_t ordinal = 0;  ///< of its ST, from 1 in the input; without one that of the last
  std::uint64_t offset = 0;
  std::string_view control;  ///< ST02
  std::string_view version;  ///< ST03
  bool missing = false;      ///< levels or claims follow without an ST
  bool scrubbed = false;     ///< it is an 837P
};

/// A hierarchical level begins: its HL, and the segments up to the next level or claim.
struct LevelStart {
  int rank = 0;               ///< 0: HL03 20, 1: 22, 2: 23, 3: any other
  std::uint64_t ordinal = 0;  ///< from 1 in its set
  std::uint64_t offset = 0;
  std::uint64_t segment_number = 0;  ///< of the HL, from ST = 1
  SegmentRun const* segments = nullptr;
};

/// An interchange, group or set ends, or the next one begins without its trailer.
struct EnvelopeEnd {
  EnvelopeLevel level = EnvelopeLevel::set;
  std::uint64_t ordinal = 0;
  std::string_view control;  ///< ISA13, GS06, ST02
  std::uint64_t claims = 0;  ///< in it
  std::uint64_t count = 0;   ///< groups, sets or segments in it
  bool scrubbed = false;     ///< an 837P is in it
  bool refused = false;      ///< an error of the envelope stands: its claims are held as received
};

/// Errors above the claims that hold what is below them; or what a person typed about such errors, as long
/// as claims below are held.
struct HeldAbove {
  std::string_view rules;   ///< their ids, with blanks between; empty: nothing more is needed
  std::string_view needed;  ///< in plain words
  Release release = Release::ordinary;
  bool in_unit = false;  ///< of a header, level or stray; false: of an ISA, GS or trailer
  bool in_set = false;   ///< a set is open
  /// The element that is asked for, or that the first error is about; empty: none.
  std::string_view loop = {}, segment = {}, element = {}, current_value = {};
  LevelContents const* levels = nullptr;  ///< that are open; null: none
  Delimiters delimiters = {};
  /// By what a rerun finds the row again; asked for only if a row is made.
  std::function<std::string()> key;
};

/// What happens to an input, in the order of the input. Every consumer is one of these, and knows nothing of
/// the others; what it doesn't care for it leaves out. A stretch that has to be read again is taken back
/// first.
class ScrubEvents : public Rewindable {
 public:
  virtual void begin(InterchangeStart const&) {}
  virtual void begin(GroupStart const&) {}
  virtual void begin(SetStart const&) {}
  virtual void level(LevelStart const&) {}
  /// A finding that is listed.
  virtual void finding(FindingRecord const&) {}
  /// Findings that are counted and not listed.
  virtual void unlisted(Rule const&, Severity, std::uint64_t /*times*/) {}
  virtual void claim(ClaimUnit const&, ClaimVerdict const&) {}
  virtual void held(HeldAbove const&) {}
  virtual void end(EnvelopeEnd const&) {}
  /// What came so far will not be taken back.
  virtual void commit() {}
  /// Nothing of the input can be read: all that came is void.
  virtual void discard() {}
  void save(EnvelopeLevel) override {}
  void restore(EnvelopeLevel) override {}
};

/// Hands each event to several consumers, one after the other.
class Consumers final : public ScrubEvents {
 public:
  Consumers() = default;
  explicit Consumers(std::vector<ScrubEvents*> consumers) : consumers_(std::move(consumers)) {}
  void add(ScrubEvents& consumer) { consumers_.push_back(&consumer); }

  void begin(InterchangeStart const& start) override {
    tell([&](auto& it) { it.begin(start); });
  }
  void begin(GroupStart const& start) override {
    tell([&](auto& it) { it.begin(start); });
  }
  void begin(SetStart const& start) override {
    tell([&](auto& it) { it.begin(start); });
  }
  void level(LevelStart const& start) override {
    tell([&](auto& it) { it.level(start); });
  }
  void finding(FindingRecord const& record) override {
    tell([&](auto& it) { it.finding(record); });
  }
  void unlisted(Rule const& rule, Severity severity, std::uint64_t times) override {
    tell([&](auto& it) { it.unlisted(rule, severity, times); });
  }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override {
    tell([&](auto& it) { it.claim(unit, verdict); });
  }
  void held(HeldAbove const& held) override {
    tell([&](auto& it) { it.held(held); });
  }
  void end(EnvelopeEnd const& end) override {
    tell([&](auto& it) { it.end(end); });
  }
  void commit() override {
    tell([](auto& it) { it.commit(); });
  }
  void discard() override {
    tell([](auto& it) { it.discard(); });
  }
  void save(EnvelopeLevel level) override {
    tell([&](auto& it) { it.save(level); });
  }
  void restore(EnvelopeLevel level) override {
    tell([&](auto& it) { it.restore(level); });
  }

 private:
  template <typename Tell>
  void tell(Tell const& one) {
    for (auto* const consumer : consumers_) one(*consumer);
  }
  std::vector<ScrubEvents*> consumers_;
};

}  // namespace scrub837
