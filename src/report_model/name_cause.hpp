#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "src/report_model/cause_table.hpp"
#include "src/scrub/claim_unit.hpp"

namespace scrub837 {

/// A cause, and what findings that one repair would mend have in common.
struct NamedCause {
  RootCause cause;
  std::string key;
};

/// Of an error in a claim.
[[nodiscard]] NamedCause cause_in_claim(Finding const& finding, ClaimView const& claim);
/// Of an error above the claims. \param known causes of the claims so far: a trailer that is missing is found
/// after them
[[nodiscard]] NamedCause cause_above(FindingRecord const& record, CauseTable const& known);
/// Of a set, group or interchange that is held as received.
[[nodiscard]] NamedCause cause_of_refusal(ClaimUnit::Where const& where, Settings const& settings);
/// Of an error that is known by its reason alone: `ENV010 at 2010AA segment 8`.
[[nodiscard]] NamedCause cause_from_reason(std::string_view reason, Settings const& settings);
/// Whether a key holds only within its input: its place is named by a control number.
[[nodiscard]] bool is_of_one_input(std::string_view key);

}  // namespace scrub837
