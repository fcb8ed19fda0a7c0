#include "tests/fuzz/census.hpp"
#include "tests/property/invariants.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/memory_run.hpp"

// No claim leaves unjudged: the claims of the clean file, counted independently, are those that the totals
// call clean, fixed and released; wherever CLM stands in something that could be an 837P, it is counted or
// held.

namespace scrub837::test::invariants_judged_test {
namespace {

TEST_CASE("invariant 1: whatever is damaged, every claim that goes out was judged and counted") {
  holds(500, [] {
    auto const bytes = mutated(small_file(), some_mutations(6));
    auto const mode = static_cast<std::uint32_t>(any_below(mode_count()));
    auto const checked = check_input(bytes, {mode, 0, 0});
    ensure_equal(complaints(checked, {"throws", "totals", "unreadable,", "count of",
                                      "claim in the clean file", "CLM lost"}),
                 "");
  });
}

// The first interchange lost what a reader needs, and a good one follows (or stands before).
TEST_CASE("invariant 1: an interchange whose ISA can't be read lets no claim go out as text") {
  holds(250, [] {
    auto first = small_file(true);
    auto const second = small_file(true);
    auto const claims = census_of(first).sure + census_of(second).sure;
    auto const at = any_below(106);
    auto const length = static_cast<std::size_t>(any_in({1, 40}));
    switch (any_in({0, 4})) {
      case 0:
        first.erase(0, at);
        break;
      case 1:
        first.erase(at, length);
        break;
      case 2:
        first.insert(at, std::string(length, 'X'));
        break;
      default:
        for (std::size_t i = 0; i < 3; ++i) first[i] = static_cast<char>(first[i] - 'A' + 'a');
    }
    bool const before = any_flag();
    auto const bytes = before ? first + second : second + first;
    auto const run = run_with_reports(bytes, judge_of(0));
    ensure(run.outcome.totals.balanced());
    if (run.outcome.status == Status::unreadable) {
      ensure(run.clean.empty());
      return;
    }
    auto const clean = census_of(run.clean);
    // Institutional sets under the guide of the 837P leave a doubt.
    ensure(run.sent() >= clean.sure);
    ensure(run.sent() + clean.other <= clean.named);
    if (bytes.find("SV2") == std::string::npos) ensure_equal(run.sent() + clean.other, clean.named);
    ensure_equal(clean.in_text, 0U);
    ensure(run.outcome.totals.in.claims <= census_of(bytes).named);
    ensure(census_of(run.held).named + clean.named >= claims);
  });
}

}  // namespace
}  // namespace scrub837::test::invariants_judged_test
