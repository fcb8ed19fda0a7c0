#include "tests/property/invariants.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/memory_run.hpp"

// Texts never change patients, and nothing that was typed is lost: worklists that people and spreadsheets
// mangled.

namespace scrub837::test::invariants_worklist_test {
namespace {

// What is wrong with a rerun of a file's held claims.
std::string rerun_complaints(std::string const& bytes, std::uint32_t mode, std::uint64_t seed,
                             std::initializer_list<std::string_view> names) {
  auto const& judge = judge_of(mode);
  auto const first = run_with_reports(bytes, judge);
  Checked checked;
  check_rerun(first.held, first.worklist, judge, seed | 1U, checked.failures);
  return complaints(checked, names);
}

TEST_CASE("invariant 4: a typed text stands on the claim and line of its key, or nowhere") {
  holds(250, [] {
    auto const bytes = small_file(true);
    auto const seed = any_seed();
    ensure(rerun_complaints(bytes, static_cast<std::uint32_t>(any_below(6)), seed,
                            {"rerun: text", "rerun: row", "rerun: totals", "rerun: count"}) == std::string{});
  });
}

TEST_CASE("invariant 4: the same for claims of damaged files") {
  holds(150, [] {
    auto const bytes = mutated(small_file(), some_mutations(4));
    auto const seed = any_seed();
    ensure(rerun_complaints(bytes, static_cast<std::uint32_t>(any_below(6)), seed,
                            {"rerun: text", "rerun: row"}) == std::string{});
  });
}

TEST_CASE("invariant 5: what was typed is sent, or asked for again with its text, or named") {
  holds(250, [] {
    auto const bytes = small_file();
    auto const seed = any_seed();
    ensure(rerun_complaints(bytes, static_cast<std::uint32_t>(any_below(6)), seed,
                            {"rerun: typed", "rerun: CLM", "rerun: held", "rerun: reports"}) ==
           std::string{});
  });
}

}  // namespace
}  // namespace scrub837::test::invariants_worklist_test
