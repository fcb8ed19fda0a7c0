#include "src/claim/attachment_edits.hpp"

#include <fmt/format.h>

#include "src/claim/guide_order.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837 {

bool is_incomplete(SegmentView const& pwk) {
  auto const length = text_length(trimmed(pwk[6]));
  if (pwk[2] == "AA") return length > 0 || !trimmed(pwk[5]).empty();
  return length < 2 || length > 50;
}

bool says(SegmentView const& pwk, Announcement const& document) {
  auto const fits = [](std::string_view wanted, std::string_view stands) {
    return wanted.empty() || wanted == stands;
  };
  return fits(document.type, pwk[1]) && fits(document.transmission, pwk[2]) &&
         trimmed(pwk[6]) == document.number && !is_incomplete(pwk);
}

std::vector<Edit> completing(SegmentView const& pwk, std::uint32_t index, Announcement const& document) {
  auto const type = document.type.empty() ? pwk[1] : document.type;
  if (document.transmission == "AA") {
    // Nothing may be after PWK02 then, not even separators.
    return {{Edit::What::remove, {index, 0, 0}, {}},
            {Edit::What::insert_after,
             {index, 0, 0},
             fmt::format("PWK{0}{1}{0}AA", pwk.delimiters().element, type)}};
  }
  std::vector<Edit> edits;
  auto const set = [&](std::uint8_t element, std::string_view value) {
    if (pwk[element] != value) edits.push_back({Edit::What::set, {index, element, 0}, std::string(value)});
  };
  set(1, type);
  if (!document.transmission.empty()) set(2, document.transmission);
  if (document.number.empty()) return edits;  // what is there stays
  set(5, "AC");
  set(6, document.number);
  return edits;
}

Edit announcing(ClaimView const& claim, std::int32_t line, Announcement const& document) {
  auto const element = claim.delimiters().element;
  auto const& loop = line < 0 ? claim.loops()[0] : claim.line(static_cast<std::size_t>(line)).loop();
  auto segment = fmt::format("PWK{0}{1}{0}{2}", element, document.type, document.transmission);
  if (!document.number.empty()) segment += fmt::format("{0}{0}{0}AC{0}{1}", element, document.number);
  return {Edit::What::insert_after, {first_behind(claim, loop, Kind::PWK) - 1, 0, 0}, std::move(segment)};
}

}  // namespace scrub837
