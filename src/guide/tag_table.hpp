#pragma once

#include <cstdint>
#include <vector>

#include "scrub837/x12/segment.hpp"

namespace scrub837::guide {

/// Numbers by tags, each found with one look: there are no collisions.
class TagTable {
 public:
  struct Entry {
    Tag tag = 0;
    std::uint8_t number = 0;
  };
  using Entries = std::vector<Entry>;

  /// \param entries of one tag, the first counts; tags are not 0, and numbers not `none`
  explicit TagTable(Entries const& entries);

  /// \return none: it is not in the table
  [[nodiscard]] std::uint8_t find(Tag tag) const {
    auto const& slot = slots_[slot_of(tag)];
    return slot.tag == tag ? slot.number : none;
  }

  static constexpr std::uint8_t none = 0xFF;
  static constexpr std::uint8_t no_table = 0xFF;

 private:
  [[nodiscard]] std::size_t slot_of(Tag tag) const {
    return static_cast<std::uint32_t>(tag * factor_) >> shift_;
  }
  [[nodiscard]] bool place(Entries const& entries);

  std::vector<Entry> slots_;
  std::uint32_t factor_ = 1;
  std::uint32_t shift_ = 0;
};

}  // namespace scrub837::guide
