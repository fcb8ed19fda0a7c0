#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env006_interchange_control_number_test {
namespace {

TEST_CASE("ENV006 interchange-control-number") {
  std::string const right = "IEA*1*000000001~";
  rule_test("ENV006", {.valid = {"", right, "IEA*1*1~",  // ISA13 is a number: zeros don't count
                                 "IEA*1*1        ~"},
                       .invalid = {
                           {.segments = "IEA*1*000000009~", .at = "IEA02", .fixed = right, .unsafe = true},
                           {.segments = "IEA*1*~", .at = "IEA02", .fixed = right, .unsafe = true},
                           {.segments = "IEA*1~", .at = "IEA02", .fixed = right, .unsafe = true},
                           {.segments = "IEA*1*A00000001~", .at = "IEA02", .fixed = right, .unsafe = true},
                           {.segments = "IEA*8*000000009~", .at = "IEA02", .fixed = right, .unsafe = true},
                       }});
}

TEST_CASE("ENV006: all claims of the interchange are held as received, those of others are not") {
  auto const good = [](std::string const& control, std::string const& claim) {
    return interchange_with(group_with(set_with("0001", claim_with(claim))), control);
  };
  auto const groups =
      group_with(set_with("0001", claim_with("B")) + set_with("0002", claim_with("C")), "1", "2") +
      group_with(set_with("0001", claim_with("D")), "2");
  auto const right = interchange_with(groups, "000000002", "2");
  auto const bad = replaced(right, "IEA*2*000000002~", "IEA*2*000000009~");
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto const file = file_with(good("000000001", "A") + bad + good("000000003", "E"), style);
    auto const scrubbed = scrub_text(file, {}, style.block_size);
    CHECK(difference(scrubbed.clean, file_with(good("000000001", "A") + good("000000003", "E"), style)) ==
          "");
    CHECK(difference(scrubbed.held, file_with(bad, style)) == "");
    CHECK(scrubbed.claims(Disposition::held) == 3);
    CHECK(scrubbed.claims(Disposition::clean) == 2);
    CHECK(scrubbed.outcome.status == Status::refused);
    CHECK(found_of(scrubbed, "ENV006").interchange_index == 2);
    CHECK(scrubbed.rows.size() == 1);

    auto const mended = scrub_text(file, with_unsafe_fixes(), style.block_size);
    CHECK(difference(mended.clean,
                     file_with(good("000000001", "A") + right + good("000000003", "E"), style)) == "");
    CHECK(mended.held.empty());
    CHECK(mended.outcome.status == Status::ok);
  }
}

}  // namespace
}  // namespace scrub837::test::env006_interchange_control_number_test
