#include "src/fix/claimed_places.hpp"

#include <algorithm>

namespace scrub837 {
namespace {

// Of one segment.
bool overlap(Place a, Place b) {
  if (a.element == 0 || b.element == 0) return true;
  return a.element == b.element && (a.component == 0 || b.component == 0 || a.component == b.component);
}

}  // namespace

bool ClaimedPlaces::claim(Fix const& fix) {
  auto const wanted = [](Edit const& edit) {
    return Claimed{edit.place, edit.what == Edit::What::insert_after};
  };
  bool const free = std::ranges::all_of(fix.reads, [&](Place place) { return is_free({place}); }) &&
                    std::ranges::all_of(fix.edits, [&](Edit const& edit) { return is_free(wanted(edit)); });
  if (!free) return false;
  for (auto const place : fix.reads) add({place});
  for (auto const& edit : fix.edits) add(wanted(edit));
  return true;
}

// Two segments put behind the same one don't disturb each other: they go in one after the other.
bool ClaimedPlaces::is_free(Claimed const& wanted) const {
  auto const found = by_segment_.find(wanted.place.segment);
  return found == by_segment_.end() || std::ranges::none_of(found->second, [&](Claimed const& other) {
           return !(wanted.inserts && other.inserts) && overlap(wanted.place, other.place);
         });
}

void ClaimedPlaces::add(Claimed const& wanted) {
  auto& claimed = by_segment_[wanted.place.segment];
  if (std::ranges::find(claimed, wanted) == claimed.end()) claimed.push_back(wanted);
}

}  // namespace scrub837
