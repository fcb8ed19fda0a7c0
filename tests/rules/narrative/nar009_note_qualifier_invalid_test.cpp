#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::nar009_note_qualifier_invalid_test {
namespace {

std::string claim_note(std::string const& type) {
  return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~NTE*" + type +
         "*NURSE SAW PATIENT AT HOME~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";
}

TEST_CASE("NAR009 note-qualifier-invalid") {
  RuleCases cases;
  for (auto const* const type : {"ADD", "CER", "DCP", "DGN", "TPO"}) cases.valid.push_back(claim_note(type));
  for (auto const* const type : {"ADD", "DCP", "TPO"}) {
    cases.valid.push_back(std::string("NTE*") + type + "*DRESSING CHANGED~");
  }
  for (auto const* const type : {"", "GEN", "ALL", "ADDD"}) {
    cases.invalid.push_back({.segments = claim_note(type), .at = "NTE01"});
    cases.invalid.push_back({.segments = std::string("NTE*") + type + "*DRESSING CHANGED~", .at = "NTE01"});
  }
  // These stand at the claim only.
  cases.invalid.push_back({.segments = "NTE*CER*DRESSING CHANGED~", .at = "NTE01"});
  cases.invalid.push_back({.segments = "NTE*DGN*DRESSING CHANGED~", .at = "NTE01"});
  cases.invalid.push_back(
      {.segments = "NTE*GEN*DRESSING CHANGED~NTE*XXX*WOUND MEASURED~", .at = "NTE01", .times = 2});
  rule_test("NAR009", cases);
}

TEST_CASE("NAR009: text of an unknown type is no narrative, and both faults are told") {
  auto const scrubbed =
      scrub_text(file_with("SV1*HC:99600*125*UN*1***1~NTE*GEN*COMPLEX WOUND CARE LEFT HEEL~"));
  CHECK(count_of(scrubbed, "NAR009") == 1);
  CHECK(count_of(scrubbed, "NAR001") == 1);
  CHECK(scrubbed.claims(Disposition::held) == 1);
}

}  // namespace
}  // namespace scrub837::test::nar009_note_qualifier_invalid_test
