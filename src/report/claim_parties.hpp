#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"
#include "src/x12/envelope_walker.hpp"

namespace scrub837 {

/// A person or organization as a report names it.
struct Party {
  std::string name;     ///< of a person `LAST, FIRST MIDDLE`
  std::string_view id;  ///< NM109
  bool has_npi = false;

  [[nodiscard]] std::string_view npi() const { return has_npi ? id : std::string_view{}; }
};

/// Of whom the levels above a claim speak. Views are of those levels.
struct LevelParties {
  Party billing_provider;       ///< 2010AA
  std::string patient;          ///< 2010CA, else 2010BA
  std::string_view birth_date;  ///< DMG02 there
  std::string_view member_id;   ///< 2010BA NM109
};
[[nodiscard]] LevelParties parties_in(LevelContents const& levels, Delimiters delimiters);
/// The billing provider of these alone.
[[nodiscard]] Party billing_provider_in(LevelContents const& levels, Delimiters delimiters);

/// Who rendered a line: 2420A, else 2310B. Without a name: neither is there.
/// \param line index of the service line, or -1: the claim as a whole
[[nodiscard]] Party rendering_provider(ClaimView const& claim, std::int32_t line);

}  // namespace scrub837
