#include "src/report/parties_above.hpp"

#include "src/report/shown_value.hpp"

namespace scrub837 {

void assign_name(std::string& name, SegmentView const& nm1) {
  name.assign(shown_value(nm1[3]));
  if (nm1[2] == "2") return;
  auto const* before = ", ";
  for (std::size_t const element : {4U, 5U}) {
    auto const part = shown_value(nm1[element]);
    if (part.empty()) continue;
    if (!name.empty()) name.append(before);
    name.append(part);
    before = " ";
  }
}

void PartiesAbove::begin_set() {
  for (auto* const name : {&provider_, &npi_, &subscriber_, &dependent_}) name->clear();
}

void PartiesAbove::level(LevelStart const& start) {
  dependent_.clear();
  if (start.rank <= 1) subscriber_.clear();
  if (start.rank == 0) {
    provider_.clear();
    npi_.clear();
  }
  auto const& unit = *start.segments;
  for (std::size_t i = 0; i < unit.segments.size(); ++i) {
    if (unit.segments[i].kind != Kind::NM1) continue;
    auto const nm1 = unit.segment(i);
    if (start.rank == 0 && nm1[1] == "85") {
      assign_name(provider_, nm1);
      npi_.assign(shown_value(nm1[9]));
    } else if (start.rank == 1 && nm1[1] == "IL") {
      assign_name(subscriber_, nm1);
    } else if (start.rank == 2 && nm1[1] == "QC") {
      assign_name(dependent_, nm1);
    }
  }
}

}  // namespace scrub837
