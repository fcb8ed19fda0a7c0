#include "src/guide/tag_table.hpp"

#include <algorithm>
#include <bit>

namespace scrub837::guide {

TagTable::TagTable(Entries const& entries) {
  constexpr std::uint32_t tag_bits = 32, tries = 1000, step = 0x9E3779B2;  // of the golden ratio, and even
  for (auto size = std::bit_ceil(2 * entries.size() + 2);; size *= 2) {
    shift_ = tag_bits - static_cast<std::uint32_t>(std::countr_zero(size));
    factor_ = 1;
    for (std::uint32_t i = 0; i < tries; ++i) {
      factor_ += step;
      slots_.assign(size, {.tag = 0, .number = none});
      if (place(entries)) return;
    }
  }
}

bool TagTable::place(Entries const& entries) {
  return std::ranges::all_of(entries, [&](Entry const& entry) {
    auto& slot = slots_[slot_of(entry.tag)];
    if (slot.tag == 0) slot = entry;
    return slot.tag == entry.tag;
  });
}

}  // namespace scrub837::guide
