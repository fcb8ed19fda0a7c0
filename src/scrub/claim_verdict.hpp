#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scrub837/claim/claim_view.hpp"
#include "scrub837/finding.hpp"
#include "scrub837/report.hpp"
#include "src/fix/settle.hpp"

namespace scrub837 {

/// An attachment indicator, and its control number as ATT006 compares it.
struct IndicatorKey {
  std::uint64_t key = 0;  ///< 0: it has none
  SegmentRef mark;
};

/// A description of an unlisted line, as NAR012 compares it with those of the patient's other claims.
struct TextKey {
  std::uint64_t key = 0;
  Place place;
  std::int32_t line = -1;
};

/// What is found in one claim, and what its fixes come to. Places are in the claim as received.
struct ClaimVerdict {
  // What is read of every claim comes first: it is fetched ahead.
  bool mended = false;                           ///< fixes were tried, or something was typed
  bool too_long = false;                         ///< it has fixes, and too many segments to mend
  Disposition disposition = Disposition::clean;  ///< once it is decided
  std::int64_t cents = 0;                        ///< CLM02 as received
  std::uint64_t services = 0, unlisted = 0;
  std::uint64_t id_key = 0;        ///< of CLM01; 0: it has none
  std::uint64_t services_key = 0;  ///< of patient, provider and services; 0: they are not compared
  std::vector<IndicatorKey> indicators;
  std::vector<TextKey> texts;
  Findings found;                ///< without those that compare it with other claims
  FixResult fix_result;          ///< only if `mended`
  std::string released_by = {};  ///< who let it out with its errors, as the worklist says

  /// What still stands.
  [[nodiscard]] Findings const& left() const { return mended ? fix_result.left : found; }
  /// For another claim; the lists keep their memory.
  void reset() {
    found.clear();
    no_fixes();
    indicators.clear();
    texts.clear();
    id_key = services_key = 0;
    released_by.clear();
  }
  /// The claim goes out as received.
  void no_fixes() {
    if (mended) fix_result = {};
    mended = too_long = false;
  }
};

}  // namespace scrub837
