#pragma once

#include <array>
#include <string>

#include "scrub837/report.hpp"

namespace scrub837 {

/// Claims and charges of one payer or billing provider, by what became of them.
struct PartyTotals {
  std::string name = {};  ///< 2010BB or 2010AA NM103 as received; empty: blank in the claim
  std::string id = {};    ///< NM109: the payer id, or the NPI
  Tally in = {};
  std::array<Tally, 4> by_disposition = {};  ///< indexed by Disposition
  Tally clean_with_warnings = {};            ///< of the clean claims, those that have a warning
  bool others = false;                       ///< all those that are too many to be listed one by one

  [[nodiscard]] Tally const& of(Disposition d) const { return by_disposition[static_cast<std::size_t>(d)]; }
  void add(Disposition disposition, bool has_warning, std::int64_t cents) {
    in.add(cents);
    by_disposition[static_cast<std::size_t>(disposition)].add(cents);
    if (has_warning && disposition == Disposition::clean) clean_with_warnings.add(cents);
  }
  /// Adds the counts of another list's entry for the same party.
  void add(PartyTotals const& more);
};

/// How many payers, and how many billing providers, are counted one by one; those after them are counted
/// together.
constexpr std::size_t max_parties = 1000;

}  // namespace scrub837
