#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "scrub837/finding.hpp"

namespace scrub837 {

/// The elements that the fixes of a batch read or write. Two fixes of one batch never share one.
class ClaimedPlaces {
 public:
  /// Claims the places of a fix. \return false, and nothing is claimed, if another fix has one of them
  bool claim(Fix const& fix);

 private:
  struct Claimed {
    Place place;
    bool inserts = false;
    friend bool operator==(Claimed const&, Claimed const&) = default;
  };
  [[nodiscard]] bool is_free(Claimed const& wanted) const;
  void add(Claimed const& wanted);

  std::unordered_map<std::uint32_t, std::vector<Claimed>> by_segment_;  // each place once
};

}  // namespace scrub837
