#include "src/rules/notices.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <variant>
#include <vector>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::notices_test {
namespace {

std::vector<Rule const*> all() { return {notices().begin(), notices().end()}; }

TEST_CASE("notices: their ids run on, each is found by its id, and none checks a claim") {
  int number = 0;
  std::set<std::string_view> names;
  for (auto const* const rule : all()) {
    CHECK(rule->id == fmt::format("SCR{:03}", ++number));
    CHECK(names.insert(rule->name).second);
    CHECK(find_rule(rule->id) == rule);
    CHECK(std::holds_alternative<std::monostate>(rule->check));
    CHECK(rule->fix == Applicability::none);
    CHECK(!rule->doc.what.empty());
    CHECK(!rule->doc.why.empty());
    CHECK(!rule->doc.fix.empty());
  }
  CHECK(number == 11);
}

TEST_CASE("notices: what cannot be read, or has no whole envelope, is no claim that a person may release") {
  for (auto const* const rule : {&notice::header_missing, &notice::envelope_did_not_converge})
    CHECK(rule->release == Release::impossible);
}

struct Told {
  Rule const* rule;
  std::string input;
  Status status;
};

TEST_CASE("notices: each is told of its kind of file, once, and what became of the file is right") {
  std::string const whole = file_with("");
  auto const set = set_with("0001");
  std::string wide = "\xFF\xFE";
  for (char const c : whole) wide += {c, '\0'};
  auto const other =
      interchange_with(group_with(replaced(set, "ST*837*0001*005010X222A1", "ST*999*0001*005010X231A1")));
  auto const begin = set.find("HL*");
  auto const empty = set.substr(0, begin) + "SE*2*0001~";
  for (auto const& told : std::vector<Told>{
           {&notice::not_x12, "Dear Sir or Madam, the claims follow by mail.", Status::unreadable},
           {&notice::wide_characters, wide, Status::unreadable},
           {&notice::header_missing, other, Status::refused},
           {&notice::header_missing, interchange_with(replaced(group_with(set), "ST*", "XX*")),
            Status::refused},
       }) {
    CAPTURE(told.input);
    auto const out = scrub_text(told.input);
    CHECK(std::ranges::count(out.findings, std::string(told.rule->id), &Found::rule) == 1);
    CHECK(out.outcome.status == told.status);
    CHECK(out.clean.empty());
  }
  auto const out = scrub_text(interchange_with(group_with(empty)));
  CHECK(std::ranges::count(out.findings, std::string(notice::no_claim.id), &Found::rule) == 1);
  CHECK(out.outcome.status == Status::ok);
}

}  // namespace
}  // namespace scrub837::test::notices_test
