#include "src/guide/report_types.hpp"

#include "src/guide/bound_guide.hpp"

namespace scrub837 {

// Claims and lines have the same.
std::vector<std::string_view> report_types() {
  return guide::shipped_guide()->codes(LoopId::L2300, Kind::PWK, 1);
}

bool is_report_type(std::string_view type) {
  return guide::shipped_guide()->takes(LoopId::L2300, Kind::PWK, 1, type);
}

}  // namespace scrub837
