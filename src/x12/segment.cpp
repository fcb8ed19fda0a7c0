#include "scrub837/x12/segment.hpp"

#include <algorithm>
#include <array>

namespace scrub837 {
namespace {

struct Name {
  std::string_view id;
  Kind kind;
};

constexpr std::array names = {
    Name{"ISA", Kind::ISA}, Name{"GS", Kind::GS},   Name{"ST", Kind::ST},   Name{"SE", Kind::SE},
    Name{"GE", Kind::GE},   Name{"IEA", Kind::IEA}, Name{"TA1", Kind::TA1}, Name{"BHT", Kind::BHT},
    Name{"HL", Kind::HL},   Name{"CLM", Kind::CLM}, Name{"LX", Kind::LX},   Name{"SV1", Kind::SV1},
    Name{"NM1", Kind::NM1}, Name{"N3", Kind::N3},   Name{"N4", Kind::N4},   Name{"PER", Kind::PER},
    Name{"REF", Kind::REF}, Name{"PRV", Kind::PRV}, Name{"CUR", Kind::CUR}, Name{"SBR", Kind::SBR},
    Name{"PAT", Kind::PAT}, Name{"DMG", Kind::DMG}, Name{"DTP", Kind::DTP}, Name{"PWK", Kind::PWK},
    Name{"CN1", Kind::CN1}, Name{"AMT", Kind::AMT}, Name{"K3", Kind::K3},   Name{"NTE", Kind::NTE},
    Name{"CR1", Kind::CR1}, Name{"CR2", Kind::CR2}, Name{"CR3", Kind::CR3}, Name{"CRC", Kind::CRC},
    Name{"HI", Kind::HI},   Name{"HCP", Kind::HCP}, Name{"CAS", Kind::CAS}, Name{"OI", Kind::OI},
    Name{"MOA", Kind::MOA}, Name{"SV5", Kind::SV5}, Name{"QTY", Kind::QTY}, Name{"MEA", Kind::MEA},
    Name{"PS1", Kind::PS1}, Name{"LIN", Kind::LIN}, Name{"CTP", Kind::CTP}, Name{"SVD", Kind::SVD},
    Name{"LQ", Kind::LQ},   Name{"FRM", Kind::FRM}, Name{"SV2", Kind::SV2}, Name{"SV3", Kind::SV3},
    Name{"BIN", Kind::BIN},
};

// An id of two or three characters as an integer, spread over a small table without collisions: the
// multiplier is searched when this is compiled.
constexpr unsigned table_bits = 9;

struct Slot {
  Tag id = 0;
  Kind kind = Kind::unknown;
};

struct KindTable {
  std::uint32_t multiplier = 1;
  std::array<Slot, 1U << table_bits> slots{};

  [[nodiscard]] constexpr std::size_t home(Tag id) const { return id * multiplier >> (32U - table_bits); }
  constexpr bool fill() {
    slots = {};
    for (auto const& name : names) {
      auto& slot = slots[home(pack_tag(name.id))];
      if (slot.id != 0) return false;
      slot = {pack_tag(name.id), name.kind};
    }
    return true;
  }
};

consteval KindTable make_table() {
  KindTable table;
  while (!table.fill()) table.multiplier = (table.multiplier * 1664525U + 1013904223U) | 1U;
  return table;
}

constexpr auto kind_table = make_table();

constexpr auto make_ids() {
  std::array<std::string_view, static_cast<std::size_t>(Kind::count_)> ids{};
  for (auto const& name : names) ids[static_cast<std::size_t>(name.kind)] = name.id;
  return ids;
}

constexpr auto id_table = make_ids();

}  // namespace

Kind kind_of(Tag id) {
  auto const& slot = kind_table.slots[kind_table.home(id)];
  return slot.id == id ? slot.kind : Kind::unknown;
}

Kind kind_of(std::string_view id) {
  return id.size() < 2 || id.size() > 3 ? Kind::unknown : kind_of(pack_tag(id));
}

std::string_view name_of(Kind kind) { return id_table[static_cast<std::size_t>(kind)]; }

std::string with_part(std::string_view text, char separator, std::size_t number, std::string_view value) {
  std::string result;
  result.reserve(text.size() + value.size() + number + 1);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < number; ++i) {
    auto const next = begin > text.size() ? std::string_view::npos : text.find(separator, begin);
    if (next == std::string_view::npos) {
      if (begin <= text.size()) result.append(text.substr(begin));
      result.push_back(separator);
      begin = text.size() + 1;
    } else {
      result.append(text.substr(begin, next + 1 - begin));
      begin = next + 1;
    }
  }
  result.append(value);
  if (begin <= text.size()) {
    auto const next = text.find(separator, begin);
    if (next != std::string_view::npos) result.append(text.substr(next));
  }
  return result;
}

std::size_t SegmentView::element_count() const {
  return static_cast<std::size_t>(std::count(text_.begin(), text_.end(), delimiters_.element));
}

}  // namespace scrub837
