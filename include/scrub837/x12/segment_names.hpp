#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "scrub837/x12/segment.hpp"

namespace scrub837 {

/// A segment id and its kind.
struct SegmentName {
  std::string_view id;
  Kind kind;
};

/// Every segment that scrub837 knows; the grammar and the reader both take their kinds from here.
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

/// Whether each kind of segment has one id, and no other kind has it.
consteval bool names_every_kind_once() {
  std::array<int, static_cast<std::size_t>(Kind::count_)> ids{};
  for (auto const& name : segment_names) {
    ++ids[static_cast<std::size_t>(name.kind)];
    for (auto const& other : segment_names) {
      if (name.kind != other.kind && name.id == other.id) return false;
    }
  }
  for (auto kind = static_cast<std::size_t>(Kind::ISA); kind < ids.size(); ++kind) {
    if (ids[kind] != 1) return false;
  }
  return true;
}
static_assert(names_every_kind_once());

}  // namespace scrub837
