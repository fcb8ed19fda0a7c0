#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env012_foreign_bytes_test {
namespace {

std::string const mark = "\xEF\xBB\xBF";

// Nothing but this rule's fix happens, and scrubbed again nothing does.
void check_mended(std::string const& received, std::string const& wanted, FileStyle const& style = {}) {
  CAPTURE(style.name);
  CAPTURE(received);
  auto const scrubbed = scrub_text(received, {}, style.block_size);
  auto const found = found_of(scrubbed, "ENV012");
  CHECK(count_of(scrubbed, "ENV012") == 1);
  CHECK(found.applied);
  CHECK(found.severity == "warning");
  CHECK(found.claim_index == 0);
  CHECK(difference(scrubbed.clean, wanted) == "");
  CHECK(scrubbed.held.empty());
  CHECK(scrubbed.outcome.status == Status::ok);
  auto const again = scrub_text(wanted, {}, style.block_size);
  CHECK(count_of(again, "ENV012") == 0);
  CHECK(difference(again.clean, wanted) == "");
  // Ignored, the bytes stay.
  auto const ignored = scrub_text(received, ignoring({"ENV012"}), style.block_size);
  CHECK(difference(ignored.clean, received) == "");
}

// The text is reported and stays where it is.
void check_kept(std::string const& received, FileStyle const& style = {}) {
  CAPTURE(style.name);
  CAPTURE(received);
  auto const scrubbed = scrub_text(received, {}, style.block_size);
  auto const found = found_of(scrubbed, "ENV012");
  CHECK(count_of(scrubbed, "ENV012") == 1);
  CHECK_FALSE(found.applied);
  CHECK(found.fix == Applicability::none);
  CHECK(found.severity == "warning");
  CHECK(difference(scrubbed.clean, received) == "");
  CHECK(scrubbed.claims(Disposition::clean) == scrubbed.outcome.totals.in.claims);
  CHECK(scrubbed.rows.empty());
}

TEST_CASE("ENV012 foreign-bytes") {
  rule_test(
      "ENV012",
      {.valid =
           {
               "",
               interchange_with(group_with(set_with("0001"))) +
                   interchange_with(group_with(set_with("0001", claim_with("B"))), "000000002"),
               "SV1*HC:99213*125*UN*1***1~REF*6R* A ~",
           },
       .invalid = {
           {.segments = "  GE*1*1~", .at = "GE", .fixed = "GE*1*1~"},
           {.segments = "\tSE*25*0001~", .at = "SE", .fixed = "SE*25*0001~"},
           {.segments = " ST*837*0001*005010X222A1~", .at = "ST", .fixed = "ST*837*0001*005010X222A1~"},
           {.segments = " HL*2*1*22*0~", .at = "HL", .fixed = "HL*2*1*22*0~"},
           {.segments = " NM1*40*2*DEMO PAYER*****46*PAYER01~",
            .at = "NM1",
            .fixed = "NM1*40*2*DEMO PAYER*****46*PAYER01~"},
           {.segments = " SV1*HC:99213*125*UN*1***1~", .at = "SV1", .fixed = "SV1*HC:99213*125*UN*1***1~"},
           // Said once, however many are indented.
           {.segments = "SV1*HC:99213*125*UN*1***1~  NTE*ADD*TWO NURSES~   SE*26*0001~",
            .at = "NTE",
            .fixed = "SV1*HC:99213*125*UN*1***1~NTE*ADD*TWO NURSES~SE*26*0001~"},
           {.segments = mark + "GE*1*1~", .at = "GE", .fixed = "GE*1*1~"},
       }});
}

TEST_CASE("ENV012: marks and blanks before the ISA, between interchanges and after the IEA are taken out") {
  for (auto const& style : styles()) {
    auto const one = file_with(interchange_with(group_with(set_with("0001"))), style);
    auto const two =
        file_with(interchange_with(group_with(set_with("0001", claim_with("B"))), "000000002"), style);
    for (auto const* const padding : {"\xEF\xBB\xBF", "  ", "\t", "\r\n \r\n", "\xEF\xBB\xBF  \r\n"}) {
      check_mended(padding + one, one, style);
    }
    for (auto const* const padding : {"  ", "\t\n", " \r\n ", "\xEF\xBB\xBF"}) {
      check_mended(one + padding + two, one + two, style);
      check_mended(one + padding, one, style);
    }
    // What old systems end a file with.
    check_mended(one + "\x1A", one, style);
    check_mended(one + std::string(3, '\0'), one, style);
  }
}

TEST_CASE("ENV012: line ends behind a terminator are no finding") {
  auto const one = file_with(interchange_with(group_with(set_with("0001"))));
  auto const two = file_with(interchange_with(group_with(set_with("0001", claim_with("B"))), "000000002"));
  for (auto const& file : {one + "\n\n", one + "\r\n\n" + two, replaced(one, "~\nHL*2", "~\n\n\r\nHL*2")}) {
    auto const scrubbed = scrub_text(file);
    CHECK(count_of(scrubbed, "ENV012") == 0);
    CHECK(difference(scrubbed.clean, file) == "");
  }
}

TEST_CASE("ENV012: a blank line before the ISA is taken out") {
  auto const file = file_with("");
  check_mended("\n" + file, file);
  check_mended("\r\n\r\n" + file, file);
}

TEST_CASE("ENV012: text is kept and reported") {
  for (auto const& style : styles()) {
    auto const one = file_with(interchange_with(group_with(set_with("0001"))), style);
    auto const two =
        file_with(interchange_with(group_with(set_with("0001", claim_with("B"))), "000000002"), style);
    check_kept("Claims of September, see below\n" + one, style);
    check_kept("HDR 000123 ISAAC NEWTON\n\n" + one, style);
    check_kept(mark + "A remark " + one, style);
    check_kept(one + "  -- second part --\n" + two, style);
    check_kept(one + "TRAILER 2", style);
    check_kept(one + "\n  end of file ISA\n", style);
  }
}

TEST_CASE("ENV012: every segment indented") {
  std::string indented;
  auto const file = file_with("");
  for (std::size_t at = 0; at < file.size();) {
    auto const length = file.find('\n', at) + 1 - at;
    if (at > 0) indented += "    ";
    indented += file.substr(at, length);
    at += length;
  }
  auto const scrubbed = scrub_text(indented);
  CHECK(count_of(scrubbed, "ENV012") == 1);
  CHECK(difference(scrubbed.clean, file) == "");
  CHECK(scrubbed.claims(Disposition::fixed) == 1);
  CHECK(difference(scrub_text(indented, ignoring({"ENV012"})).clean, indented) == "");
}

TEST_CASE("ENV012: indentation of a held claim stays") {
  auto const indented = replaced(file_with("SV1*HC:99600*125*UN*1***1~"), "LX*1", "  LX*1");
  auto const scrubbed = scrub_text(indented);
  CHECK(difference(scrubbed.held, indented) == "");
  CHECK(scrubbed.clean.empty());
}

TEST_CASE("ENV012: empty segments are taken out") {
  auto const file = file_with("");
  check_mended(replaced(file, "GE*1*1~\n", "GE*1*1~\n~\n"), file);
  check_mended(replaced(file, "LX*1~\n", "LX*1~~\n"), replaced(file, "LX*1~\n", "LX*1~"));
}

TEST_CASE("ENV012: an interchange without an 837P keeps what stands around it") {
  auto const other = file_with(
      interchange_with(group_with("ST*270*0001*005010X279A1~BHT*0022*13*1*20260914*1200~SE*3*0001~")));
  for (auto const& file : {"  " + other, other + "   ", mark + other}) {
    auto const scrubbed = scrub_text(file);
    CHECK(scrubbed.rules() == "SCR001");
    CHECK(difference(scrubbed.clean, file) == "");
  }
}

}  // namespace
}  // namespace scrub837::test::env012_foreign_bytes_test
