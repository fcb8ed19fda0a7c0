#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"
#include "src/x12/envelope_walker.hpp"

namespace scrub837 {

/// The loop of a party in a level: its NM1, and what follows up to the next one, each with a line end behind
/// it. The last such loop counts; empty if there is none. \param entity NM101
[[nodiscard]] std::string_view party_loop(std::string_view level, std::string_view entity,
                                          Delimiters delimiters);

/// Hands over the segments of a level or party loop.
template <typename Use>
void for_each_segment(std::string_view text, Delimiters delimiters, Use use) {
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    use(SegmentView(text.substr(0, end), delimiters));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// A person or organization as a report names it.
struct Party {
  std::string name;     ///< of a person `LAST, FIRST MIDDLE`
  std::string_view id;  ///< NM109
  bool has_npi = false;

  [[nodiscard]] std::string_view npi() const { return has_npi ? id : std::string_view{}; }
};

/// The party that an NM1 names.
[[nodiscard]] Party party_in(SegmentView const& nm1);

/// Of whom the levels above a claim speak. Views are of those levels.
struct LevelParties {
  Party billing_provider;       ///< 2010AA
  std::string patient;          ///< 2010CA, else 2010BA
  std::string_view birth_date;  ///< DMG02 there
  std::string_view member_id;   ///< 2010BA NM109
  Party payer;                  ///< 2010BB
};
[[nodiscard]] LevelParties parties_in(LevelContents const& levels, Delimiters delimiters);
/// The billing provider of these alone.
[[nodiscard]] Party billing_provider_in(LevelContents const& levels, Delimiters delimiters);

/// The NM1 of who rendered a line: of 2420A if it has a name, else of 2310B.
/// \param line index of the service line, or -1: the claim as a whole
[[nodiscard]] std::optional<SegmentView> rendering_nm1(ClaimView const& claim, std::int32_t line);
/// The same as a report names it. Without a name: neither is there.
[[nodiscard]] Party rendering_provider(ClaimView const& claim, std::int32_t line);

}  // namespace scrub837
