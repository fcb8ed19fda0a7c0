#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "src/io/huge_pages.hpp"

namespace scrub837 {

/// A table of entries by 64-bit keys that are hashes already, with one miss of the caches a look.
/// \tparam Entry has a member `key`, and `used()`, which is false for a default one, which is all zero bytes
template <typename Entry>
class KeyTable {
 public:
  static constexpr std::size_t smallest = 1024;

  /// Brings the key's place nearer, when it will be looked for soon.
  void expect(std::uint64_t key) const {
    if (!entries_.empty()) __builtin_prefetch(&entries_[home(key)]);
  }
  /// \return the key's entry, or the free one where it belongs; nothing while the table has no room at all
  [[nodiscard]] Entry* find(std::uint64_t key) {
    if (entries_.empty()) return nullptr;
    auto const mask = entries_.size() - 1;
    auto index = home(key);
    while (entries_[index].used() && entries_[index].key != key) index = (index + 1) & mask;
    return &entries_[index];
  }
  [[nodiscard]] Entry const* find(std::uint64_t key) const { return const_cast<KeyTable*>(this)->find(key); }
  /// Makes the free entry of a key that isn't there its own. The table has to have room for it.
  /// \param place where `find` says that the key belongs; null if the table was changed since
  Entry& add(Entry const& entry, Entry* place = nullptr) {
    ++used_;
    return *(place != nullptr ? place : find(entry.key)) = entry;
  }
  [[nodiscard]] bool full() const { return used_ * 4 >= entries_.size() * 3; }
  void grow() { resize(entries_.empty() ? smallest : entries_.size() * 2); }
  /// \param size a power of two, larger than before
  void resize(std::size_t size) {
    auto const old = std::exchange(entries_, Entries(size));
    for (auto const& entry : old) {
      if (entry.used()) *find(entry.key) = entry;
    }
  }
  void clear() {
    entries_.assign(entries_.size(), {});
    used_ = 0;
  }
  [[nodiscard]] std::size_t used() const { return used_; }
  using Entries = std::vector<Entry, HugePages<Entry>>;
  [[nodiscard]] Entries const& entries() const { return entries_; }

 private:
  [[nodiscard]] std::size_t home(std::uint64_t key) const {
    return static_cast<std::size_t>((key ^ key >> 32U) * 0x9E3779B97F4A7C15U >> 20U) & (entries_.size() - 1);
  }

  std::size_t used_ = 0;
  Entries entries_;  // a power of two
};

}  // namespace scrub837
