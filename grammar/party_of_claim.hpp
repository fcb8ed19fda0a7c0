#pragma once

#include <bit>
#include <cstdint>

#include "grammar/primitives.hpp"

namespace scrub837::grammar {

/// Whether an element of a segment of up to 64 bytes is there and not empty; of longer ones it is taken to
/// be.
[[nodiscard]] inline bool is_filled(Segment const& segment, int element) {
  auto marks = segment.separators;
  auto const size = segment.end - segment.begin;
  constexpr std::uint32_t marked = 64;
  for (; element > 1 && marks != 0; --element) marks &= marks - 1;
  if (marks == 0) return size > marked;
  auto const at = static_cast<std::uint32_t>(std::countr_zero(marks));
  return at + 1 < size && (marks >> at >> 1U & 1U) == 0;
}

/// A provider of the claim: not one of another payer, who has neither name nor id, and a number in a REF.
struct party_of_claim_parser : x3::parser<party_of_claim_parser> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  template <typename It, typename Context, typename RContext, typename Attribute>
  bool parse(It& first, It const& last, Context const&, RContext&, Attribute&) const {
    constexpr auto providers = next_party("DN", "P3", "82", "77", "DQ");
    constexpr int name = 3, id = 9;
    if (first == last || !providers.includes(*first)) return false;
    auto const named = is_filled(*first, name), numbered = is_filled(*first, id);
    bool const has_reference = first + 1 != last && first[1].kind == Kind::REF;
    if (!(named && numbered) && !((named || numbered) && !has_reference)) return false;
    ++first;
    return true;
  }
};

}  // namespace scrub837::grammar
