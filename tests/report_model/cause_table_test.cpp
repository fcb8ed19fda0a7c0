#include "src/report_model/cause_table.hpp"

#include <doctest/doctest.h>

#include "scrub837/rule.hpp"
#include "src/report_model/run_causes.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::cause_table_test {
namespace {

RootCause npi_of(std::string subject) {
  return {.reach = RootCause::Reach::one_value,
          .rule = registry().front(),
          .element = "NM109",
          .subject = std::move(subject),
          .value = "1"};
}

TEST_CASE("cause table: of very many values the last are one cause, by rule and element") {
  CauseTable table;
  constexpr int many = 60'000;
  for (int i = 0; i < many; ++i) {
    auto const name = std::to_string(i);
    static_cast<void>(table.number_of("NM109 " + name, npi_of(name)));
  }
  CHECK(table.size() == 50'001);
  CHECK(table.number_of("NM109 3", npi_of("3")) == 3);
  auto const& rest = table[50'000];
  CHECK(rest.reach == RootCause::Reach::each);
  CHECK(rest.subject.empty());
  CHECK(rest.value.empty());
  CHECK(rest.element == "NM109");
  CHECK(table.number_of("NM109 new", npi_of("new")) == 50'000);
}

TEST_CASE(
    "run causes: findings and claims of inputs add up, and what is wrong in one claim each is one cause") {
  RunCauses run;
  for (int input = 0; input < 2; ++input) {
    CountedCauses one;
    auto const shared = one.table.number_of("shared", npi_of("A"));
    auto const own = one.table.number_of("own " + std::to_string(input), npi_of(std::to_string(input)));
    one.counts.add(shared, {.claim_index = 1, .causes = 2, .cents = 100, .date = "20260102"});
    one.counts.add(own, {.claim_index = 1, .causes = 2, .cents = 100, .date = "20260101"});
    one.counts.add_findings(shared, 3);
    one.counts.add_findings(own, 1);
    static_cast<void>(run.add(std::move(one)));
  }
  auto const causes = run.arranged(10).causes;
  REQUIRE(causes.size() == 2);
  for (auto const& cause : causes) {
    CHECK(cause.held == Tally{2, 200});
    CHECK(cause.freed == Tally{});
    CHECK(cause.findings == (cause.reach == RootCause::Reach::each ? 2 : 6));
    CHECK(cause.oldest == (cause.reach == RootCause::Reach::each ? "20260101" : "20260102"));
  }
  CHECK(run.arranged(1).left_out == 1);
}

}  // namespace
}  // namespace scrub837::test::cause_table_test
