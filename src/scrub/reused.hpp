#pragma once

#include <cstddef>
#include <vector>

namespace scrub837 {

/// A list that is filled again and again: its elements keep the memory that they have.
template <typename Element>
class Reused {
 public:
  void clear() { size_ = 0; }
  /// \return the next element, with what it held before
  Element& add() {
    if (size_ == elements_.size()) elements_.emplace_back();
    return elements_[size_++];
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Element& operator[](std::size_t at) { return elements_[at]; }
  [[nodiscard]] Element const& operator[](std::size_t at) const { return elements_[at]; }
  [[nodiscard]] Element* begin() { return elements_.data(); }
  [[nodiscard]] Element* end() { return elements_.data() + size_; }

 private:
  std::vector<Element> elements_;
  std::size_t size_ = 0;
};

}  // namespace scrub837
