#pragma once

#include <array>
#include <cstdint>

#include "scrub837/x12/segment_names.hpp"

namespace scrub837 {

/// Kinds by their ids as pack_tag makes them, spread over a small table without collisions: the multiplier is
/// searched when this is compiled.
struct KindTable {
  static constexpr unsigned table_bits = 9;
  struct Slot {
    Tag id = 0;
    Kind kind = Kind::unknown;
  };
  std::uint32_t multiplier = 1;
  std::array<Slot, 1U << table_bits> slots{};

  /// Kind::unknown for an id that scrub837 does not know.
  [[nodiscard]] constexpr Kind find(Tag id) const {
    auto const& slot = slot_of(id);
    return slot.id == id ? slot.kind : Kind::unknown;
  }
  /// The only slot in which an id may be.
  [[nodiscard]] constexpr Slot const& slot_of(Tag id) const { return slots[home(id)]; }
  [[nodiscard]] constexpr std::size_t home(Tag id) const { return id * multiplier >> (32U - table_bits); }
  constexpr bool fill(bool usual_only) {
    slots = {};
    for (auto const& name : segment_names) {
      if (usual_only && (name.kind == Kind::ISA || name.kind == Kind::IEA || name.kind == Kind::BIN ||
                         name.kind == Kind::BDS)) {
        continue;
      }
      auto& slot = slots[home(pack_tag(name.id))];
      if (slot.id != 0) return false;
      slot = {pack_tag(name.id), name.kind};
    }
    return true;
  }
};

consteval KindTable make_table(bool usual_only) {
  KindTable table;
  while (!table.fill(usual_only)) table.multiplier = (table.multiplier * 1664525U + 1013904223U) | 1U;
  return table;
}

inline constexpr auto kind_table = make_table(false);

/// Without ISA, IEA, BIN and BDS: segments that are inside an interchange and hold nothing but elements.
inline constexpr auto usual_kind_table = make_table(true);

}  // namespace scrub837
