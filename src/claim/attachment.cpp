#include "src/claim/attachment.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace scrub837 {
namespace {

constexpr std::array<std::string_view, 61> types{
    "03", "04", "05", "06", "07", "08", "09", "10", "11", "13", "15", "21", "A3", "A4", "AM", "AS",
    "B2", "B3", "B4", "BR", "BS", "BT", "CB", "CK", "CT", "D2", "DA", "DB", "DG", "DJ", "DS", "EB",
    "HC", "HR", "I5", "IR", "LA", "M1", "MT", "NN", "OB", "OC", "OD", "OE", "OX", "OZ", "P4", "P5",
    "PE", "PN", "PO", "PQ", "PY", "PZ", "RB", "RR", "RT", "RX", "SG", "V5", "XP"};
static_assert(std::is_sorted(types.begin(), types.end()));

// Where a type of two characters from 0 to Z is in `known`; nothing for any other text.
constexpr std::size_t characters = 'Z' - '0' + 1;
constexpr std::optional<std::size_t> place_of(std::string_view type) {
  auto const inside = [](char character) { return character >= '0' && character <= 'Z'; };
  if (type.size() != 2 || !inside(type[0]) || !inside(type[1])) return std::nullopt;
  return static_cast<std::size_t>(type[0] - '0') * characters + static_cast<std::size_t>(type[1] - '0');
}

constexpr auto known_types = [] {
  std::array<bool, characters * characters> found{};
  for (auto const type : types) found[place_of(type).value()] = true;
  return found;
}();

}  // namespace

std::span<std::string_view const> report_types() { return types; }

bool is_report_type(std::string_view type) {
  auto const place = place_of(type);
  return place && known_types[*place];
}

}  // namespace scrub837
