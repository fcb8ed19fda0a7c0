#include "src/report/rule_counts.hpp"

#include <doctest/doctest.h>

#include "scrub837/rule.hpp"

namespace scrub837::test::rule_counts_test {
namespace {

FindingRecord found(std::string_view rule, std::uint64_t claim, Severity severity = Severity::error,
                    bool applied = false) {
  FindingRecord record;
  record.rule = find_rule(rule);
  record.claim_index = claim;
  record.severity = severity;
  record.applied = applied;
  return record;
}

TEST_CASE("rule counts: findings, those scrub mends, and claims, by rule") {
  Sink pending([] { return open_private_temporary(); });
  CountingReport report(pending);
  report.finding(found("ENV001", 0, Severity::error, true));
  report.finding(found("NAR001", 1));
  report.finding(found("NAR002", 1, Severity::error, true));
  report.finding(found("NAR001", 1));
  report.finding(found("NAR001", 7));
  CHECK(report.counts().empty());
  report.commit();
  auto const& nar001 = report.counts().at("NAR001");
  CHECK(nar001.rule == find_rule("NAR001"));
  CHECK(nar001.findings == 3);
  CHECK(nar001.fixable == 0);
  CHECK(nar001.claims == 2);
  CHECK(report.counts().at("NAR002").fixable == 1);
  // A fault above the claims touches none of them.
  CHECK(report.counts().at("ENV001").claims == 0);
  CHECK(report.counts().at("ENV001").fixable == 1);
}

TEST_CASE("rule counts: what is taken back is not counted, and what is committed stays") {
  Sink pending([] { return open_private_temporary(); });
  CountingReport report(pending);
  report.finding(found("NAR001", 1));
  report.commit();
  report.save(EnvelopeLevel::interchange);
  report.finding(found("NAR001", 2));
  report.finding(found("NAR002", 3));
  report.restore(EnvelopeLevel::interchange);
  report.finding(found("NAR001", 2));
  report.commit();
  report.commit();
  CHECK(report.counts().size() == 1);
  CHECK(report.counts().at("NAR001").findings == 2);
  CHECK(report.counts().at("NAR001").claims == 2);
}

TEST_CASE("rule counts: the severity is the worst that was found") {
  Sink pending([] { return open_private_temporary(); });
  CountingReport report(pending);
  for (auto const severity : {Severity::info, Severity::error, Severity::warning})
    report.finding(found("UNL009", 1, severity));
  report.commit();
  CHECK(report.counts().at("UNL009").severity == Severity::error);
}

TEST_CASE("rule counts: more findings than fit into memory's share are all counted") {
  Sink pending([] { return open_private_temporary(); });
  CountingReport report(pending);
  constexpr std::uint64_t many = 100'000;
  for (std::uint64_t i = 1; i <= many; ++i) {
    report.finding(found("NAR001", i));
    if (i % 3 == 0) report.finding(found("NAR007", i, Severity::warning, true));
  }
  report.commit();
  CHECK(report.counts().at("NAR001").claims == many);
  CHECK(report.counts().at("NAR007").fixable == many / 3);
}

TEST_CASE("rule counts: inputs are added up") {
  RuleCount const one{find_rule("NAR001"), Severity::warning, 5, 2, 3};
  RuleCount const other{find_rule("NAR001"), Severity::error, 1, 1, 1};
  RuleCounts sum{{"NAR001", one}};
  add(sum, {{"NAR001", other}, {"ATT003", {find_rule("ATT003"), Severity::error, 4, 4, 4}}});
  CHECK(sum.size() == 2);
  CHECK(sum.at("NAR001").severity == Severity::error);
  CHECK(sum.at("NAR001").findings == 6);
  CHECK(sum.at("NAR001").fixable == 3);
  CHECK(sum.at("NAR001").claims == 4);
  CHECK(sum.at("ATT003").findings == 4);
}

}  // namespace
}  // namespace scrub837::test::rule_counts_test
