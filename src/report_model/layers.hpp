#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "scrub837/rule.hpp"

namespace scrub837 {

/// Something that is collected over an input and can be taken back to where the open interchange, group or
/// set began: what came since each of these is apart until it can't be taken back alone any more.
/// \tparam Part has join(Part&&), and emptied(): one with nothing in it, for what comes after this one
template <typename Part>
class Layers {
 public:
  /// \param empty a part with nothing in it
  explicit Layers(Part empty = {})
      : empty_(std::move(empty)),
        parts_{empty_.emptied(), empty_.emptied(), empty_.emptied(), empty_.emptied()} {}
  /// What is added now.
  [[nodiscard]] Part& now() { return parts_.back(); }
  void save(EnvelopeLevel level) {
    for (auto i = depth(level); i < parts_.size(); ++i) parts_[depth(level) - 1].join(std::move(parts_[i]));
    restore(level);
  }
  void restore(EnvelopeLevel level) {
    for (auto i = depth(level); i < parts_.size(); ++i) parts_[i] = parts_[depth(level) - 1].emptied();
  }
  void clear() {
    for (auto& part : parts_) part = empty_.emptied();
  }
  /// All that was collected. Nothing can be taken back any more.
  [[nodiscard]] Part take() {
    for (std::size_t i = 1; i < parts_.size(); ++i) parts_[0].join(std::move(parts_[i]));
    auto all = std::move(parts_[0]);
    clear();
    return all;
  }

 private:
  static constexpr std::size_t depth(EnvelopeLevel level) { return 3 - static_cast<std::size_t>(level); }
  static_assert(depth(EnvelopeLevel::interchange) == 1 && depth(EnvelopeLevel::set) == 3);

  Part empty_;
  std::array<Part, 4> parts_;
};

}  // namespace scrub837
