#include "src/letters/letter_values.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace scrub837::test::letter_values_test {

TEST_CASE("a letter says what was typed; what is missing stays empty") {
  FilledRow row;
  row.line_index = 2;
  ClaimFacts facts;
  auto values = letter_values(row, facts);
  CHECK(values.at("line") == "2");
  auto const known = letter_names();
  for (auto const& entry : values) {
    CAPTURE(entry.first);
    CHECK((entry.first == "line" || entry.second.empty()));
    CHECK(std::find(known.begin(), known.end(), entry.first) != known.end());
  }
  CHECK(values.size() == letter_names().size());

  facts.charge = "130";
  facts.date_from = facts.date_to = "20260211";
  facts.narrative = "IN THE CLAIM";
  facts.attachment_type = "NN";
  facts.attachment_transmission = "FX";
  row.attachment_control_number = "A1";
  row.document_name = " Nursing note ;Plan of care\r\n\r\nPhoto;";
  values = letter_values(row, facts);
  CHECK(values.at("charge") == "$130.00");
  CHECK(values.at("date_from") == "02/11/2026");
  CHECK(values.at("several_days") == "");
  CHECK(values.at("narrative") == "IN THE CLAIM");
  CHECK(values.at("attachment_type") == "NN");
  CHECK(values.at("sent_by") == "by fax");
  CHECK(values.at("attachment_control_number") == "A1");
  CHECK(values.at("documents") == "Nursing note\nPlan of care\nPhoto");

  row.narrative = "TYPED";
  row.attachment_transmission = "bm";
  facts.date_to = "20260212";
  facts.charge = "ABOUT 5";
  facts.date_from = "FEBRUARY";
  values = letter_values(row, facts);
  CHECK(values.at("narrative") == "TYPED");
  CHECK(values.at("sent_by") == "by mail");
  CHECK(values.at("several_days") == "yes");
  CHECK(values.at("charge") == "ABOUT 5");
  CHECK(values.at("date_from") == "FEBRUARY");
}

TEST_CASE("codes are said in words, and what is no code as it is") {
  FilledRow row;
  ClaimFacts facts;
  facts.attachment_type = "NN";
  facts.place = "12";
  facts.unit = "UN";
  facts.units = "1";
  facts.patient.birth_date = "19480102";
  auto values = letter_values(row, facts);
  CHECK(values.at("attachment_type") == "NN");
  CHECK(values.at("attachment_type_name") == "nursing notes");
  CHECK(values.at("place") == "12");
  CHECK(values.at("place_name") == "home");
  CHECK(values.at("units") == "1 unit");
  CHECK(values.at("birth_date") == "01/02/1948");
  row.attachment_type = "zz";
  facts.place = "00";
  facts.unit = "MJ";
  facts.units = "45";
  values = letter_values(row, facts);
  CHECK(values.at("attachment_type_name") == "ZZ");
  CHECK(values.at("place_name") == "00");
  CHECK(values.at("units") == "45 minutes");
  facts.unit = "F2";
  CHECK(letter_values(row, facts).at("units") == "45 F2");
}

TEST_CASE("much text takes a smaller type") {
  FilledRow row;
  row.intervention = std::string(700, 'A');
  CHECK(letter_values(row, {}).at("crowded") == "");
  row.intervention += "A";
  CHECK(letter_values(row, {}).at("crowded") == "yes");
  row.intervention = "A\nB";
  row.document_name = "A;B";
  CHECK(typed_size(row) == 206);
}

}  // namespace scrub837::test::letter_values_test
