#include "src/report/parties_above.hpp"

#include "src/report/shown_value.hpp"

namespace scrub837 {
namespace {

// Of an NM1: damage can make it as long as a file.
constexpr std::size_t longest_kept = 4 * longest_value_shown;

}  // namespace

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

void PartiesAbove::assign_patient(std::string& name) const {
  auto const& nm1 = dependent_.empty() ? subscriber_ : dependent_;
  assign_name(name, SegmentView(nm1, delimiters_));
}

void PartiesAbove::begin_set() {
  for (auto* const name : {&provider_, &npi_, &payer_, &payer_id_, &subscriber_, &dependent_}) name->clear();
}

void PartiesAbove::level(LevelStart const& start) {
  if (keep_ == Keep::payers && start.rank > 1) return;
  dependent_.clear();
  if (start.rank <= 1) {
    for (auto* const name : {&payer_, &payer_id_, &subscriber_}) name->clear();
  }
  if (start.rank == 0) {
    provider_.clear();
    npi_.clear();
  }
  auto const& unit = *start.segments;
  for (std::size_t i = 0; i < unit.segments.size(); ++i) {
    auto const& segment = unit.segments[i];
    if (segment.kind != Kind::NM1) continue;
    if (start.rank == 0 && segment.qualifier == pack_tag("85")) {
      auto const nm1 = unit.segment(i);
      assign_name(provider_, nm1);
      npi_.assign(shown_value(nm1[9]));
    } else if (start.rank == 1 && segment.qualifier == pack_tag("PR")) {
      auto const nm1 = unit.segment(i);
      payer_.assign(shown_value(nm1[3]));
      payer_id_.assign(shown_value(nm1[9]));
    } else if (keep_ == Keep::payers) {
      continue;
    } else if (start.rank == 1 && segment.qualifier == pack_tag("IL")) {
      subscriber_.assign(unit.segment(i).text().substr(0, longest_kept));
      delimiters_ = unit.delimiters;
    } else if (start.rank == 2 && segment.qualifier == pack_tag("QC")) {
      dependent_.assign(unit.segment(i).text().substr(0, longest_kept));
      delimiters_ = unit.delimiters;
    }
  }
}

}  // namespace scrub837
