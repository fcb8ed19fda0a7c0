#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "src/x12/indexer.hpp"
#include "src/x12/tokens.hpp"
#include "src/x12/unfold.hpp"

namespace scrub837::test {

/// Segments of a text, cut into units as a piece of an input is.
class Units {
 public:
  explicit Units(std::string bytes) : block_{std::move(bytes), 0, 0} {
    block_.data_size = block_.bytes.size();
    Indexer().index(block_.data(), {}, LineEnds::typed, true, tokens_);
    unfold(block_, tokens_.segments(), {}, LineEnds::typed);
  }
  [[nodiscard]] Block const& block() const { return block_; }
  [[nodiscard]] std::vector<std::span<Segment const>> all() const {
    auto const segments = tokens_.segments();
    auto const& starts = tokens_.unit_starts();
    std::vector<std::span<Segment const>> units;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      auto const end = i + 1 < starts.size() ? starts[i + 1] : segments.size();
      units.push_back(segments.subspan(starts[i], end - starts[i]));
    }
    return units;
  }

 private:
  Block block_;
  Tokens tokens_;
};

}  // namespace scrub837::test
