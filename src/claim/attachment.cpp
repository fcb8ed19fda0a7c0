#include "src/claim/attachment.hpp"

#include <algorithm>
#include <array>

namespace scrub837 {
namespace {

constexpr std::array<std::string_view, 61> types{
    "03", "04", "05", "06", "07", "08", "09", "10", "11", "13", "15", "21", "A3", "A4", "AM", "AS",
    "B2", "B3", "B4", "BR", "BS", "BT", "CB", "CK", "CT", "D2", "DA", "DB", "DG", "DJ", "DS", "EB",
    "HC", "HR", "I5", "IR", "LA", "M1", "MT", "NN", "OB", "OC", "OD", "OE", "OX", "OZ", "P4", "P5",
    "PE", "PN", "PO", "PQ", "PY", "PZ", "RB", "RR", "RT", "RX", "SG", "V5", "XP"};
static_assert(std::is_sorted(types.begin(), types.end()));

}  // namespace

std::span<std::string_view const> report_types() { return types; }

bool is_report_type(std::string_view type) { return std::binary_search(types.begin(), types.end(), type); }

}  // namespace scrub837
