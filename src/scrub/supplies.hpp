#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/finding.hpp"
#include "scrub837/report.hpp"
#include "scrub837/rule.hpp"

namespace scrub837 {

/// How far a person's reason for a release goes.
enum class Consent : std::uint8_t {
  none,
  given,
  reasoned,  ///< with a reason long enough for what a receiver is certain to reject
};

/// Whether a reason lets out what has such an error.
[[nodiscard]] constexpr bool lets_out(Consent consent, Release release) {
  return consent == Consent::reasoned
             ? release != Release::impossible
             : consent == Consent::given && (release == Release::ordinary || release == Release::where_named);
}

/// What a person supplied for one claim: edits of the claim as received, and whether it may go with its
/// errors.
struct Supply {
  std::vector<Edit> edits;
  Consent consent = Consent::none;
  std::string consented = {};      ///< rules that the rows with a reason name, with blanks between
  std::string released_by = {};    ///< who gave the reason
  std::vector<Place> values = {};  ///< elements that a value was typed for
  bool refused = false;  ///< an answer was refused: whoever typed it wants it in the claim before it goes out
};

/// What a worklist row of a claim is about.
struct RowPlace {
  std::int32_t line = -1;  ///< index of the service line, or -1: the claim as a whole
  Place value;             ///< the element that the row asks for; element 0: none

  friend bool operator==(RowPlace const&, RowPlace const&) = default;
  friend bool operator<(RowPlace const& a, RowPlace const& b) {
    return std::tie(a.line, a.value) < std::tie(b.line, b.value);
  }
};

/// What a person supplied for a unit above the claims.
struct SupplyAbove {
  std::vector<Edit> edits;        ///< of the unit's segments
  std::vector<std::string> keys;  ///< of the rows that they were typed into
  Consent consent = Consent::none;
};

/// Errors above the claims that one worklist row is about.
struct ErrorsAbove {
  std::string rules;                    ///< their ids, with blanks between
  Release release = Release::ordinary;  ///< of the one that is hardest to release
};

/// What is found once edits are made; places are those before them.
using FoundWith = std::function<Findings(std::vector<Edit> const&)>;
/// What asks for an element of a unit once edits are made.
using AskedWith = std::function<std::optional<Finding>(Place const&, std::vector<Edit> const&)>;

/// Where a run gets from what a person typed, or a document system listed. A claim may be asked for more than
/// once: what is read again gets the same answer.
class SupplySource {
 public:
  SupplySource() = default;
  SupplySource(SupplySource const&) = delete;
  SupplySource& operator=(SupplySource const&) = delete;
  virtual ~SupplySource() = default;

  /// Whether anything may be here for a claim with this CLM01: if not, it is not asked for.
  [[nodiscard]] virtual bool knows(std::string_view) const { return true; }
  /// \param digest SHA-256 of the claim's bytes, as it appears in the keys of worklist rows
  /// \param found in the claim as received: only elements that it asks for are typed, and those that are
  /// asked for once others are right. \param found_with what is found then
  [[nodiscard]] virtual Supply for_claim(ClaimView const& claim, std::string_view digest,
                                         Findings const& found, FoundWith const& found_with) = 0;
  /// What became of the claim. \param blocked a fault above the claims holds it, whatever was typed
  virtual void done(std::string_view digest, Disposition disposition, bool blocked, Findings const& left) = 0;
  /// Puts what was typed for this claim and place into a new row, so that nothing has to be typed again.
  virtual void fill(WorklistRow& row, std::string_view digest, RowPlace const& place) = 0;

  /// What was typed for a unit above the claims: values of its elements, and a reason to release its errors.
  /// \param unit its segments as received, without an HL; \param key of its rows, without a place
  /// \param asked whether a rule asks for an element of the unit
  [[nodiscard]] virtual SupplyAbove for_unit_above(SegmentRun const& /*unit*/, std::string_view /*key*/,
                                                   AskedWith const& /*asked*/) {
    return {};
  }
  /// Keys of the rows of a unit with a reason. \param key of the unit, without a place
  [[nodiscard]] virtual std::vector<std::string> rows_with_reason(std::string_view /*key*/) const {
    return {};
  }
  /// What became of a unit's errors: they hold the claims below, or were released.
  virtual void done_above(std::string_view /*key*/, ErrorsAbove const&, bool /*released*/) {}
  /// A rule still asks for the element that the row with this key has a value for, and says why.
  virtual void still_asked(std::string_view /*key*/, std::string_view /*message*/) {}
  /// A claim below goes out: by that release, or with what was typed into that row.
  virtual void went_out_below(std::string_view /*key*/, Disposition) {}
  /// As fill(), for the row of errors above the claims.
  virtual void fill_above(WorklistRow&, std::string_view /*key*/) {}

  /// A point to come back to when a stretch is read again: everything that was said of the claims since is
  /// taken back. Cheap, and asked for at every set.
  using Savepoint = std::array<std::uint64_t, 2>;
  [[nodiscard]] virtual Savepoint savepoint() { return {}; }
  virtual void restore(Savepoint const&) {}
  /// What was said so far will not be taken back: it is published.
  virtual void commit() {}

  /// What is known of a document of the claim by its control number.
  struct Document {
    std::string name, sha256;
  };
  [[nodiscard]] virtual Document document(std::string_view digest, std::string_view control_number) const = 0;
  /// Places of the claim for which something was typed. The claim may have fewer lines and segments.
  [[nodiscard]] virtual std::vector<RowPlace> places_of(std::string_view digest) const = 0;
};

/// Control numbers of a file that goes out later than the one it was split from: receivers refuse repeats.
/// Interchanges and groups are counted up from the first; a set's BHT03 is the first number with the set's.
struct ControlNumbers {
  std::uint64_t first = 0;

  [[nodiscard]] std::string interchange(std::uint64_t ordinal) const;
  [[nodiscard]] std::string group(std::uint64_t ordinal) const;
  [[nodiscard]] std::string submission(std::uint64_t ordinal) const;
};

}  // namespace scrub837
