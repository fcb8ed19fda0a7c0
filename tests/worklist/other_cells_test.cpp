#include "src/worklist/other_cells.hpp"

#include <doctest/doctest.h>

#include "src/worklist/filled_row.hpp"
#include "src/worklist/typed_edits.hpp"

// Numbers of another column, typed where they don't belong.
namespace scrub837::test::other_cells_test {
namespace {

FilledRow row_of(std::string const& element) {
  FilledRow row;
  row.others = {{"loop", "2010BA"},
                {"element", element},
                {"patient", "DOE, JANE Q"},
                {"birth_date", "19500412"},
                {"member_id", "DEMO0001"},
                {"payer_id", "PAYER01"},
                {"provider_npi", "1234567893"},
                {"date_from", "20260914"},
                {"procedure", "99600"},
                {"charge", "125"},
                {"diagnoses", "Z9181 R2681"},
                {"current_attachments", "NN EL ACN0001"}};
  return row;
}

TEST_CASE("a member ID is no name, date, parenthesis or other number of the row") {
  for (auto const* const typed : {"DOE, JANE", "Jane Doe", "DOE", "04/12/1950", "19500412", "04121950",
                                  "(614)5550134", "#DEMO0001", "PAYER01", "1234567893", "99600", "R2681"}) {
    CAPTURE(typed);
    auto row = row_of("NM109");
    row.value = typed;
    CHECK_FALSE(fault_of(row).empty());
  }
  for (auto const* const typed : {"DEMO0001", "SSM0045001", "W123-45-678", "DOE123", "123456789A"}) {
    CAPTURE(typed);
    auto row = row_of("NM109");
    row.value = typed;
    CHECK(fault_of(row).empty());
  }
}

TEST_CASE("a payer ID is no name, telephone number, date or other number of the row") {
  auto row = row_of("NM109");
  row.others.set("loop", "2010BB");
  row.others.set("payer", "DEMO MUTUAL HEALTH");
  for (auto const* const typed : {"DEMO MUTUAL HEALTH", "Demo Mutual", "DOE, JANE", "614-555-0134",
                                  "04/12/1950", "#60054", "DEMO0001", "1234567893", "09/14/2026"}) {
    CAPTURE(typed);
    row.value = typed;
    CHECK_FALSE(fault_of(row).empty());
  }
  for (auto const* const typed : {"60054", "PAYER01", "SX109", "DEMO1", "00-430"}) {
    CAPTURE(typed);
    row.value = typed;
    CHECK(fault_of(row).empty());
  }
}

TEST_CASE("another element may have the patient's name or birth date") {
  for (auto const& [element, typed] : {std::pair("NM103", "DOE"), std::pair("DMG02", "04/12/1950")}) {
    auto row = row_of(element);
    row.value = typed;
    CHECK(fault_of(row).empty());
  }
}

TEST_CASE("an authorization number is no number of another column") {
  for (auto const* const typed :
       {"DEMO0001", "ACN0001", "ACN0007", "1234567893", "PAYER01", "R2681", "99600", "09/14/2026"}) {
    CAPTURE(typed);
    auto row = row_of("");
    row.authorization_number = typed;
    row.attachment_type = "NN";
    row.attachment_transmission = "EL";
    row.attachment_control_number = "ACN0007";
    CHECK(fault_of(row).starts_with("authorization_number "));
  }
  auto row = row_of("");
  row.authorization_number = "AUTH77";
  CHECK(fault_of(row).empty());
}

}  // namespace
}  // namespace scrub837::test::other_cells_test
