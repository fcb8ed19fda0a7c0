#include "src/attachments/claim_indicators.hpp"

#include <algorithm>
#include <iterator>

#include "src/claim/attachment_edits.hpp"

namespace scrub837 {
namespace {

std::string_view without_zeros(std::string_view number) {
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return number;
}

// The control number that an edit brings into the claim; empty: none.
std::string_view number_of(Edit const& edit, char separator) {
  if (edit.what == Edit::What::insert_after) {
    return edit.value.starts_with("PWK") ? nth_part(edit.value, separator, 6) : std::string_view{};
  }
  return edit.what == Edit::What::set && edit.place.element == 6 ? std::string_view(edit.value)
                                                                 : std::string_view{};
}

}  // namespace

ClaimIndicators::ClaimIndicators(ClaimView const& claim, std::vector<Edit> const& others) : claim_(&claim) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const first = claim.line(i).first();
    if (kind_of(first.id()) != Kind::LX) continue;
    lines_.try_emplace(without_zeros(first[1]), static_cast<std::int32_t>(i));
  }
  // Segments that something is done to already.
  std::set<std::uint32_t> taken;
  for (auto const& edit : others) {
    if (edit.what != Edit::What::insert_after) taken.insert(edit.place.segment);
    if (auto const number = number_of(edit, claim.delimiters().element); !number.empty()) {
      brought_.insert(number);
    }
  }
  for (auto const mark : claim.indicators()) {
    auto const pwk = claim.segment(mark.segment);
    stand_[{mark.line, pwk[6]}].push_back(mark.segment);
    if (is_incomplete(pwk) && !taken.contains(mark.segment)) {
      waiting_[{mark.line, pwk[1]}].push_back(mark.segment);
    }
  }
}

std::optional<std::int32_t> ClaimIndicators::line(std::string_view number) const {
  auto const found = lines_.find(without_zeros(number));
  return found == lines_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view ClaimIndicators::announce(ListedDocument const& listed, std::int32_t line,
                                           std::vector<Edit>& edits) {
  Announcement const document{listed.type, listed.transmission, listed.control_number};
  if (!document.number.empty() && brought_.contains(document.number)) return "Same as its worklist row.";
  if (auto const found = stand_.find({line, document.number});
      found != stand_.end() &&
      std::any_of(found->second.begin(), found->second.end(),
                  [&](std::uint32_t segment) { return says(claim_->segment(segment), document); })) {
    return "The claim already has this PWK segment.";
  }
  // An indicator of this type that waits for its number gets it.
  if (auto const found = waiting_.find({line, document.type});
      found != waiting_.end() && !found->second.empty()) {
    auto const segment = found->second.front();
    found->second.pop_front();
    auto completed = completing(claim_->segment(segment), segment, document);
    std::move(completed.begin(), completed.end(), std::back_inserter(edits));
    return "The control number was added to its PWK segment.";
  }
  edits.push_back(announcing(*claim_, line, document));
  return line < 0 ? "New PWK in 2300." : "New PWK in 2400.";
}

}  // namespace scrub837
