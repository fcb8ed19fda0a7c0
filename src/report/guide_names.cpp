#include "src/report/guide_names.hpp"

#include <algorithm>

#include "src/guide/use_of_segment.hpp"

namespace scrub837 {
namespace {

// A use of this kind, whatever its loop: where a loop has no place for a segment, its elements are the same.
guide::SegmentUse const* any_use(guide::Table const& table, std::string_view id) {
  auto const found = std::ranges::find(table.uses, id, &guide::SegmentUse::segment);
  return found == table.uses.end() ? nullptr : &*found;
}

guide::SegmentUse const* use_in(guide::BoundGuide const& guide, LoopId loop, Segment const& token,
                                SegmentView view) {
  auto const uses = guide.uses(loop, token.kind);
  if (uses.empty()) return nullptr;
  auto const* const use = guide::use_of_segment(guide, uses, token, view);
  return use == nullptr ? nullptr : use->row;
}

}  // namespace

std::string_view GuideNames::loop(LoopId id) const { return guide_->table().title_of_loop(name_of(id)); }

GuideNames::OfSegment GuideNames::segment(LoopId loop, Segment const& token, SegmentView view) const {
  OfSegment names;
  names.table_ = &guide_->table();
  auto const* const use = use_in(*guide_, loop, token, view);
  if (use != nullptr) names.title_ = names.table_->title_of(use->title);
  // Which reference, date or amount it should be is not known then, but what it is made of is.
  names.use_ = use != nullptr ? use : any_use(*names.table_, name_of(token.kind));
  if (names.use_ != nullptr && names.title_.empty())
    names.title_ = names.table_->title_of(names.table_->forms[names.use_->form].title);
  return names;
}

std::string_view GuideNames::OfSegment::element(std::size_t number, std::size_t component) const {
  if (use_ == nullptr || number == 0 || number > use_->elements) return {};
  auto const& element = table_->elements_of(*use_)[number - 1];
  if (component == 0) return table_->title_of(element.title);
  if (component > element.parts) return component == 1 ? table_->title_of(element.title) : std::string_view{};
  return table_->title_of(table_->parts_of(element)[component - 1].title);
}

bool GuideNames::OfSegment::is_composite(std::size_t number) const {
  return use_ != nullptr && number > 0 && number <= use_->elements &&
         table_->elements_of(*use_)[number - 1].parts > 0;
}

}  // namespace scrub837
