#include "src/report/export_rows.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "grammar/worklist_csv.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test::export_rows_test {
namespace {

std::string exported(std::string const& bytes, ExportForm form) {
  std::string text;
  Sink sink([] { return open_private_temporary(); });
  ExportRows rows(form, "night.837", sink, [&](std::string_view part) { text.append(part); });
  Settings settings;
  static_cast<void>(settings.ignore(std::vector<std::string>{"ALL"}));
  Judge const judge(settings);
  static_cast<void>(run_in_memory(bytes, judge, rows, {.writes = false}));
  rows.commit();
  return text;
}

std::vector<nlohmann::json> json_rows(std::string const& bytes,
                                      ExportForm::Rows rows = ExportForm::Rows::line) {
  std::vector<nlohmann::json> found;
  std::istringstream lines(exported(bytes, {rows, ExportForm::Format::jsonl}));
  for (std::string line; std::getline(lines, line);) found.push_back(nlohmann::json::parse(line));
  return found;
}

std::string claim() {
  return "CLM*A-1*250***12:B:7*Y*A*Y*Y**AA:EM::OH~DTP*431*D8*20260901~REF*G1*AUTH77~REF*F8*ICN88~NTE*ADD*"
         "SEEN AT HOME~"
         "HI*ABK:Z9181*ABF:R2681~NM1*82*1*NURSE*ANN*B***XX*1993999998~LX*1~"
         "SV1*HC:99600:TD:GT:::WOUND CARE*150*UN*2***1:2**Y**Y~DTP*472*RD8*20260914-20260915~REF*6R*L1~LX*2~"
         "SV1*HC:G0299*100*UN*1*11**1~DTP*472*D8*20260916~NM1*82*1*OTHER*EVE****XX*1234567893~";
}

TEST_CASE("export: a row per service line, with the boxes of the CMS-1500 form in the names") {
  auto const rows = json_rows(file_with(claim()));
  REQUIRE(rows.size() == 2);
  auto const& one = rows[0];
  CHECK(one.size() == export_columns(ExportForm::Rows::line).size());
  for (auto const& [name, value] :
       std::vector<std::pair<std::string, std::string>>{{"file", "night.837"},
                                                        {"claim_26", "A-1"},
                                                        {"total_charge_28", "250"},
                                                        {"frequency_22", "7"},
                                                        {"original_claim_22", "ICN88"},
                                                        {"authorization_23", "AUTH77"},
                                                        {"auto_accident_10b", "Y"},
                                                        {"employment_10a", "Y"},
                                                        {"auto_state_10b", "OH"},
                                                        {"illness_date_14", "20260901"},
                                                        {"claim_notes_19", "SEEN AT HOME"},
                                                        {"diagnoses_21", "Z9181 R2681"},
                                                        {"date_from_24A", "20260914"},
                                                        {"date_to_24A", "20260915"},
                                                        {"place_24B", "12"},
                                                        {"emergency_24C", "Y"},
                                                        {"procedure_24D", "99600"},
                                                        {"modifier1_24D", "TD"},
                                                        {"modifier2_24D", "GT"},
                                                        {"description_24", "WOUND CARE"},
                                                        {"pointers_24E", "1 2"},
                                                        {"charge_24F", "150"},
                                                        {"unit_24G", "UN"},
                                                        {"units_24G", "2"},
                                                        {"epsdt_24H", "Y"},
                                                        {"rendering_npi_24J", "1993999998"},
                                                        {"rendering_provider_24J", "NURSE, ANN B"},
                                                        {"line_control_number", "L1"},
                                                        {"line", "1"}}) {
    std::string const column(name);
    CAPTURE(column);
    REQUIRE(one.contains(name));
    CHECK(one[name] == value);
  }
  CHECK(one["other_accident_10c"].is_null());
  CHECK(rows[1]["place_24B"] == "11");
  CHECK(rows[1]["rendering_npi_24J"] == "1234567893");
  CHECK(rows[1]["description_24"].is_null());
}

TEST_CASE("export: who is in the levels above") {
  auto const row = json_rows(file_with(claim()), ExportForm::Rows::claim);
  REQUIRE(row.size() == 1);
  CHECK(row[0].size() == export_columns(ExportForm::Rows::claim).size());
  CHECK(row[0]["lines"] == "2");
  for (auto const* const name :
       {"payer", "payer_id", "claim_filing_1", "member_id_1a", "patient_2", "birth_date_3", "relationship_6",
        "tax_id_25", "billing_provider_33", "billing_npi_33a", "billing_zip_33", "patient_2"}) {
    CAPTURE(name);
    CHECK(row[0][name].is_string());
  }
  CHECK(row[0]["relationship_6"] == "18");
}

TEST_CASE("export: CSV has the same columns and values; a formula is a text") {
  auto bytes = replaced(file_with(claim()), "WOUND CARE", "=CMD()");
  auto const text = export_csv_header(ExportForm::Rows::line) +
                    exported(bytes, {ExportForm::Rows::line, ExportForm::Format::csv});
  auto const rows = grammar::parse_csv(text, ',');
  REQUIRE(rows.size() == 3);
  auto const json = json_rows(bytes);
  auto const columns = export_columns(ExportForm::Rows::line);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    CAPTURE(columns[i]);
    CHECK(rows[0].cells[i].text == columns[i]);
    auto const& value = json[0][std::string(columns[i])];
    auto const as_text = value.is_null() ? std::string{} : value.get<std::string>();
    CHECK(rows[1].cells[i].text == (columns[i] == "description_24" ? "'" + as_text : as_text));
  }
}

TEST_CASE("export: a claim without a line has a row; what is read again is there once") {
  auto const rows = json_rows(file_with("CLM*A1*100***12:B:1*Y*A*Y*Y~"));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0]["claim_26"] == "A1");
  CHECK(rows[0]["line_index"].is_null());
  CHECK(json_rows(file_with("ST*837*0001*005010X222A1~" + claim() + "SE*9*0009~")).size() == 2);
}

}  // namespace
}  // namespace scrub837::test::export_rows_test
