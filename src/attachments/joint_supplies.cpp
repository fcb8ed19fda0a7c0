#include "src/attachments/joint_supplies.hpp"

#include <algorithm>
#include <iterator>

namespace scrub837 {

Supply JointSupplies::for_claim(ClaimView const& claim, std::string_view digest, Findings const& found,
                                FoundWith const& found_with) {
  auto supply = worklist_->for_claim(claim, digest, found, found_with);
  auto listed = documents_->for_claim_beside(claim, digest, supply.edits);
  std::move(listed.edits.begin(), listed.edits.end(), std::back_inserter(supply.edits));
  return supply;
}

SupplySource::Document JointSupplies::document(std::string_view digest,
                                               std::string_view control_number) const {
  auto document = documents_->document(digest, control_number);
  auto const typed = worklist_->document(digest, control_number);
  if (!typed.name.empty()) document.name = typed.name;
  return document;
}

std::vector<RowPlace> JointSupplies::places_of(std::string_view digest) const {
  auto places = worklist_->places_of(digest);
  for (auto const& place : documents_->places_of(digest)) {
    if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  }
  return places;
}

}  // namespace scrub837
