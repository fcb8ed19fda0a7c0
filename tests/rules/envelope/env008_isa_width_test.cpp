#include <doctest/doctest.h>

#include "tests/support/header.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::env008_isa_width_test {
namespace {

std::string const padded = isa_segment() + "~";

std::string isa(std::string const& from, std::string const& to) { return replaced(padded, from, to); }

TEST_CASE("ENV008 isa-width") {
  auto const mended = [](std::string const& segments, std::string const& at) {
    return InvalidCase{
        .segments = segments + "IEA*1*000000001~", .at = at, .fixed = padded + "IEA*1*000000001~"};
  };
  auto const cut = [](std::string const& segments, std::string const& at, std::string const& fixed) {
    return InvalidCase{.segments = segments + "IEA*1*000000001~",
                       .at = at,
                       .fixed = fixed + "IEA*1*000000001~",
                       .unsafe = true};
  };
  rule_test(
      "ENV008",
      {.valid =
           {
               padded,
               // Blank ISA02 and ISA04 are right.
               isa("DEMOSENDER     ", "               "),
               isa("*00*          *00*", "*03*AUTHORIZED*00*"),
           },
       .invalid = {
           // The first element that is short or long is named.
           mended("ISA*00**00**ZZ*DEMOSENDER*ZZ*DEMORECEIVER*260914*1200*^*00501*000000001*0*P*:~", "ISA02"),
           mended(isa("DEMOSENDER     ", "DEMOSENDER"), "ISA06"),
           mended(isa("DEMOSENDER     ", "DEMOSENDER         "), "ISA06"),
           mended(isa("DEMORECEIVER   ", "DEMORECEIVER  "), "ISA08"),
           mended(isa("*00501*", "*501*"), "ISA12"),
           mended(isa("*00*          *00*", "*0*          *00*"), "ISA01"),
           mended(isa("*000000001*", "*1*"), "ISA13"),
           mended(isa("*000000001*", "*0000000000001*"), "ISA13"),
           // 136 bytes.
           mended(isa("*00*          *00*          *",
                      "*00*                         *00*                         *"),
                  "ISA02"),
           // What would lose characters is cut only if asked.
           cut(isa("DEMOSENDER     ", "DEMOSENDERNUMBER7"), "ISA06",
               isa("DEMOSENDER     ", "DEMOSENDERNUMBE")),
           cut(isa("*260914*", "*20260914*"), "ISA09", isa("*260914*", "*260914*")),
           // What is no number is filled only if asked.
           cut(isa("*00*          *00*", "*03*AUTHORIZED1*00*"), "ISA02",
               isa("*00*          *00*", "*03*AUTHORIZED*00*")),
       }});
}

TEST_CASE("ENV008: which of two characters is the repetition separator is not guessed") {
  auto const wrong = isa("*^*", "*\xC3\x89*");
  rule_test(
      "ENV008",
      {.valid = {padded},
       .invalid = {{.segments = wrong + "IEA*1*000000001~", .at = "ISA11"},
                   {.segments = isa("*^*", "*^|*") + "IEA*1*000000001~", .at = "ISA11", .unsafe = true}}});
}

TEST_CASE("ENV008: a date, time or number gets its zeros back, letters get none") {
  auto const early = file_with(isa("*260914*1200*", "*60914*915*") + "IEA*1*000000001~");
  CHECK(difference(scrub_text(early).clean,
                   file_with(isa("*260914*1200*", "*060914*0915*") + "IEA*1*000000001~")) == "");
  auto const lettered = file_with(isa("*000000001*", "*A1*") + "IEA*1*A1~");
  auto const scrubbed = scrub_text(lettered);
  CHECK(difference(scrubbed.held, lettered) == "");
  CHECK(scrubbed.outcome.status == Status::refused);
}

TEST_CASE("ENV008: where something would be cut, nothing is padded, and the interchange is held") {
  auto const bad = isa("DEMOSENDER     ", "DEMOSENDERNUMBER7");
  auto const file = file_with(replaced(bad, "DEMORECEIVER   ", "DEMORECEIVER"));
  auto const scrubbed = scrub_text(file);
  CHECK(difference(scrubbed.held, file) == "");
  CHECK(scrubbed.outcome.status == Status::refused);
  CHECK(scrubbed.rows.size() == 1);
}

TEST_CASE("ENV008: held claims keep the ISA as received") {
  auto const short_isa = isa("DEMOSENDER     ", "DEMOSENDER");
  auto const good = claim_with("A", "SV1*HC:99213*125*UN*1***1~");
  auto const held = claim_with("B", "SV1*HC:99600*125*UN*1***1~");
  auto const scrubbed = scrub_text(file_with(short_isa + good + held));
  CHECK(difference(scrubbed.clean, file_with(good)) == "");
  CHECK(difference(scrubbed.held, file_with(short_isa + held)) == "");
}

TEST_CASE("ENV008: an ISA with no 837P below is left alone") {
  auto const inquiry = group_with("ST*270*0001*005010X279A1~BHT*0022*13*1*20260914*1200~SE*3*0001~");
  auto const file = file_with(replaced(interchange_with(inquiry), "DEMOSENDER     ", "DEMOSENDER"));
  auto const scrubbed = scrub_text(file);
  CHECK(scrubbed.rules() == "SCR001");
  CHECK(difference(scrubbed.clean, file) == "");
}

TEST_CASE("ENV008: ignored, the ISA stays") {
  auto const file = file_with(isa("DEMOSENDER     ", "DEMOSENDER"));
  CHECK(difference(scrub_text(file, ignoring({"ENV008"})).clean, file) == "");
}

}  // namespace
}  // namespace scrub837::test::env008_isa_width_test
