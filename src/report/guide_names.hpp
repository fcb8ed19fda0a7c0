#pragma once

#include <memory>
#include <string_view>

#include "scrub837/claim/loops.hpp"
#include "src/guide/bound_guide.hpp"

namespace scrub837 {

/// What the guide table calls loops, segments and elements, in our words. Empty: it has no name for it.
class GuideNames {
 public:
  GuideNames() : guide_(guide::shipped_guide()) {}
  [[nodiscard]] std::string_view loop(LoopId id) const;

  /// The names in one segment, as its loop uses it.
  class OfSegment {
   public:
    [[nodiscard]] std::string_view title() const { return title_; }
    /// \param number as the guide counts; \param component from 1; 0: the whole element
    [[nodiscard]] std::string_view element(std::size_t number, std::size_t component = 0) const;
    /// Whether the element has components.
    [[nodiscard]] bool is_composite(std::size_t number) const;

   private:
    friend class GuideNames;
    guide::Table const* table_ = nullptr;
    guide::SegmentUse const* use_ = nullptr;
    std::string_view title_;
  };
  /// \param token of the segment; \param view its text, not masked
  [[nodiscard]] OfSegment segment(LoopId loop, Segment const& token, SegmentView view) const;

 private:
  std::shared_ptr<guide::BoundGuide const> guide_;
};

}  // namespace scrub837
