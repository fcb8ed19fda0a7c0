#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "scrub837/party_totals.hpp"
#include "scrub837/rule.hpp"

namespace scrub837 {

/// Counts claims by payer or billing provider. What an envelope added can be taken back without copying all
/// counts where it begins: an entry is saved when it first changes.
class PartyCounter {
 public:
  void add(std::string_view name, std::string_view id, Disposition disposition, bool has_warning,
           std::int64_t cents) {
    add(entry_of(name, id), disposition, has_warning, cents);
  }
  void save(EnvelopeLevel level);
  void restore(EnvelopeLevel level);
  void clear();
  /// The entry of a party, until something is restored: claims of one level need it once.
  [[nodiscard]] std::size_t entry_of(std::string_view name, std::string_view id);
  void add(std::size_t entry, Disposition disposition, bool has_warning, std::int64_t cents);
  /// In the order of their first claims.
  [[nodiscard]] std::vector<PartyTotals> totals() const;

 private:
  static constexpr std::size_t levels = 3;
  static constexpr std::uint64_t no_save = ~std::uint64_t{0};
  struct Counts {
    Tally in;
    std::array<Tally, 4> by_disposition;
    Tally clean_with_warnings;
  };
  struct Saved {
    std::uint64_t since = 0;  ///< the save() that it was saved for
    Counts before;
  };
  struct Entry {
    PartyTotals now;
    std::array<Saved, levels> saved;
    std::uint64_t changed_after = no_save;  ///< saves before it changed last: it was saved for all of them
  };
  struct Savepoint {
    std::uint64_t number = 0;
    std::size_t entries = 0;
  };
  std::vector<Entry> entries_;
  std::map<std::pair<std::string, std::string>, std::size_t> index_;  ///< by id and name
  /// Entries that were used lately, by a few bytes of id and name: few claims need the index.
  std::array<std::uint32_t, 256> recent_{};
  std::uint64_t saves_ = 0;
  std::array<Savepoint, levels> savepoints_;
};

/// Adds lists of several inputs together: by id and name, in that order, those not listed last.
class PartySum {
 public:
  void add(std::vector<PartyTotals> const& parties);
  [[nodiscard]] std::vector<PartyTotals> totals() const;

 private:
  std::map<std::pair<std::string, std::string>, PartyTotals> parties_;
  PartyTotals others_{.others = true};
};

}  // namespace scrub837
