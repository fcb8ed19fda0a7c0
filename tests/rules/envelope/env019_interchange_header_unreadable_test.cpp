#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env019_interchange_header_unreadable_test {
namespace {

std::string whole(std::string const& id) {
  return interchange_with(group_with(set_with("0001", claim_with(id))), "000000001");
}

TEST_CASE("ENV019 interchange-header-unreadable") {
  rule_test(
      "ENV019",
      {.valid = {whole("A")},
       .invalid = {{.segments = replaced(whole("A"), "*00*          *00*          *ZZ*DEMOSENDER     *ZZ*",
                                         "*00*DAMAGED "),
                    .at = ""}}});
}

TEST_CASE("ENV019: a claim below a damaged ISA is judged and held, whatever is left of it") {
  auto const good = whole("B");
  auto const bad = whole("A");
  for (std::size_t const lost : {1U, 3U, 4U, 30U, 105U, 106U, 120U, 160U}) {
    CAPTURE(lost);
    auto const file = bad.substr(lost) + good;
    auto const out = scrub_text(file);
    CHECK(out.outcome.totals.in.claims == 2);
    CHECK(out.claims(Disposition::held) == 1);
    CHECK(out.clean == good);
    // Of a group whose GS is damaged, too, the IEA counts none.
    auto const trailer = bad.rfind("IEA");
    CHECK(out.held.substr(0, trailer - lost) == bad.substr(lost, trailer - lost));
    CHECK(count_of(out, "ENV019") == 1);
    CHECK(out.outcome.status == Status::refused);
  }
}

TEST_CASE("ENV019: other delimiters, text before it, behind another interchange") {
  auto const good = whole("B");
  std::string bad = whole("A").substr(60);
  for (auto& byte : bad) {
    if (byte == '*') byte = '|';
    if (byte == '~') byte = '!';
  }
  for (std::string const& file : {good + bad, "FROM: BILLING\n" + bad + good, good + "REPEATED:\n" + bad}) {
    CAPTURE(file);
    auto const out = scrub_text(file);
    CHECK(out.outcome.totals.in.claims == 2);
    CHECK(out.claims(Disposition::held) == 1);
    CHECK(out.clean.find("CLM*B*") != std::string::npos);
    CHECK(out.clean.find("CLM|A|") == std::string::npos);
  }
}

TEST_CASE("ENV019: --hold never lets none of them out") {
  Settings settings;
  settings.hold = Hold::never;
  auto const out = scrub_text(whole("A").substr(30), settings);
  CHECK(out.claims(Disposition::held) == 1);
  CHECK(out.clean.empty());
}

TEST_CASE("ENV019: text that only names segments is text") {
  auto const good = whole("B");
  auto const out = scrub_text("CLM: see below, ST. 837, HL*\n" + good);
  CHECK(count_of(out, "ENV019") == 0);
  CHECK(out.outcome.totals.in.claims == 1);
}

}  // namespace
}  // namespace scrub837::test::env019_interchange_header_unreadable_test
