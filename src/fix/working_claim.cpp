#include "src/fix/working_claim.hpp"

#include <algorithm>
#include <unordered_map>

#include "src/claim/guide_order.hpp"
#include "src/x12/classify.hpp"

namespace scrub837 {

std::string_view part_at(SegmentView segment, Place place) {
  auto text = segment[place.element];
  auto const& delimiters = segment.delimiters();
  if (place.repetition > 0 && delimiters.repetition != '\0')
    text = nth_part(text, delimiters.repetition, place.repetition - 1U);
  if (place.component == 0) return text;
  if (delimiters.component == '\0') return place.component == 1 ? text : std::string_view{};
  return nth_part(text, delimiters.component, place.component - 1U);
}

std::optional<std::string> with_element(std::string_view segment, Delimiters const& delimiters, Place place,
                                        std::string_view value) {
  if (place.component > 0 && delimiters.component == '\0') return std::nullopt;
  if (place.repetition > 0 && delimiters.repetition == '\0') return std::nullopt;
  auto const element = nth_part(segment, delimiters.element, place.element);
  auto const repeated =
      place.repetition == 0 ? element : nth_part(element, delimiters.repetition, place.repetition - 1U);
  auto text = place.component == 0 ? std::string(value)
                                   : with_part(repeated, delimiters.component, place.component - 1U, value);
  if (place.repetition > 0) text = with_part(element, delimiters.repetition, place.repetition - 1U, text);
  return with_part(segment, delimiters.element, place.element, text);
}

std::string without_trailing(std::string_view segment, Delimiters const& delimiters, Place place) {
  auto const trimmed_of = [](std::string_view text, char separator) {
    return text.substr(0, text.find_last_not_of(separator) + 1);
  };
  if (place.element == 0) return std::string(trimmed_of(segment, delimiters.element));
  auto const element = nth_part(segment, delimiters.element, place.element);
  return with_part(segment, delimiters.element, place.element, trimmed_of(element, delimiters.component));
}

WorkingClaim::WorkingClaim(Block const& block, std::span<Segment const> segments, Delimiters delimiters)
    : delimiters_(delimiters) {
  lines_.reserve(segments.size());
  for (std::uint32_t i = 0; i < segments.size(); ++i)
    lines_.push_back({std::string(block.text(segments[i])), i});
  index();
}

WorkingClaim::WorkingClaim(SegmentRun const& stretch) : delimiters_(stretch.delimiters) {
  lines_.reserve(stretch.segments.size());
  for (std::uint32_t i = 0; i < stretch.segments.size(); ++i)
    lines_.push_back({std::string(stretch.segment(i).text()), i});
  index();
}

WorkingClaim::WorkingClaim(std::vector<Line> lines, Delimiters delimiters)
    : lines_(std::move(lines)), delimiters_(delimiters) {
  index();
}

void WorkingClaim::index() {
  block_ = std::make_shared<Block>();
  segments_.clear();
  segments_.reserve(lines_.size());
  std::size_t size = 0;
  for (auto const& line : lines_) size += line.text.size() + 1;
  block_->bytes.reserve(size);
  for (auto const& line : lines_) {
    Segment segment;
    segment.raw_begin = segment.begin = static_cast<std::uint32_t>(block_->bytes.size());
    block_->bytes.append(line.text);
    segment.end = static_cast<std::uint32_t>(block_->bytes.size());
    block_->bytes.push_back(delimiters_.terminator);
    segment.raw_end = static_cast<std::uint32_t>(block_->bytes.size());
    classify(line.text, delimiters_, segment);
    segments_.push_back(segment);
  }
  block_->data_size = block_->bytes.size();
  parse_loops(segments_, loops_);
}

std::optional<WorkingClaim> WorkingClaim::with(std::span<Edit const* const> edits) const {
  auto lines = lines_;
  for (Edit const* const edit : edits) {
    if (edit->what != Edit::What::set) continue;
    auto& text = lines[edit->place.segment].text;
    auto changed = with_element(text, delimiters_, edit->place, edit->value);
    if (!changed) return std::nullopt;
    text = std::move(*changed);
  }
  for (Edit const* const edit : edits) {
    if (edit->what != Edit::What::trim) continue;
    auto& text = lines[edit->place.segment].text;
    text = without_trailing(text, delimiters_, edit->place);
  }
  std::vector<Edit const*> insertions;
  std::vector<bool> removed(lines.size());
  for (Edit const* const edit : edits) {
    if (edit->what == Edit::What::remove) removed[edit->place.segment] = true;
    if (edit->what == Edit::What::insert_after) insertions.push_back(edit);
  }
  auto const kind = [&](Edit const* edit) { return kind_of(nth_part(edit->value, delimiters_.element, 0)); };
  std::stable_sort(insertions.begin(), insertions.end(), [&](Edit const* a, Edit const* b) {
    if (a->place.segment != b->place.segment) return a->place.segment < b->place.segment;
    return precedes(kind(a), kind(b));
  });
  // What is taken out here and put in there has moved: it stays the segment of the input that it was.
  std::unordered_map<std::string_view, std::vector<std::size_t>> taken_out;  // by text, the first one last
  for (auto i = insertions.empty() ? 0 : lines.size(); i-- > 0;) {
    if (removed[i]) taken_out[lines[i].text].push_back(i);
  }
  auto const line_of = [&](Edit const& edit) -> Line {
    auto const found = taken_out.find(edit.value);
    if (found == taken_out.end() || found->second.empty()) {
      return {edit.value, lines[edit.place.segment].origin, true};
    }
    auto const moved = found->second.back();
    found->second.pop_back();
    return lines[moved];
  };
  std::vector<Line> result;
  result.reserve(lines.size() + insertions.size());
  auto next = insertions.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!removed[i]) result.push_back(std::move(lines[i]));
    for (; next != insertions.end() && (*next)->place.segment == i; ++next) result.push_back(line_of(**next));
  }
  lines = {};
  return WorkingClaim(std::move(result), delimiters_);
}

}  // namespace scrub837
