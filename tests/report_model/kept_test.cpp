#include "src/report_model/kept.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace scrub837::test::kept_test {
namespace {

ReportClaim claim(std::uint64_t index, std::int64_t cents, std::size_t length = 10) {
  return {.claim = std::string(length, 'C'),
          .claim_index = index,
          .cents = cents,
          .disposition = Disposition::held};
}

std::string shown(Kept<ReportClaim> kept) {
  std::string text;
  for (auto const& one : kept.take()) text += fmt::format("{}:{} ", one.claim_index, one.cents);
  return text + fmt::format("and {}", kept.left_out());
}

TEST_CASE("kept claims: the largest charges, then the earlier claim; held before others") {
  Kept<ReportClaim> kept(10000);
  kept.add(claim(1, 100));
  kept.add(claim(2, 300));
  kept.add(claim(3, 300));
  auto fixed = claim(4, 900);
  fixed.disposition = Disposition::fixed;
  kept.add(fixed);
  CHECK(shown(std::move(kept)) == "2:300 3:300 1:100 4:900 and 0");
}

TEST_CASE("kept claims: what is beyond the limit is beyond it in the next set too, and is counted") {
  Kept<ReportClaim> whole(1000);
  for (std::uint64_t i = 1; i <= 40; ++i) whole.add(claim(i, 500));
  auto next = whole.emptied();
  REQUIRE(next.is_beyond(rank_of(claim(41, 100))));
  CHECK_FALSE(next.is_beyond(rank_of(claim(42, 900))));
  CHECK(next.left_out() == 0);
  next.leave_out();
  next.add(claim(42, 900));
  whole.join(std::move(next));
  auto const kept = shown(std::move(whole));
  CHECK(kept.starts_with("42:900 1:500 "));
  CHECK(kept.ends_with(fmt::format("and {}", 42 - std::ranges::count(kept, ':'))));
}

TEST_CASE("kept claims: which ones are kept does not depend on the order, nor on how they are joined") {
  std::vector<ReportClaim> claims;
  std::mt19937 random(7);
  for (std::uint64_t i = 1; i <= 200; ++i)
    claims.push_back(claim(i, static_cast<std::int64_t>(random() % 50), random() % 900));
  auto const limit = std::size_t{12000};
  std::string first;
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(claims, random);
    Kept<ReportClaim> kept(limit);
    auto part = kept.emptied();
    for (auto const& one : claims) {
      if (random() % 20 == 0) kept.join(std::exchange(part, kept.emptied()));
      (random() % 2 == 0 ? kept : part).add(one);
    }
    kept.join(std::move(part));
    auto const text = shown(std::move(kept));
    if (first.empty()) first = text;
    CHECK(text == first);
  }
  CHECK(first.find("and 0") == std::string::npos);
}

TEST_CASE("kept claims: a size is at least that of the text in the page") {
  CHECK(size_in_page("NM1*IL*1*DOE*JO") == 15);
  CHECK(size_in_page("<a>&") == 4 + 3 * 5);
  CHECK(size_in_page("\"\\") == 4);
  CHECK(size_in_page("\t") == 6);
}

}  // namespace
}  // namespace scrub837::test::kept_test
