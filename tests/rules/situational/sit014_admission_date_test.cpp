#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit014_admission_date_test {
namespace {

std::string claim(std::string const& place, std::string const& procedure, std::string const& of_line = {},
                  std::string const& dates = {}) {
  return "CLM*DEMO-1*125***" + place + ":B:1*Y*A*Y*Y~" + dates + "HI*ABK:Z9181~LX*1~SV1*" + procedure +
         "*125*UN*1*" + of_line + "**1~DTP*472*D8*20260914~";
}

std::string medicare(std::string const& filing, std::string const& claim) {
  return "SBR*P*18*******" + filing + "~" + claim;
}

}  // namespace

TEST_CASE("SIT014 admission-date") {
  auto const error = [](std::string const& segments) {
    return InvalidCase{.segments = segments, .at = "", .severity = "error"};
  };
  auto const warning = [](std::string const& segments) {
    return InvalidCase{.segments = segments, .at = "", .severity = "warning"};
  };
  rule_test("SIT014",
            {.valid =
                 {
                     claim("11", "HC:99221"),
                     claim("22", "HC:99221"),
                     claim("21", "HC:99221", "11"),
                     claim("21", "HC:99221", "", "DTP*435*D8*20260910~"),
                     claim("11", "HC:99221", "21", "DTP*435*D8*20260910~"),
                     claim("21", "HC:71046:26"),
                     claim("21", "HC:88305:26"),
                     medicare("MB", claim("21", "HC:71046:26")),
                     medicare("MA", claim("21", "HC:80053")),
                     medicare("MB", claim("11", "HC:99213")),
                 },
             .invalid = {
                 error(claim("21", "HC:99221")),
                 error(claim("51", "HC:99239")),
                 error(claim("61", "HC:99251")),
                 error(claim("21", "HC:99255")),
                 error(claim("21", "HC:99291")),
                 error(claim("21", "HC:99292")),
                 error(claim("21", "HC:99460")),
                 error(claim("21", "HC:99480")),
                 error(claim("11", "HC:99232", "21")),
                 error(medicare("MB", claim("21", "HC:27447"))),
                 error(medicare("MA", claim("21", "HC:J1885"))),
                 error(medicare("MB", claim("51", "HC:90834"))),
                 warning(claim("21", "HC:99220")),
                 warning(claim("21", "HC:99240")),
                 warning(claim("21", "HC:99250")),
                 warning(claim("21", "HC:99256")),
                 warning(claim("21", "HC:99290")),
                 warning(claim("21", "HC:99293")),
                 warning(claim("21", "HC:99459")),
                 warning(claim("21", "HC:99481")),
                 warning(claim("21", "HC:27447")),
                 warning(claim("21", "HC:J1885")),
                 warning(claim("21", "HC:7025F")),
                 warning(claim("61", "ER:12345")),
                 warning(medicare("16", claim("21", "HC:27447"))),
                 warning(claim("21", "HC:27447", "", "DTP*096*D8*20260914~")),
                 // The worst of the lines counts.
                 error("CLM*DEMO-1*250***21:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:27447*125*UN*1***1~"
                       "DTP*472*D8*20260914~LX*2~SV1*HC:99231*125*UN*1***1~DTP*472*D8*20260914~"),
             }});
}

TEST_CASE("SIT014: a severity that is set holds for all of its findings") {
  auto settings = with_advice();
  REQUIRE(settings.set_severity("SIT014", Severity::warning));
  CHECK(found_of(scrub_text(file_with(claim("21", "HC:99221")), settings), "SIT014").severity == "warning");
  REQUIRE(settings.set_severity("SIT014", Severity::error));
  CHECK(found_of(scrub_text(file_with(claim("21", "HC:27447")), settings), "SIT014").severity == "error");
}

}  // namespace scrub837::test::sit014_admission_date_test
