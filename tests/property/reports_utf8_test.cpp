#include <doctest/doctest.h>

#include "src/io/file_descriptor.hpp"
#include "src/report/attachments_csv.hpp"
#include "src/report/findings_csv.hpp"
#include "src/report/findings_jsonl.hpp"
#include "src/report/worklist_csv.hpp"
#include "src/scrub/file_run.hpp"
#include "tests/support/generated_file.hpp"
#include "tests/support/property.hpp"
#include "tests/support/rule_test.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/utf8.hpp"

namespace scrub837::test {
namespace {

std::string content(Sink& sink) {
  std::string text;
  sink.read_all([&](std::string_view bytes) { text.append(bytes); });
  return text;
}

struct Reports {
  std::string jsonl, csv, worklist, attachments, summary;
};

Reports reports_of(std::string const& bytes, std::string const& name) {
  auto const in_memory = [] { return open_private_temporary(); };
  Sink jsonl(in_memory), csv(in_memory), worklist(in_memory), attachments(in_memory);
  Sink clean(in_memory), held(in_memory);
  auto settings = with_advice();
  settings.optional_rows = true;
  FindingsJsonl findings_jsonl(jsonl);
  FindingsCsv findings_csv(csv);
  WorklistCsv worklist_csv(worklist, name, nullptr, settings.optional_rows);
  AttachmentsCsv attachments_csv(attachments, nullptr, std::nullopt);
  Consumers consumers({&findings_jsonl, &findings_csv, &worklist_csv, &attachments_csv});
  Judge const judge(settings);
  auto input = Input::from_bytes(bytes);
  FileJob job;
  job.input = &input;
  job.file = name;
  job.judge = &judge;
  job.clean = &clean;
  job.held = &held;
  job.events = &consumers;
  Summary summary;
  summary.outcome = run_file(job);
  summary.file = name;
  summary.outputs.push_back({name + ".clean.837", clean.size(), clean.sha256()});
  return {content(jsonl), content(csv), content(worklist), content(attachments), to_json(summary)};
}

// Bytes put over others, as a disk or a wrong code page does.
std::string overwritten(std::string bytes) {
  for (auto const& [where, byte] : *rc::gen::container<std::vector<std::pair<std::uint32_t, char>>>(
           rc::gen::pair(rc::gen::arbitrary<std::uint32_t>(), rc::gen::arbitrary<char>()))) {
    if (!bytes.empty()) bytes[where % bytes.size()] = byte;
  }
  return bytes;
}

}  // namespace

TEST_CASE(
    "reports are UTF-8, and each line of the findings is JSON, whatever the bytes and the file's name") {
  holds(400, [](void) {
    auto const bytes = overwritten(damaged(render(*any_file()), *any_damage()));
    auto const name = "night-" + *rc::gen::arbitrary<std::string>() + ".837";
    auto const reports = reports_of(bytes, name);
    RC_ASSERT(is_utf8(reports.csv));
    RC_ASSERT(is_utf8(reports.worklist));
    RC_ASSERT(is_utf8(reports.attachments));
    RC_ASSERT(is_utf8(reports.summary));
    RC_ASSERT(nlohmann::json::accept(reports.summary));
    for (std::size_t at = 0; at < reports.jsonl.size();) {
      auto const end = reports.jsonl.find('\n', at);
      auto const line = nlohmann::json::parse(reports.jsonl.substr(at, end - at));
      RC_ASSERT(unescaped(line["file"].get<std::string>()) == name);
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
  CAPTURE(reports.jsonl);
  auto const finding = nlohmann::json::parse(reports.jsonl.substr(0, reports.jsonl.find('\n')));
  CHECK(finding["claim"] == R"(PE\xD1A-1)");
  CHECK(unescaped(finding["claim"].get<std::string>()) == number);
  for (auto const* const csv : {&reports.csv, &reports.worklist})
    CHECK(csv->find(R"(PE\xD1A-1)") != std::string::npos);
}

}  // namespace scrub837::test
