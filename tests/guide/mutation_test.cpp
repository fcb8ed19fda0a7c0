#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "tests/guide/mutations.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::guide {
namespace {

// The rules that the guide table has; counts and claims that belong together are another matter here.
Settings by_guide() {
  Settings settings;
  std::vector<std::string> const families{"SYN", "USE", "LEN", "COD001", "ENV009", "ENV010", "ENV011", "ATT"};
  REQUIRE(settings.select(families).empty());
  return settings;
}

// Segment number in its set.
std::uint64_t number_in_set(std::vector<Made> const& file, std::size_t at) {
  auto const st = std::ranges::find_if(file, [](Made const& made) { return made.fact->id == "ST"; });
  auto const first = static_cast<std::size_t>(st - file.begin());
  return at < first ? 0 : at - first + 1;
}

std::string shown(Scrubbed const& scrubbed) {
  std::string text;
  for (auto const& found : scrubbed.findings)
    text +=
        fmt::format(" {}@{}:{}#{}", found.rule, found.loop,
                    found.element.empty() ? found.segment.substr(0, 3) : found.element, found.segment_number);
  return text;
}

bool is_right(Mutation const& mutation, Found const& found) {
  // Of an indicator the rules ATT speak, of the numbers of levels ENV011.
  bool const own = (mutation.row.find(" PWK") != std::string::npos && found.rule.starts_with("ATT")) ||
                   (mutation.row.find(" HL") != std::string::npos && found.rule == "ENV011");
  bool const rule = own || std::ranges::find(mutation.rules, found.rule) != mutation.rules.end();
  bool const envelope =
      mutation.loop == "interchange" || mutation.loop == "group" || mutation.loop == "header";
  bool const loop = envelope || found.loop == mutation.loop;
  bool const element = own || mutation.element.empty() || found.element.starts_with(mutation.element);
  bool const place =
      mutation.missing || number_in_set(mutation.file, mutation.segment) == found.segment_number;
  return rule && loop && element && place;
}

TEST_CASE("a file with everything that the guide has is right by the guide") {
  auto const scrubbed = scrub_text(written(full_file()), by_guide());
  INFO(shown(scrubbed));
  CHECK(scrubbed.findings.empty());
  CHECK(scrubbed.outcome.totals.in.claims == 2);
}

TEST_CASE("each row of the facts, broken once, is found by its rule at its place, and nothing else is") {
  auto const settings = by_guide();
  struct Count {
    std::size_t tried = 0, found = 0, alone = 0;
  };
  std::map<std::string, Count> table;
  Count all;
  std::vector<std::string> missed;
  for (auto const& mutation : mutations()) {
    auto const scrubbed = scrub_text(written(mutation.file), settings);
    bool const found =
        std::ranges::any_of(scrubbed.findings, [&](Found const& one) { return is_right(mutation, one); });
    bool const alone = found && scrubbed.findings.size() == 1;
    auto& count = table[mutation.kind];
    ++count.tried, ++all.tried;
    count.found += found, all.found += found;
    count.alone += alone, all.alone += alone;
    if (!alone)
      missed.push_back(fmt::format("{}: {} ({}):{}", found ? "more" : "missed", mutation.row, mutation.kind,
                                   shown(scrubbed)));
  }
  std::string lines;
  for (auto const& [kind, count] : table)
    lines += fmt::format("\n{:<36} {:>5} {:>5} {:>5}", kind, count.tried, count.found, count.alone);
  MESSAGE(fmt::format("kind, tried, found, found alone{}\n{:<36} {:>5} {:>5} {:>5}", lines, "all", all.tried,
                      all.found, all.alone));
  constexpr std::size_t shown_at_most = 100;
  for (std::size_t i = 0; i < std::min(missed.size(), shown_at_most); ++i) MESSAGE(missed[i]);
  CHECK(all.tried >= 1500);
  CHECK(all.found * 100 >= all.tried * 98);
  CHECK(all.alone * 100 >= all.tried * 98);
}

}  // namespace
}  // namespace scrub837::test::guide
