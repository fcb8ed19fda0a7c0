#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// What stands thousands of times is told a number of times, and counted.

namespace scrub837::test::listing_test {
namespace {

constexpr std::size_t told = 100;           // of one claim
constexpr std::size_t told_in_a_set = 500;  // of levels

std::string repeated(std::string const& text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

std::string const line = "SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~";

std::string claim(std::string const& id) {
  return "CLM*" + id + "*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~" + line;
}

Found const& last_of(Scrubbed const& scrubbed, std::string_view rule) {
  auto const found = std::find_if(scrubbed.findings.rbegin(), scrubbed.findings.rend(),
                                  [&](Found const& one) { return one.rule == rule; });
  REQUIRE(found != scrubbed.findings.rend());
  return *found;
}

TEST_CASE("strays of one kind side by side are counted as well as those apart") {
  auto const side_by_side = scrub_text(file_with(line + repeated("ZZ*1~", 2000)));
  auto const apart = scrub_text(file_with(line + repeated("ZZ*1~QQ*1~", 1000)));
  for (auto const* const scrubbed : {&side_by_side, &apart}) {
    CHECK(count_of(*scrubbed, "ENV009") == told);
    CHECK(scrubbed->outcome.totals.by_rule.at("ENV009") == 2000);
    CHECK(last_of(*scrubbed, "ENV009")
              .message.ends_with("This claim has 1900 more of this rule; they are counted but not listed."));
    CHECK(scrubbed->claims(Disposition::held) == 1);
  }
}

TEST_CASE("behind thousands of strays one that begins a level still holds the claims that follow") {
  for (auto const* const lost : {"SBR*P*18*******CI~", "NM1*IL*1*DEMO*ANN****MI*M1~"}) {
    CAPTURE(std::string(lost));
    auto const file =
        file_with(claim("DEMO-1") + repeated("DMG*D8*19500101*F~", 1200) + lost + claim("DEMO-2"));
    auto const scrubbed = scrub_text(file);
    CHECK(scrubbed.outcome.totals.in.claims == 2);
    CHECK(scrubbed.claims(Disposition::held) == 2);
  }
}

TEST_CASE("attachment faults alike are counted, and each line has its own") {
  std::string lines;
  for (int i = 0; i < 3; ++i) {
    lines += "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~" +
             repeated("PWK*NN*EL~", 700) + "DTP*472*D8*20260914~";
  }
  auto const scrubbed = scrub_text(file_with(lines));
  CHECK(scrubbed.outcome.totals.by_rule.at("ATT002") == 2100);
  CHECK(scrubbed.outcome.totals.by_rule.at("ATT010") == 2097);
  CHECK(count_of(scrubbed, "ATT002") == told);
  CHECK(count_of(scrubbed, "ATT010") == told);
  // The worklist asks for each line.
  for (std::uint64_t number = 1; number <= 3; ++number) {
    CHECK(std::ranges::any_of(scrubbed.rows, [&](Asked const& row) {
      return row.line_index == number && row.rule.find("ATT002") != std::string::npos;
    }));
  }
}

TEST_CASE("a claim has a hundred worklist rows, and the last tells of the others") {
  auto const rows_of = [](std::size_t count) {
    return scrub_text(file_with(repeated("SV1*HC:99600*125*UN*1***1~DTP*472*D8*20260914~", count))).rows;
  };
  CHECK(rows_of(told).size() == told);
  CHECK(rows_of(told).back().needed.find("have no row") == std::string::npos);
  auto const cut = rows_of(told + 1);
  CHECK(cut.size() == told);
  CHECK(cut.back().needed.find("have no row") != std::string::npos);
}

TEST_CASE("levels of one set are told a number of times, and hold their claims all the same") {
  std::string levels;
  for (int i = 0; i < 800; ++i) levels += "HL*" + std::to_string(i + 3) + "*1*99*0~";
  auto file = file_with(claim("DEMO-1"));
  auto const end = file.rfind("SE*");
  REQUIRE(end != std::string::npos);
  file.insert(end, levels + claim("DEMO-2"));
  auto const scrubbed = scrub_text(file);  // its SE01 is mended
  CHECK(scrubbed.outcome.totals.by_rule.at("ENV010") == 800);
  CHECK(count_of(scrubbed, "ENV010") == told_in_a_set);
  CHECK(scrubbed.claims(Disposition::held) == 1);
  CHECK(scrubbed.rows.size() == told_in_a_set);
}

TEST_CASE("of interchanges with nothing in them findings are listed up to a number, and all are counted") {
  std::string interchanges;
  for (int i = 0; i < 620; ++i) {
    auto const whole = interchange_with("", std::to_string(100000000 + i));
    interchanges += whole.substr(0, whole.find("IEA*"));
  }
  auto const scrubbed = scrub_text(interchanges);
  CHECK(scrubbed.outcome.totals.by_rule.at("ENV007") == 620);
  CHECK(count_of(scrubbed, "ENV007") == told_in_a_set);
  CHECK(last_of(scrubbed, "ENV007").message.ends_with("counted but not listed."));
  CHECK(scrubbed.held == interchanges);
  // An interchange with a claim has its findings all the same.
  auto const more =
      scrub_text(interchanges + interchange_with(group_with(set_with("0001", claim_with("A")))) +
                 interchange_with("", "999999999").substr(0, 20));
  CHECK(more.outcome.totals.in.claims == 1);
}

TEST_CASE("refused sets have rows up to a number, and all are held") {
  std::string sets;
  for (int i = 0; i < 520; ++i) {
    auto const number = std::to_string(1000 + i);
    auto set = set_with(number, claim_with("C" + number));
    set.replace(set.rfind("*" + number), number.size() + 1, "*9999");  // SE02
    sets += set;
  }
  auto const scrubbed = scrub_text(file_with(interchange_with(group_with(sets))));
  CHECK(scrubbed.claims(Disposition::held) == 520);
  REQUIRE(scrubbed.rows.size() == told_in_a_set);
  CHECK(scrubbed.rows.back().needed.find("have no row") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::listing_test
