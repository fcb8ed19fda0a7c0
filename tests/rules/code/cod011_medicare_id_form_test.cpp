#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::cod011_medicare_id_form_test {
namespace {

std::string subscriber(std::string const& id, std::string const& filing = "MB") {
  return "SBR*P*18*******" + filing + "~NM1*IL*1*DOE*JANE****MI*" + id + "~";
}

// Medicare is another payer.
std::string other(std::string const& id, std::string const& filing = "MB") {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******" + filing +
         "~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*" + id +
         "~NM1*PR*2*OTHER PAYER*****PI*PAYER02~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("COD011 medicare-id-form") {
  rule_test("COD011",
            {.valid = {subscriber("1EG4TE5MK73"), subscriber("1EG4TE5MK73", "MA"), subscriber("2AC3DE4FG56"),
                       subscriber("1E94T05MK73"), subscriber(""), subscriber("123456789A", "CI"),
                       subscriber("1EG4TE5MK7S", "16"), other("1EG4TE5MK73"), other("123456789A", "CI")},
             .invalid = {
                 // Eleven characters with a letter that is never used, or in the wrong place.
                 {.segments = subscriber("1SG4TE5MK73"), .at = "NM109"},
                 {.segments = subscriber("1EG4TE5MKO3"), .at = "NM109"},
                 {.segments = subscriber("1EGBTE5MK73"), .at = "NM109"},
                 {.segments = subscriber("1EG4TE5MK7S"), .at = "NM109"},
                 {.segments = subscriber("11G4TE5MK73", "MA"), .at = "NM109"},
                 {.segments = subscriber("12345678901"), .at = "NM109"},
                 {.segments = subscriber("1EG4-TE5-MK7S"), .at = "NM109"},
                 // The number of before 2020.
                 {.segments = subscriber("123456789A"), .at = "NM109"},
                 {.segments = subscriber("023456789A"), .at = "NM109"},
                 {.segments = subscriber("123-45-6789A"), .at = "NM109"},
                 {.segments = subscriber("123456789B1"), .at = "NM109"},
                 // A plan's own.
                 {.segments = subscriber("0EG4TE5MK73"), .at = "NM109", .severity = "warning"},
                 {.segments = subscriber("H1234567"), .at = "NM109", .severity = "warning"},
                 {.segments = subscriber("1EG4TE5MK7"), .at = "NM109", .severity = "warning"},
                 {.segments = subscriber("1EG4TE5MK734"), .at = "NM109", .severity = "warning"},
                 {.segments = subscriber("123456789"), .at = "NM109", .severity = "warning"},
                 // Of another payer.
                 {.segments = other("123456789A"), .at = "NM109", .severity = "warning"},
                 {.segments = other("1EG4TE5MK7S", "MA"), .at = "NM109", .severity = "warning"},
                 {.segments = other("1EG4-TE5-MK73"),
                  .at = "NM109",
                  .severity = "warning",
                  .fixed = other("1EG4TE5MK73")},
             }});
}

TEST_CASE("COD011: hyphens in the number of the payer that is billed are an error with a safe fix") {
  auto const found = found_of(scrub_text(file_with(subscriber("1EG4-TE5-MK73"))), "COD011");
  CHECK(found.severity == "error");
  CHECK(found.message.find("hyphens") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::cod011_medicare_id_form_test
