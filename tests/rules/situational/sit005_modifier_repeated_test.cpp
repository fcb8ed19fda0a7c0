#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit005_modifier_repeated_test {
namespace {

std::string line(std::string const& procedure) { return "SV1*" + procedure + "*125*UN*1***1~"; }
std::string payer(std::string const& filing) { return "SBR*P*18*******" + filing + "~"; }

}  // namespace

TEST_CASE("SIT005 modifier-repeated") {
  auto const twice = [](std::string const& at, std::string const& procedure, std::string const& fixed) {
    return InvalidCase{.segments = line(procedure), .at = at, .fixed = line(fixed), .unsafe = true};
  };
  auto const of_payer = [](std::string const& filing, std::string const& severity) {
    return InvalidCase{.segments = payer(filing) + line("HC:99213:25:25"),
                       .at = "SV101-4",
                       .severity = severity,
                       .fixed = payer(filing) + line("HC:99213:25"),
                       .unsafe = true};
  };
  rule_test("SIT005", {.valid =
                           {
                               line("HC:99213"),
                               line("HC:99213:25"),
                               line("HC:99213:25:59"),
                               line("HC:99213:25:59:GT:95"),
                               line("HC:99600::::::COMPLEX WOUND CARE LEFT HEEL 45 MIN"),
                               // The same on two lines; text that is no modifier.
                               line("HC:99213:25") + line("HC:99214:25"),
                               line("HC:99600:WOUND:WOUND:::COMPLEX WOUND CARE LEFT HEEL 45 MIN"),
                           },
                       .invalid = {
                           twice("SV101-4", "HC:99213:25:25", "HC:99213:25"),
                           twice("SV101-5", "HC:99213:25:59:25", "HC:99213:25:59"),
                           twice("SV101-6", "HC:99213:25:59:GT:59", "HC:99213:25:59:GT"),
                           twice("SV101-4", "HC:99213:25:25:59", "HC:99213:25:59"),
                           twice("SV101-4", "HC:99213:25:25:25:25", "HC:99213:25"),
                           twice("SV101-5", "HC:99213:25::25", "HC:99213:25"),
                           twice("SV101-4", "HC:99600:TD:TD:::COMPLEX WOUND CARE LEFT HEEL 45 MIN",
                                 "HC:99600:TD::::COMPLEX WOUND CARE LEFT HEEL 45 MIN"),
                           of_payer("MB", "error"),
                           of_payer("MA", "error"),
                           of_payer("16", "warning"),
                           of_payer("MC", "warning"),
                       }});
}

TEST_CASE("SIT005: a severity that is set holds for Medicare too") {
  auto const file = file_with(payer("MB") + line("HC:99213:25:25"));
  for (auto const severity : {Severity::info, Severity::warning, Severity::error}) {
    auto settings = with_advice();
    REQUIRE(settings.set_severity("SIT005", severity));
    CHECK(found_of(scrub_text(file, settings), "SIT005").severity == name_of(severity));
  }
  auto const by_profile = scrub_text(file, under("severity.SIT005 = 'warning'"));
  CHECK(found_of(by_profile, "SIT005").severity == "warning");
}

}  // namespace scrub837::test::sit005_modifier_repeated_test
