#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "src/worklist/typed_edits.hpp"
#include "src/worklist/worklist_supplies.hpp"

// Rows of several copies of one claim, which have the same keys.

namespace scrub837 {
namespace {

// Of the claim that a row was written for, among those with its key: file and position.
using Copy = std::pair<std::string_view, std::string_view>;

Copy copy_of(FilledRow const& row) { return {row.others["file"], row.others["claim_index"]}; }

}  // namespace

// Whether rows of two copies have different answers for one place.
bool WorklistSupplies::copies_differ(Group claim) const {
  for (std::size_t i = 0; i < claim.size(); ++i) {
    auto const& one = file_.rows[claim[i]];
    for (auto k = i + 1; k < claim.size() && place_of(claim[k]) == place_of(claim[i]); ++k) {
      auto const& other = file_.rows[claim[k]];
      bool const both = something_typed(one) && something_typed(other);
      if (both && copy_of(one) != copy_of(other) && !same_content(one, other, false)) return true;
    }
  }
  return false;
}

// One copy gets the answers of its rows; which one of equal claims that is makes no difference. The others
// are for the next round. The first copy goes before, if none of its rows is refused.
void WorklistSupplies::keep_one_copy() {
  std::vector<std::uint32_t> kept;
  kept.reserve(order_.size());
  for (std::size_t begin = 0; begin < order_.size();) {
    auto end = begin + 1;
    while (end < order_.size() && digest_of(order_[end]) == digest_of(order_[begin])) ++end;
    auto const claim = Group(order_).subspan(begin, end - begin);
    begin = end;
    if (!copies_differ(claim)) {
      kept.insert(kept.end(), claim.begin(), claim.end());
      continue;
    }
    auto const answered = [&](std::uint32_t index) { return something_typed(file_.rows[index]); };
    auto const is_whole = [&](std::uint32_t index) {
      return answered(index) && std::ranges::none_of(claim, [&](std::uint32_t other) {
               return copy_of(file_.rows[other]) == copy_of(file_.rows[index]) &&
                      rows_[other].state == State::refused;
             });
    };
    auto const first_that = [&](auto const& is_right) {
      auto best = none;
      for (auto const index : claim) {
        if (is_right(index) && (best == none || file_.rows[index].number < file_.rows[best].number))
          best = index;
      }
      return best;
    };
    auto const whole = first_that(is_whole);
    auto const& chosen = file_.rows[whole == none ? first_that(answered) : whole];
    for (auto const index : claim) {
      if (copy_of(file_.rows[index]) == copy_of(chosen)) {
        kept.push_back(index);
      } else if (answered(index) && rows_[index].state != State::refused) {
        refuse(
            rows_[index],
            fmt::format("Row {} has a different answer for a copy of this claim. One copy is answered a run, "
                        "and row {} was used; answer the other copy in the next worklist.",
                        chosen.number, chosen.number));
      }
    }
  }
  order_ = std::move(kept);
}

}  // namespace scrub837
