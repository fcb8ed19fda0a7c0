#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/header.hpp"
#include "tests/support/rule_test.hpp"

namespace scrub837::test::env020_component_separator_differs_test {
namespace {

std::string const isa = isa_segment() + "~";
std::string const isa_other = replaced(isa, "*P*:", "*P*>");

TEST_CASE("ENV020 component-separator-differs") {
  rule_test("ENV020", {.valid = {isa + "IEA*1*000000001~"},
                       .invalid = {{.segments = isa_other + "IEA*1*000000001~",
                                    .at = "ISA16",
                                    .fixed = isa + "IEA*1*000000001~",
                                    .unsafe = true}}});
}

TEST_CASE("ENV020: its lines are judged by the separator that is used") {
  auto const file = replaced(file_with("SV1*HC:99600*125*UN*1***1~"), "*P*:~", "*P*>~");
  auto const out = scrub_text(file);
  CHECK(out.outcome.totals.unlisted_lines == 1);
  CHECK(count_of(out, "NAR001") == 1);
  CHECK(out.held == file);
}

TEST_CASE("ENV020: one composite that uses ISA16 is enough, also one far behind") {
  auto const one = replaced(file_with("SV1*HC:99213*125*UN*1***1~"), "*P*:~", "*P*>~");
  CHECK(count_of(scrub_text(replaced(one, "HC:99213", "HC>99213")), "ENV020") == 0);
  // A line that is separated by another byte than the others is held by itself.
  auto const right = file_with("SV1*HC:99213*125*UN*1***1~");
  CHECK(found_of(scrub_text(replaced(right, "HC:99213", "HC>99213")), "ENV020").element == "SV101");

  std::string claims;
  for (int i = 0; i < 600; ++i) claims += claim_with("C" + std::to_string(i));
  auto const many = interchange_with(group_with(set_with("0001", claims)), "000000001");
  auto file = many;
  std::replace(file.begin(), file.begin() + 110, ':', '>');
  REQUIRE(file.size() > 70'000);
  // More claims than a subscriber may have.
  auto settings = with_unsafe_fixes();
  CHECK(settings.ignore(std::vector<std::string>{"USE005"}) == "");
  auto const fixed = scrub_text(file, settings);
  CHECK(fixed.clean == many);
  auto const last = file.rfind("HC:99600");
  file[last + 2] = '>';
  auto const mixed = scrub_text(file, settings);
  CHECK(mixed.clean.empty());
  CHECK(mixed.held == file);
}

}  // namespace
}  // namespace scrub837::test::env020_component_separator_differs_test
