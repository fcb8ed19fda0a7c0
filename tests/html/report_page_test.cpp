#include "src/html/report_page.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "src/fix/judge.hpp"
#include "src/html/embedded.hpp"
#include "src/html/page_text.hpp"
#include "src/report/finding_formats.hpp"
#include "tests/report_model/model_of.hpp"
#include "tests/scrub/short_files.hpp"

namespace scrub837::test::report_page_test {
namespace {

std::string between(std::string_view page, std::string_view begin, std::string_view end) {
  auto const first = page.find(begin);
  REQUIRE(first != std::string_view::npos);
  auto const rest = page.substr(first + begin.size());
  REQUIRE(rest.find(end) != std::string_view::npos);
  return std::string(rest.substr(0, rest.find(end)));
}

nlohmann::json data_of(std::string_view page) {
  return nlohmann::json::parse(between(page, "id=\"data\">", "</script>"));
}

// The worklist as the page's script exports it.
std::string exported(nlohmann::json const& data) {
  std::string csv;
  auto const add = [&](nlohmann::json const& row) {
    for (std::size_t i = 0; i < data["columns"].size(); ++i) {
      auto const cell = i < row.size() ? row[i].get<std::size_t>() : 0;
      csv += (i == 0 ? "" : ",") + data["cells"][cell].get<std::string>();
    }
    csv += "\r\n";
  };
  for (std::size_t i = 0; i < data["columns"].size(); ++i)
    csv += (i == 0 ? "" : ",") + data["columns"][i].get<std::string>();
  csv += "\r\n";
  for (auto const* const list : {"above", "claims"}) {
    for (auto const& one : data[list]) {
      if (one.contains("rows")) std::ranges::for_each(one["rows"], add);
    }
  }
  return csv;
}

std::string file_of_claims(std::string const& claims, int segments, std::string const& name = "AGENCY") {
  return file_of(st() + "HL*1**20*1~NM1*85*2*" + name + "*****XX*1234567893~" +
                 "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*" + name + "*JO****MI*M1~NM1*PR*2*" + name +
                 "*****PI*P1~" + claims + se(segments));
}

TEST_CASE("report page: the policy allows the page's own script and style, and nothing else") {
  auto const page = report_page(model_of({file_of_claims(bad("H1"), 12)}, only_narratives()));
  auto const policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  CHECK(
      policy ==
      fmt::format("default-src 'none'; script-src '{}'; style-src '{}'; base-uri 'none'; form-action 'none'",
                  policy_hash(page_script), policy_hash(page_style)));
  CHECK(page.find("<script>" + std::string(page_script) + "</script>") != std::string::npos);
  CHECK(page.find("<style>" + std::string(page_style) + "</style>") != std::string::npos);
  for (std::string_view const outside :
       {"http:", "https:", "src=", "@import", "url(", " style=", " onclick"}) {
    CAPTURE(outside);
    CHECK(page.find(outside) == std::string::npos);
  }
  CHECK(page.find("{{") == std::string::npos);
}

TEST_CASE("report page: hostile names and notes are texts") {
  std::vector<std::string> const hostile{"</script><script>alert(1)</script>",
                                         "<img src=x onerror=alert(1)>",
                                         "<!--",
                                         "javascript:alert(1)",
                                         "=HYPERLINK(\"http://x\")",
                                         "\u202EGPJ.EXE",
                                         "a\u2028b",
                                         "'\"><svg/onload=alert(1)>",
                                         "{{{data}}}"};
  for (auto const& text : hostile) {
    CAPTURE(text);
    auto name = text;
    std::erase(name, '*');
    std::erase(name, ':');
    // The note describes its own line; the other line has no description.
    auto const lines = "LX*1~SV1*HC:99600*100*UN*1***1~NTE*ADD*" + name + "~LX*2~SV1*HC:99600*100*UN*1***1~";
    auto const page = report_page(model_of(
        {file_of_claims("CLM*" + name + "*200***12:B:1*Y*A*Y*Y~" + lines, 15, name)}, only_narratives()));
    std::size_t scripts = 0;
    for (auto at = page.find("<script"); at != std::string::npos; at = page.find("<script", at + 1))
      ++scripts;
    CHECK(scripts == 2);
    for (std::string_view const markup : {"<img", "<!--", "<svg/", "\u2028"}) {
      CAPTURE(markup);
      CHECK(page.find(markup) == std::string::npos);
    }
    auto const data = data_of(page);
    REQUIRE(data["claims"].size() == 1);
    CHECK(data["claims"][0]["claim"] == name);
    CHECK(data["claims"][0]["segments"][3][2] == "NTE*ADD*" + name);
    CHECK(data["payers"][0]["name"] == name);
  }
}

TEST_CASE("report page: the rows are those of worklist.csv, byte for byte") {
  auto const name = std::string("=SUM(A1), \"X\"");
  auto const bytes = file_of_claims(bad("H1") + bad("0012") + good("G1"), 18, name);
  auto const page = report_page(model_of({bytes}, only_narratives()));
  auto const settings = only_narratives();
  CHECK(exported(data_of(page)) == run_with_reports(bytes, Judge(settings), {.file = "1.837"}).worklist);
}

TEST_CASE("report page: totals are those of the run, and the limit is said") {
  std::string claims;
  for (int i = 0; i < 60; ++i) claims += bad("C" + std::to_string(i));
  auto const bytes = file_of_claims(claims, 9 + 180);
  auto const page = report_page(model_of({bytes, bytes}, only_narratives(), {.held = 9000}));
  CHECK(page.find("<h1>120 of 120 claims held, $12,000.00</h1>") != std::string::npos);
  CHECK(page.find("120 received = 0 clean + 0 fixed + 120 held + 0 released") != std::string::npos);
  auto const shown = data_of(page)["claims"].size();
  REQUIRE(shown > 0);
  REQUIRE(shown < 60);
  CHECK(page.find(fmt::format("This page shows {} of 120 claims in detail", shown)) != std::string::npos);
  CHECK(data_of(page)["left_out"] == 120 - shown);
}

TEST_CASE("report page: the faulty element is named by its place, the fix by before and after") {
  auto const bytes = file_of_claims(
      "CLM*F1*100***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99600:::::WOUND  CARE LEFT HEEL*100*UN*1***1~" + bad("H1"),
      15);
  auto const data = data_of(report_page(model_of({bytes}, only_narratives())));
  REQUIRE(data["claims"].size() == 2);
  auto const& held = data["claims"][0];
  CHECK(held["findings"][0]["at"] == nlohmann::json::array({2, 1, 7, 0}));
  CHECK(held["segments"][2] == nlohmann::json::array({2, "2400", "SV1*HC:99600*100*UN*1***1"}));
  auto const& fixed = data["claims"][1];
  CHECK(fixed["status"] == "fixed");
  CHECK(fixed["findings"][0]["applied"] == true);
  CHECK(fixed["findings"][0]["after"] == "SV1*HC:99600:::::WOUND CARE LEFT HEEL*100*UN*1***1");
}

TEST_CASE("report page: a held claim names the errors above it by their place in the list") {
  Settings settings;
  REQUIRE(settings.select(std::vector<std::string>{"NAR001", "ENV", "COD007"}).empty());
  auto const level = [](std::string const& numbers) {
    return subscriber(numbers) +
           "NM1*IL*1*DOE*JO****MI*M1~N4*SAMPLEVILLE*OH*4399~NM1*PR*2*PLAN*****PI*P1~"
           "N4*SAMPLEVILLE*OH*1234~";
  };
  auto const data = data_of(report_page(
      model_of({file_of(st() + provider("1*") + level("2*1") + bad("H1") + good("G1") + se(17))}, settings)));
  REQUIRE(data["claims"].size() == 2);
  for (auto const& claim : data["claims"]) {
    CHECK(claim["above"] == nlohmann::json::array({0, 1}));
    CHECK_FALSE(claim.contains("above_left_out"));
  }
  CHECK(data["above"][0]["loop"] == "2010BA");
  CHECK(data["above"][0]["rows"].size() == 1);
  CHECK(data["above"][1]["loop"] == "2010BB");
  CHECK(data["above"][1]["rows"].size() == 1);
}

TEST_CASE("report page: bars of rules have the severities of their findings, the worst first") {
  auto model = model_of({file_of_claims(bad("H1"), 12)}, only_narratives());
  model.run.totals.by_rule = {{"NAR001", 4}};
  model.run.totals.by_rule_and_severity = {{"NAR001", {1, 2, 1}}};
  auto const page = report_page(model);
  CHECK(page.find("<rect class=\"error\" x=\"0.0\" width=\"25.0\" height=\"12\"/>"
                  "<rect class=\"warning\" x=\"25.0\" width=\"50.0\" height=\"12\"/>"
                  "<rect class=\"info\" x=\"75.0\" width=\"25.0\" height=\"12\"/>"
                  "</svg><span class=\"unseen\">1 error, 2 warnings, 1 info</span>") != std::string::npos);
}

TEST_CASE("report page: without a claim file it says so, and shows no totals") {
  auto const page = report_page(model_of({}, only_narratives()));
  CHECK(page.find("<h1>No claim file was found</h1>") != std::string::npos);
  CHECK(page.find("<title>No claim file was found</title>") != std::string::npos);
  for (std::string_view const words :
       {"Control totals balance", "Clean-claim rate", "Why claims are held", "No claims are held",
        "None of 0", "Not checked", "health information"}) {
    CAPTURE(words);
    CHECK(page.find(words) == std::string::npos);
  }
  auto const empty = report_page(model_of({isa() + iea(0)}, only_narratives()));
  CHECK(empty.find("<h1>No claims received</h1>") != std::string::npos);
  CHECK(empty.find("Control totals balance") != std::string::npos);
}

TEST_CASE("report page: what holds no claims is told with its segment") {
  // A blank at the end of the name is removed.
  auto const page = report_page(model_of({file_of_claims(good("G1"), 12, "AGENCY ")}, Settings{}));
  auto const above = between(page, "id=\"above\"", "</section>");
  CHECK(above.find("2010AA NM103") != std::string::npos);
  CHECK(above.find("set 0001 \u00B7 segment 4") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::report_page_test
