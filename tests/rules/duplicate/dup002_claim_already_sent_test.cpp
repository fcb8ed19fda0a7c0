#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/sent_before.hpp"

namespace scrub837::test::dup002_claim_already_sent_test {
namespace {

std::string claim(std::string const& id, std::string const& place = "12:B:1",
                  std::string const& charge = "125", std::string const& code = "99213") {
  return "CLM*" + id + "*" + charge + "***" + place + "*Y*A*Y*Y~" +
         (place.back() == '1' ? "" : "REF*F8*2026257000123~") + "HI*ABK:Z9181~LX*1~SV1*HC:" + code + "*" +
         charge + "*UN*1***1~DTP*472*D8*20260914~";
}

Scrubbed scrubbed(std::string const& segments, Settings const& settings = {}) {
  SentBefore sent;
  return scrub_text(file_with(segments), sent, settings);
}

TEST_CASE("DUP002: byte for byte what was sent is an error") {
  auto const run = scrubbed(claim("A") + claim("A"));
  REQUIRE(count_of(run, "DUP002") == 1);
  auto const found = found_of(run, "DUP002");
  CHECK(found.severity == "error");
  CHECK(found.claim_index == 2);
  CHECK(found.element == "CLM01");
  CHECK(found.disposition == "held");
  CHECK(found.message ==
        "This claim, byte for byte, was already sent on 2026-11-27 as interchange 000000123.");
  CHECK(run.claims(Disposition::held) == 1);
}

TEST_CASE("DUP002: alike in patient, provider, dates, codes and charges is a warning") {
  auto const run = scrubbed(claim("A") + claim("B"));
  REQUIRE(count_of(run, "DUP002") == 1);
  CHECK(found_of(run, "DUP002").severity == "warning");
  CHECK(run.claims(Disposition::held) == 0);
}

TEST_CASE("DUP002: other charges, codes, and what replaces or voids a claim") {
  for (auto const& second : {claim("A", "12:B:7"), claim("A", "12:B:8"), claim("A", "12:B:1", "126"),
                             claim("A", "12:B:1", "125", "99214")}) {
    CAPTURE(second);
    CHECK(count_of(scrubbed(claim("A") + second), "DUP002") == 0);
  }
}

TEST_CASE("DUP002: without a ledger nothing is known") {
  CHECK(count_of(scrub_text(file_with(claim("A") + claim("A"))), "DUP002") == 0);
}

TEST_CASE("DUP002: a severity that is set counts for both") {
  Settings settings;
  REQUIRE(settings.set_severity("DUP002", Severity::warning));
  CHECK(found_of(scrubbed(claim("A") + claim("A"), settings), "DUP002").severity == "warning");
  REQUIRE(settings.set_severity("DUP002", Severity::error));
  CHECK(found_of(scrubbed(claim("A") + claim("B"), settings), "DUP002").severity == "error");
}

TEST_CASE("DUP002: a held file that is run again sends nothing, whatever lets claims out") {
  Settings settings;
  settings.hold = Hold::never;
  SentBefore sent(true);
  auto const run = scrub_text(file_with(claim("A") + claim("A")), sent, settings);
  CHECK(run.claims(Disposition::held) == 1);
  CHECK(found_of(run, "DUP002").message.ends_with("This held file was run before: nothing is sent twice."));
}

TEST_CASE("DUP002: the row of a claim that was sent says how it can go out again") {
  auto const run = scrubbed(claim("A") + claim("A"));
  REQUIRE(run.rows.size() == 1);
  CHECK(run.rows[0].rule == "DUP002");
  CHECK(run.rows[0].needed.find("already went out") != std::string::npos);
  CHECK(run.rows[0].needed.find("release_reason") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::dup002_claim_already_sent_test
