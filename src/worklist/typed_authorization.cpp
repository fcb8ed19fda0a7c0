#include "src/worklist/typed_authorization.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "src/claim/guide_order.hpp"
#include "src/claim/narrative.hpp"
#include "src/text/ascii.hpp"
#include "src/worklist/filled_row.hpp"
#include "src/worklist/other_cells.hpp"
#include "src/worklist/plain_letters.hpp"
#include "src/worklist/typed_dates.hpp"
#include "src/worklist/typed_value.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t longest_number = 50;

// A REF*G1 of one loop.
struct Authorization {
  std::uint32_t segment = 0;
  std::string_view number;
};
template <typename References>
std::optional<Authorization> authorization_in(ClaimView const& claim, References const& references) {
  for (auto const index : references) {
    auto const reference = claim.segment(index);
    if (reference[1] == "G1") return Authorization{index, trimmed(reference[2])};
  }
  return std::nullopt;
}

}  // namespace

std::string fault_of_authorization(std::string_view number) {
  if (auto fault = fault_of_value(number, Typed::authorization_number); !fault.empty()) return fault;
  constexpr std::size_t least = 3;
  if (std::none_of(number.begin(), number.end(), is_digit) || number.size() < least)
    return "authorization_number is not a number that a payer gives; type the one on the approval.";
  if (is_written_date(number)) return "authorization_number has a date; type the number on the approval.";
  if (number.size() > longest_number)
    return fmt::format("authorization_number has {} characters; the guide allows {}.", number.size(),
                       longest_number);
  return {};
}

std::string fault_of_authorization_in(FilledRow const& row, std::string_view number) {
  auto is = other_cell_with(row, number);
  if (number == row.attachment_control_number || is_word_of(row.others["current_attachments"], number))
    is = "control number of a document";
  if (is.empty()) return {};
  return fmt::format("authorization_number has the {}; type the number on the approval.", is);
}

void authorize(TypedEdits& result, std::string_view typed, ClaimView const& claim, std::int32_t line) {
  auto const number = plain_letters(typed);
  if (auto const found = delimiter_in(number, claim.delimiters()); !found.empty()) {
    result.refused =
        fmt::format("authorization_number contains {}, a delimiter in this file; remove it.", found);
    return;
  }
  auto const of_claim = authorization_in(claim, claim.direct(0, Kind::REF));
  bool const at_line = line >= 0 && of_claim && !of_claim->number.empty() && of_claim->number != number;
  auto const known =
      at_line ? authorization_in(claim, claim.line(static_cast<std::size_t>(line)).direct(Kind::REF))
              : of_claim;
  auto const* const where = at_line ? "2400 REF*G1" : "2300 REF*G1";
  if (known && known->number == number) return;
  if (known) {
    result.edits.push_back({Edit::What::set, {known->segment, 2, 0}, number});
    return result.say(fmt::format("authorization number into {}{}", where,
                                  known->number.empty() ? "" : ", replacing what was there"));
  }
  auto const& loop = at_line ? claim.line(static_cast<std::size_t>(line)).loop() : claim.loops()[0];
  result.edits.push_back({Edit::What::insert_after,
                          {first_behind(claim, loop, Kind::REF) - 1, 0, 0},
                          fmt::format("REF{0}G1{0}{1}", claim.delimiters().element, number)});
  result.say(fmt::format("authorization number into {}", where));
}

}  // namespace scrub837
