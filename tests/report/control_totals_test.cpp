#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::control_totals_test {
namespace {

std::string billed(std::string const& provider) {
  return file_with("NM1*85*2*" + provider + "*****XX*1234567893~SV1*HC:99213*125*UN*1***1~");
}

TEST_CASE("fixes above the claims are counted, and make no claim fixed") {
  auto const out = scrub_text(billed("DEMO HOME CARE "));
  CHECK(out.rules() == "SYN003");
  CHECK(out.clean == billed("DEMO HOME CARE"));
  CHECK(out.outcome.totals.fixes_above_claims == 1);
  CHECK(out.claims(Disposition::clean) == 1);
  CHECK(out.claims(Disposition::fixed) == 0);
  CHECK(scrub_text(billed("DEMO HOME CARE")).outcome.totals.fixes_above_claims == 0);
  // A fix in a claim is none of them.
  auto const inside = scrub_text(file_with("SV1*hc:99213*125*UN*1***1~"));
  CHECK(inside.claims(Disposition::fixed) == 1);
  CHECK(inside.outcome.totals.fixes_above_claims == 0);
  // Nothing is fixed in what is held as received.
  auto text = billed("DEMO HOME CARE ");
  text.replace(text.find("*0001~", text.find("SE*")), 5, "*0009");
  auto const refused = scrub_text(text);
  CHECK(refused.claims(Disposition::held) == 1);
  CHECK(refused.outcome.totals.fixes_above_claims == 0);
}

TEST_CASE("fixes above the claims stand in the summaries and on the screen") {
  TemporaryFolder const folder;
  write_file(folder / "a.837", billed("DEMO HOME CARE "));
  write_file(folder / "b.837", replaced(billed(" DEMO HOME CARE"), "*RICHMOND*VA*232190000~\nREF",
                                        "*RICHMOND *VA*232190000~\nREF"));
  auto const ran = run_binary({"scrub", "a.837", "b.837", "-o", "out"}, folder.path().string());
  CHECK(ran.code == 0);
  auto const summary = [&](std::string const& name) {
    return nlohmann::json::parse(read_file(folder / ("out/" + name)));
  };
  CHECK(summary("a.summary.json")["fixes_above_claims"] == 1);
  CHECK(summary("b.summary.json")["fixes_above_claims"] == 2);
  CHECK(summary("run.summary.json")["fixes_above_claims"] == 3);
  CHECK(summary("run.summary.json")["claims_fixed"] == 0);
  CHECK(ran.out.find("1 fix above the claims") != std::string::npos);
  CHECK(ran.out.find("2 fixes above the claims") != std::string::npos);
  CHECK(ran.out.find("3 fixes above the claims") != std::string::npos);
  CHECK(run_binary({"scrub", "a.837", "-o", "again", "--ignore", "SYN003"}, folder.path().string())
            .out.find("above the claims") == std::string::npos);
}

TEST_CASE("findings of a rule are counted by the severity that they have") {
  auto const totals = scrub_text(file_with("SV1*HC:99600*125*UN*1***1~")).outcome.totals;
  REQUIRE(totals.by_rule.size() > 1);
  Totals::BySeverity sum{};
  for (auto const& [rule, times] : totals.by_rule) {
    auto const counts = totals.by_rule_and_severity.at(rule);
    CHECK(counts[0] + counts[1] + counts[2] == times);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += counts[i];
  }
  CHECK(sum == totals.by_severity);
  auto settings = Settings{};
  REQUIRE(settings.set_severity("NAR001", Severity::warning));
  auto const lower = scrub_text(file_with("SV1*HC:99600*125*UN*1***1~"), settings).outcome.totals;
  CHECK(lower.by_rule_and_severity.at("NAR001") == Totals::BySeverity{0, 1, 0});
}

}  // namespace
}  // namespace scrub837::test::control_totals_test
