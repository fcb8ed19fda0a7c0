#include "src/worklist/attachment_words.hpp"

#include <doctest/doctest.h>

#include <string>

#include "src/guide/report_types.hpp"
#include "src/worklist/read_worklist.hpp"
#include "src/worklist/typed_edits.hpp"

namespace scrub837::test::attachment_words_test {
namespace {

std::string fault_of_words(std::string const& type, std::string const& way) {
  FilledRow row;
  row.attachment_type = report_type_of(type);
  row.attachment_transmission = transmission_of(way);
  return fault_of(row);
}

TEST_CASE("attachment words: those with one meaning are its code") {
  for (std::string const type :
       {"plan of care", "POC", "SN notes", "progress note", "op note", "MD orders", "lab report", "CMN",
        "EOB", "invoice", "records", "wound photos", "Doctor's orders"}) {
    CAPTURE(type);
    CHECK(is_report_type(report_type_of(type)));
  }
  for (std::string const way : {"USPS", "certified mail", "FedEx", "e-fax", "secure email", "275", "uploaded",
                                "available upon request"}) {
    CAPTURE(way);
    CHECK(fault_of_words("NN", way) == "");
  }
}

TEST_CASE("attachment words: those with several meanings are refused, and the codes are named") {
  CHECK(
      fault_of_words("485", "EL") ==
      "attachment_type can mean several codes (PWK01); type one: 08 (treatment plan) or CT (certification).");
  CHECK(fault_of_words("Notes", "EL") ==
        "attachment_type can mean several codes (PWK01); type one: NN (nursing notes), PN (physical therapy "
        "notes) or 09 (progress report).");
  CHECK(
      fault_of_words("NN", "payer portal") ==
      "attachment_transmission can mean several codes (PWK02); type one: EL (electronically) or FT (by file "
      "transfer).");
  CHECK(fault_of_words("a pie", "EL").starts_with("attachment_type is not a code of the guide"));
  CHECK(types_meant("nursing notes").empty());
}

}  // namespace
}  // namespace scrub837::test::attachment_words_test
