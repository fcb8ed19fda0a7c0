#pragma once

#include <array>
#include <cstdint>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {

/// A segment id and its kind.
struct SegmentName {
  std::string_view id;
  Kind kind;
};

inline constexpr std::array segment_names = {
    SegmentName{"ISA", Kind::ISA}, SegmentName{"GS", Kind::GS},   SegmentName{"ST", Kind::ST},
    SegmentName{"SE", Kind::SE},   SegmentName{"GE", Kind::GE},   SegmentName{"IEA", Kind::IEA},
    SegmentName{"TA1", Kind::TA1}, SegmentName{"BHT", Kind::BHT}, SegmentName{"HL", Kind::HL},
    SegmentName{"CLM", Kind::CLM}, SegmentName{"LX", Kind::LX},   SegmentName{"SV1", Kind::SV1},
    SegmentName{"NM1", Kind::NM1}, SegmentName{"N3", Kind::N3},   SegmentName{"N4", Kind::N4},
    SegmentName{"PER", Kind::PER}, SegmentName{"REF", Kind::REF}, SegmentName{"PRV", Kind::PRV},
    SegmentName{"CUR", Kind::CUR}, SegmentName{"SBR", Kind::SBR}, SegmentName{"PAT", Kind::PAT},
    SegmentName{"DMG", Kind::DMG}, SegmentName{"DTP", Kind::DTP}, SegmentName{"PWK", Kind::PWK},
    SegmentName{"CN1", Kind::CN1}, SegmentName{"AMT", Kind::AMT}, SegmentName{"K3", Kind::K3},
    SegmentName{"NTE", Kind::NTE}, SegmentName{"CR1", Kind::CR1}, SegmentName{"CR2", Kind::CR2},
    SegmentName{"CR3", Kind::CR3}, SegmentName{"CRC", Kind::CRC}, SegmentName{"HI", Kind::HI},
    SegmentName{"HCP", Kind::HCP}, SegmentName{"CAS", Kind::CAS}, SegmentName{"OI", Kind::OI},
    SegmentName{"MOA", Kind::MOA}, SegmentName{"SV5", Kind::SV5}, SegmentName{"QTY", Kind::QTY},
    SegmentName{"MEA", Kind::MEA}, SegmentName{"PS1", Kind::PS1}, SegmentName{"LIN", Kind::LIN},
    SegmentName{"CTP", Kind::CTP}, SegmentName{"SVD", Kind::SVD}, SegmentName{"LQ", Kind::LQ},
    SegmentName{"FRM", Kind::FRM}, SegmentName{"SV2", Kind::SV2}, SegmentName{"SV3", Kind::SV3},
    SegmentName{"BIN", Kind::BIN}, SegmentName{"BDS", Kind::BDS},
};

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
