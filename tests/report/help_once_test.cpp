#include "src/report/help_once.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::help_once_test {
namespace {

std::size_t times(std::string const& text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("the help of a rule is printed at its first finding, in whatever pieces the text comes") {
  auto const& one = *find_rule("NAR001");
  auto const& other = *find_rule("ATT001");
  auto const text = "first\n" + HelpOnce::mark_of(one) + "\nsecond\n" + HelpOnce::mark_of(one) + "\nthird\n" +
                    HelpOnce::mark_of(other) + "end\n";
  std::string whole;
  for (std::size_t const step : {1UL, 3UL, 7UL, text.size()}) {
    CAPTURE(step);
    std::string printed;
    HelpOnce helps({.width = 80}, [&](std::string_view part) { printed.append(part); });
    for (std::size_t at = 0; at < text.size(); at += step) helps.add(std::string_view(text).substr(at, step));
    CHECK(times(printed, "help: ") == 2);
    CHECK(times(printed, "FILE:N is segment N") == 1);
    CHECK(printed.find("first\n  help: Type what was done") != std::string::npos);
    CHECK(printed.find("\nsecond\n\nthird\n  help: ") != std::string::npos);
    CHECK(printed.ends_with("end\n"));
    if (whole.empty()) whole = printed;
    CHECK(printed == whole);
  }
}

TEST_CASE("before the first finding it is said how to read a place, and that values are masked") {
  std::string printed;
  auto const print = [&](std::string_view part) { printed.append(part); };
  HelpOnce(Screen{}, print).add("");
  CHECK(printed == "");
  HelpOnce(Screen{}, print).add("x\n");
  CHECK(printed.find("--verbose adds byte") != std::string::npos);
  CHECK(printed.find("Values are masked; --show-phi shows them.") != std::string::npos);
  printed.clear();
  HelpOnce(Screen{.show_phi = true, .offsets = true}, print).add("x\n");
  CHECK(printed.find("its offset in bytes") != std::string::npos);
  CHECK(printed.find("masked") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::help_once_test
