#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "scrub837/claim/loops.hpp"
#include "scrub837/error_kind.hpp"
#include "scrub837/x12/segment.hpp"

namespace scrub837 {

struct Rule;

/// How bad a finding is: an error holds its claim, a warning does not, an info advises.
enum class Severity : std::uint8_t { info, warning, error };

/// What may be done about a finding: nothing by us; content that is already in the claim or arithmetic
/// (safe); something lost or guessed (unsafe); a person must supply it (input).
enum class Applicability : std::uint8_t { none, safe, unsafe, input };

/// Fixes go in by phases, in this order (docs/architecture.md, "Order of fixes").
enum class Phase : std::uint8_t { tidy, join, move, complete, remove, count_ };

[[nodiscard]] std::string_view name_of(Severity severity);
/// The severity with this name; nothing for another word.
[[nodiscard]] std::optional<Severity> severity_named(std::string_view name);
[[nodiscard]] std::string_view name_of(Applicability applicability);

/// An element of a segment of the claim; component 0 is the whole element, element 0 the whole segment.
struct Place {
  std::uint32_t segment = 0;  ///< index in the claim's segments
  std::uint8_t element = 0;
  std::uint8_t component = 0;
  std::uint8_t repetition = 0;  ///< from 1 where the element repeats; 0: it doesn't

  friend bool operator==(Place const&, Place const&) = default;
  /// In the order of the claim.
  friend bool operator<(Place const& a, Place const& b) {
    return std::tie(a.segment, a.element, a.component, a.repetition) <
           std::tie(b.segment, b.element, b.component, b.repetition);
  }
};

/// One change to the claim's segments.
struct Edit {
  enum class What : std::uint8_t { set, insert_after, remove, trim };
  What what = What::set;
  Place place;  ///< the element to set; the segment to insert after or to remove; what to trim of separators
  std::string value;  ///< the element's new text, or the new segment without terminator
};

/// What would mend a finding. Edits that claim the same element don't go in together.
struct Fix {
  Applicability applicability = Applicability::none;
  std::vector<Edit> edits = {};
  std::vector<Place> reads = {};  ///< elements that the edits rely on, beside those they write
  /// Input: the element at the finding's place is what a person types, into the worklist's column `value`.
  bool value = false;
};

/// A loop or segment that should be there, and is not.
struct Missing {
  LoopId loop = LoopId::stray;   ///< the one that is missing, or that the segment belongs to
  Kind segment = Kind::unknown;  ///< unknown: nothing is missing
};

/// One fault of one claim: positions, never the values that are there.
struct Finding {
  Rule const* rule = nullptr;
  Severity severity = Severity::info;
  Place place;
  std::int32_t line = -1;  ///< index of the service line, or -1
  std::string message;     ///< in plain words; numbers and codes may be in it, no text from the claim
  Fix fix;
  Missing missing = {};  ///< `place` is where it belongs: right behind that segment
  ErrorKind kind = ErrorKind::of_rule;
  /// What to do about it, for the worklist, if the texts of its rule do not fit; a literal.
  std::string_view needed = {};
  /// More than 1 if it counts for as many that are one behind the other, alike but for their segment.
  std::uint64_t times = 1;
};

/// How many findings of a rule are told of one claim, and how many of its lines have a worklist row; the
/// others are counted. The guide takes fifty lines a claim and ten attachments a line; where a rule finds
/// more, a list is of no use to anybody, and many times as long as the claim.
constexpr std::uint64_t max_reported_in_claim = 100;
/// The same of the levels of one set, which may have thousands of patients, and of refused sets in one file.
constexpr std::uint64_t max_reported = 500;

using Findings = std::vector<Finding>;

}  // namespace scrub837
