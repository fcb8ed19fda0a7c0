#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att010_indicator_repeated_test {
namespace {

constexpr auto service = "SV1*HC:99213*125*UN*1***1~";

std::string claim(std::string const& at_claim, std::string const& at_line = {}) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + at_claim + "HI*ABK:Z9181~LX*1~" + service + at_line +
         "DTP*472*D8*20260914~";
}

TEST_CASE("ATT010 indicator-repeated") {
  std::string const one = "PWK*NN*EL***AC*ACN0001~";
  std::string const two = "PWK*NN*EL***AC*ACN0002~";
  std::string const request = "PWK*NN*AA~";
  rule_test("ATT010",
            {.valid =
                 {
                     one,
                     one + two,
                     // Other type, other way, other spelling.
                     one + "PWK*OZ*EL***AC*ACN0001~",
                     one + "PWK*NN*FX***AC*ACN0001~",
                     one + "PWK*NN*EL***AC*acn0001~",
                     // Two loops.
                     service + one + service + one,
                     claim(one, one),
                     service,
                 },
             .invalid = {
                 {.segments = one + one, .at = "PWK", .fixed = one, .unsafe = true},
                 {.segments = request + request, .at = "PWK", .fixed = request, .unsafe = true},
                 // Three alike end with one, wherever they stand.
                 {.segments = one + one + one, .at = "PWK", .times = 2, .fixed = one, .unsafe = true},
                 {.segments = one + two + one + request + two + one,
                  .at = "PWK",
                  .times = 3,
                  .fixed = one + two + request,
                  .unsafe = true},
                 // Empty elements at the end say nothing (SYN002 trims them).
                 {.segments = "PWK*NN*EL***AC*ACN0001***~" + one, .at = "PWK", .fixed = one, .unsafe = true},
                 {.segments = one + "PWK*NN*EL***AC*ACN0001*~", .at = "PWK", .fixed = one, .unsafe = true},
                 {.segments = claim(one + one), .at = "PWK", .fixed = claim(one), .unsafe = true},
                 {.segments = claim(one + one, request + one + request),
                  .at = "PWK",
                  .times = 2,
                  .fixed = claim(one, request + one),
                  .unsafe = true},
                 {.segments = service + one + one + service + two + two,
                  .at = "PWK",
                  .times = 2,
                  .fixed = service + one + service + two,
                  .unsafe = true},
             }});
}

TEST_CASE("ATT010: ten times the same is once") {
  std::string many;
  for (int i = 0; i < 10; ++i) many += "PWK*NN*AA~";
  auto const scrubbed = scrub_text(file_with(many), with_unsafe_fixes());
  CHECK(difference(scrubbed.clean, file_with("PWK*NN*AA~")) == "");
  CHECK(count_of(scrubbed, "ATT010") == 9);
}

TEST_CASE("ATT010: alike once other rules have mended them") {
  // A blank (NAR007) and a qualifier (ATT003) apart; both go in before.
  auto const scrubbed =
      scrub_text(file_with("PWK*NN*EL***AC*ACN0001~PWK*NN*EL****ACN0001 ~"), with_unsafe_fixes());
  CHECK(difference(scrubbed.clean, file_with("PWK*NN*EL***AC*ACN0001~")) == "");
  CHECK(found_of(scrubbed, "ATT010").applied);
}

TEST_CASE("ATT010: on a claim that an error holds nothing is removed") {
  auto const file = file_with("PWK*NN*EL~PWK*NN*EL~");
  auto const scrubbed = scrub_text(file, with_unsafe_fixes());
  CHECK(difference(scrubbed.held, file) == "");
  CHECK_FALSE(found_of(scrubbed, "ATT010").applied);
}

}  // namespace
}  // namespace scrub837::test::att010_indicator_repeated_test
