#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "src/io/key_table.hpp"

namespace scrub837 {

/// Remembers 64-bit keys and the ordinal of what first bore each. A bounded table in memory; beyond it,
/// sorted runs in private temporary files. Equal hashes of different texts are taken for equal: with a
/// million keys the chance of one such pair is below one in ten million.
class SeenKeys {
 public:
  /// \param limit entries in memory before a run is written (64 MiB by default)
  explicit SeenKeys(std::size_t limit = std::size_t{1} << 21U) : limit_(limit) {}
  ~SeenKeys();
  SeenKeys(SeenKeys const&) = delete;
  SeenKeys& operator=(SeenKeys const&) = delete;

  /// Makes room for so many more keys at once, within the limit.
  void reserve(std::uint64_t keys);
  /// Brings the key's place nearer, when it will be noted soon.
  void expect(std::uint64_t key) const { table_.expect(key); }
  /// Notes a key. \return the ordinal that bore it first, if another did
  std::optional<std::uint64_t> note(std::uint64_t key, std::uint64_t ordinal);

  /// Whether a key was noted.
  [[nodiscard]] bool contains(std::uint64_t key) const;
  /// How many keys were noted, about.
  [[nodiscard]] std::uint64_t size() const { return notes_; }
  /// Whether a key is meant. \param meant is told a key and the ordinal that had it first
  template <typename Meant>
  [[nodiscard]] bool any_of(Meant meant) const {
    auto const one_of = [&](auto const& entries) {
      return std::any_of(entries.begin(), entries.end(), [&](Entry const& entry) {
        return entry.used() && !is_forgotten(entry) && meant(entry.key, entry.ordinal);
      });
    };
    return one_of(table_.entries()) || std::any_of(runs_.begin(), runs_.end(), one_of);
  }

  /// A point to which the notes can be taken back.
  struct Savepoint {
    std::uint32_t notes = 0;
  };
  [[nodiscard]] Savepoint savepoint() const { return {notes_}; }
  /// Forgets what was noted since.
  void restore(Savepoint point);

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t ordinal = 0;  ///< 0: free
    std::uint32_t note = 0;     ///< which note of the run this is
    [[nodiscard]] bool used() const { return ordinal != 0; }
  };
  /// Notes that were taken back: [first, last).
  struct Forgotten {
    std::uint32_t first = 0, last = 0;
  };
  [[nodiscard]] bool is_forgotten(Entry const& entry) const;
  void write_run();
  [[nodiscard]] std::optional<std::uint64_t> find_in_runs(std::uint64_t key) const;

  std::size_t limit_;
  KeyTable<Entry> table_;
  std::vector<std::span<Entry const>> runs_;
  std::uint32_t notes_ = 0;
  std::vector<Forgotten> forgotten_;  ///< in order, none beside another
};

}  // namespace scrub837
