#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::att009_too_many_indicators_test {
namespace {

std::string indicators(int count, std::string const& prefix = "ACN") {
  std::string text;
  for (int i = 1; i <= count; ++i) text += "PWK*NN*EL***AC*" + prefix + std::to_string(i) + "~";
  return text;
}

constexpr auto service = "SV1*HC:99213*125*UN*1***1~";

std::string claim(std::string const& at_claim, std::string const& at_line = {}) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + at_claim + "HI*ABK:Z9181~LX*1~" + service + at_line +
         "DTP*472*D8*20260914~";
}

TEST_CASE("ATT009 too-many-indicators") {
  rule_test(
      "ATT009",
      {.valid =
           {
               indicators(10),
               claim(indicators(10)),
               // Each loop takes ten.
               claim(indicators(10), indicators(10)),
               service + indicators(10) + service + indicators(10, "B"),
               // A certificate of medical equipment has a place of its own.
               indicators(10) + "PWK*CT*AB~",
               "PWK*CT*NS~" + indicators(10),
               "PWK*NN*AA~",
           },
       .invalid = {
           {.segments = indicators(11), .at = "PWK"},
           {.segments = indicators(13), .at = "PWK"},
           {.segments = claim(indicators(11)), .at = "PWK"},
           {.segments = claim(indicators(11), indicators(11)), .at = "PWK", .times = 2},
           {.segments = service + indicators(11) + service + indicators(12, "B"), .at = "PWK", .times = 2},
           {.segments = "PWK*CT*AB~" + indicators(11), .at = "PWK"},
           // Announced as any other document, it counts.
           {.segments = indicators(10) + "PWK*CT*FX***AC*ACN11~", .at = "PWK"},
       }});
}

TEST_CASE("ATT009: the eleventh is named") {
  CHECK(found_of(scrub_text(file_with(indicators(12))), "ATT009").segment == "PWK*NN*EL***AC*ACN11");
  auto const with_certificate = scrub_text(file_with(indicators(5) + "PWK*CT*AB~" + indicators(7, "B")));
  CHECK(found_of(with_certificate, "ATT009").segment == "PWK*NN*EL***AC*B6");
  CHECK(found_of(with_certificate, "ATT009").line_index == 1);
}

TEST_CASE("ATT009: eleven of which two are alike are ten once ATT010 has removed one") {
  auto const file = file_with(service + indicators(10) + "PWK*NN*EL***AC*ACN3~");
  CHECK(scrub_text(file).claims(Disposition::held) == 1);
  auto const scrubbed = scrub_text(file, with_unsafe_fixes());
  CHECK(difference(scrubbed.clean, file_with(service + indicators(10))) == "");
  CHECK(scrubbed.held.empty());
}

}  // namespace
}  // namespace scrub837::test::att009_too_many_indicators_test
