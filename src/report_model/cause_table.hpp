#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "src/report_model/report_model.hpp"

namespace scrub837 {

/// The causes of an input or run, each with a number. One that is not counted is in no model. Very many
/// values that are wrong are one cause by rule and element from then on, so that memory is bounded.
class CauseTable {
 public:
  /// \param key findings that one repair would mend have the same
  std::uint32_t number_of(std::string const& key, RootCause const& cause);
  /// The number of a cause that has one.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string const& key) const;
  [[nodiscard]] RootCause& operator[](std::uint32_t number) { return entries_[number].cause; }
  [[nodiscard]] RootCause const& operator[](std::uint32_t number) const { return entries_[number].cause; }
  [[nodiscard]] std::string const& key(std::uint32_t number) const { return entries_[number].key; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }

 private:
  std::uint32_t add(std::string const& key, RootCause const& cause);
  struct Entry {
    std::string key;
    RootCause cause;
  };
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// A held claim, as far as it counts for its causes.
struct HeldClaim {
  std::uint32_t file = 0;
  std::uint64_t claim_index = 0;
  std::size_t causes = 0;  ///< how many it has
  std::int64_t cents = 0;
  std::string date = {};  ///< first day of service, CCYYMMDD; empty: unknown
};

/// Held claims by cause. A part of Layers.
class CauseCounts {
 public:
  struct Count {
    Tally held, freed;
    std::string oldest;
    HeldClaim last;  ///< the only one if there is one
    std::uint64_t findings = 0;
  };
  void add(std::uint32_t cause, HeldClaim const& claim);
  void add_findings(std::uint32_t cause, std::uint64_t times) { counts_[cause].findings += times; }
  void add(std::uint32_t cause, Count const& more);
  void join(CauseCounts&& other);
  /// Another one with nothing in it.
  [[nodiscard]] static CauseCounts emptied() { return {}; }
  void set_file(std::uint32_t file) {
    for (auto& [cause, count] : counts_) count.last.file = file;
  }
  [[nodiscard]] std::map<std::uint32_t, Count> const& counts() const { return counts_; }

 private:
  std::map<std::uint32_t, Count> counts_;
};

/// The causes of an input, and what is counted of each.
struct CountedCauses {
  CauseTable table;
  CauseCounts counts;
};

/// Causes as they are shown.
struct ArrangedCauses {
  std::vector<RootCause> causes;        ///< by charges held, largest first
  std::vector<std::uint32_t> index_of;  ///< by number; `none`: it holds nothing, or is left out
  std::uint64_t left_out = 0;
  static constexpr std::uint32_t none = ~std::uint32_t{0};
};
/// Sorts causes, and joins values that are wrong in one claim each: no repair of one frees another claim.
[[nodiscard]] ArrangedCauses arrange(CauseTable const& table, CauseCounts const& counts, std::size_t limit);

}  // namespace scrub837
