#include <doctest/doctest.h>

#include "src/io/sha256.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/generated/generators.hpp"
#include "tests/support/generated/render.hpp"
#include "tests/support/memory_run.hpp"
#include "tests/support/property.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/utf8.hpp"

namespace scrub837::test::reports_utf8_test {
namespace {

struct Reports : ReportedRun {
  std::string summary;
};

Reports reports_of(std::string const& bytes, std::string const& name) {
  auto settings = with_advice();
  settings.optional_rows = true;
  Judge const judge(settings);
  Reports reports{run_with_reports(bytes, judge, {.file = name}), {}};
  Summary summary;
  summary.outcome = reports.outcome;
  summary.file = name;
  summary.outputs.push_back({name + ".clean.837", reports.clean.size(), sha256(reports.clean)});
  reports.summary = to_json(summary);
  return reports;
}

}  // namespace

TEST_CASE(
    "reports are UTF-8, and each line of the findings is JSON, whatever the bytes and the file's name") {
  holds(400, [] {
    auto const bytes = overwritten(damaged(render(any_file()), any_damage()));
    auto const name = "night-" + any_bytes() + ".837";
    auto const reports = reports_of(bytes, name);
    ensure(is_utf8(reports.findings_csv));
    ensure(is_utf8(reports.worklist));
    ensure(is_utf8(reports.claims_csv));
    ensure(is_utf8(reports.attachments));
    ensure(is_utf8(reports.summary));
    ensure(nlohmann::json::accept(reports.summary));
    for (std::size_t at = 0; at < reports.findings_jsonl.size();) {
      auto const end = reports.findings_jsonl.find('\n', at);
      auto const line = nlohmann::json::parse(reports.findings_jsonl.substr(at, end - at));
      ensure_equal(unescaped(line["file"].get<std::string>()), name);
      at = end + 1;
    }
  });
}

TEST_CASE("a claim number that is not UTF-8 can be had back, from JSON as from CSV") {
  std::string const number =
      "PE\xD1"
      "A-1";
  auto file = file_with("SV1*HC:99600*125*UN*1***1~");
  file.replace(file.find("DEMO-1"), 6, number);
  auto const reports = reports_of(file, "night.837");
  CAPTURE(reports.findings_jsonl);
  auto const finding =
      nlohmann::json::parse(reports.findings_jsonl.substr(0, reports.findings_jsonl.find('\n')));
  CHECK(finding["claim"] == R"(PE\xD1A-1)");
  CHECK(unescaped(finding["claim"].get<std::string>()) == number);
  for (auto const* const csv : {&reports.findings_csv, &reports.worklist})
    CHECK(csv->find(R"(PE\xD1A-1)") != std::string::npos);
}

}  // namespace scrub837::test::reports_utf8_test
