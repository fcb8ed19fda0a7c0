#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/text_diff.hpp"

// Fixes above the claims: those of claims, by the same settings.

namespace scrub837::test::settle_run_test {
namespace {

std::string const line = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";

std::string changed(std::string text, std::string const& from, std::string const& to) {
  auto const at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

// A file with one segment above the claims that is wrong, and how a fix leaves it.
struct Wrong {
  std::string rule, right, received;
};

std::vector<Wrong> wrong_segments() {
  return {
      {"USE007", "N3*1 DEMO ST~\nN4*RICHMOND*VA*232190000~\n", "N4*RICHMOND*VA*232190000~\nN3*1 DEMO ST~\n"},
      {"USE009", "XX*1234567893~", "XX*1234567893*ZZ~"},
      {"SYN001", "*DEMO HOME CARE*", "*D\xC3\x89MO HOME CARE*"},
  };
}

TEST_CASE("unsafe fixes go in above the claims, are counted, and leave nothing to fix") {
  auto const good = file_with(line);
  Settings unsafe;
  unsafe.unsafe_fixes = true;
  REQUIRE(scrub_text(good, unsafe).claims(Disposition::clean) == 1);
  for (auto const& wrong : wrong_segments()) {
    CAPTURE(wrong.rule);
    auto const received = changed(good, wrong.right, wrong.received);
    auto const out = scrub_text(received, unsafe);
    auto const found = found_of(out, wrong.rule);
    CHECK(found.applied);
    CHECK(found.fix == Applicability::unsafe);
    CHECK(out.outcome.totals.fixes_above_claims == 1);
    CHECK(out.claims(Disposition::clean) == 1);
    CHECK(out.held.empty());
    CHECK(difference(out.clean, good) == "");
    auto const again = scrub_text(out.clean, unsafe);
    CHECK(difference(again.clean, out.clean) == "");
    CHECK(again.rules() == scrub_text(good, unsafe).rules());

    auto const as_received = scrub_text(received);
    CHECK_FALSE(found_of(as_received, wrong.rule).applied);
    CHECK(as_received.outcome.totals.fixes_above_claims == 0);
    CHECK(as_received.claims(Disposition::held) == (wrong.rule == "SYN001" ? 0 : 1));
  }
}

TEST_CASE("several fixes above the claims go in together; what no fix mends is still held") {
  auto const good = file_with(line);
  Settings unsafe;
  unsafe.unsafe_fixes = true;
  auto received = good;
  for (auto const& wrong : wrong_segments()) {
    if (wrong.rule != "SYN001") received = changed(received, wrong.right, wrong.received);
  }
  auto const out = scrub_text(received, unsafe);
  CHECK(difference(out.clean, good) == "");
  CHECK(out.outcome.totals.fixes_above_claims == 2);

  auto const broken = changed(received, "HL*1", "ZZZ*1~\nHL*1");
  auto const held = scrub_text(broken, unsafe);
  CHECK(held.claims(Disposition::held) == 1);
  CHECK(held.held.find("*ZZ~") != std::string::npos);
}

TEST_CASE("separators at the end of a GS are left out, and ISA keeps its width") {
  auto const good = file_with(line);
  auto const gs = good.substr(good.find("GS*"), good.find('~', good.find("GS*")) - good.find("GS*"));
  auto const out = scrub_text(changed(good, gs, gs + "**"));
  CHECK(difference(out.clean, good) == "");
  auto const found = found_of(out, "SYN002");
  CHECK(found.applied);
  CHECK(found.after == gs);
  CHECK(out.outcome.totals.fixes_above_claims == 1);
  Settings without;
  std::vector<std::string> const words{"SYN002"};
  REQUIRE(without.ignore(words).empty());
  CHECK(scrub_text(changed(good, gs, gs + "**"), without).clean == changed(good, gs, gs + "**"));
}

}  // namespace
}  // namespace scrub837::test::settle_run_test
