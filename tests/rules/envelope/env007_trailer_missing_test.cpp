#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::env007_trailer_missing_test {
namespace {

TEST_CASE("ENV007 trailer-missing") {
  auto const whole = interchange_with(group_with(set_with("0001")));
  auto const without = [&](std::string text, std::vector<std::string> const& segments) {
    for (auto const& segment : segments) text = replaced(text, segment, "");
    return text;
  };
  std::string const se = "SE*25*0001~";
  std::string const ge = "GE*1*1~";
  std::string const iea = "IEA*1*000000001~";
  auto const sets =
      interchange_with(group_with(set_with("0001") + set_with("0002", claim_with("B")), "1", "2"));
  rule_test("ENV007",
            {.valid = {"", "SE*25*0001~GE*1*1~IEA*1*000000001~", sets},
             .invalid = {
                 {.segments = se + iea, .fixed = se + ge + iea, .unsafe = true},
                 {.segments = without(whole, {iea}), .fixed = whole, .unsafe = true},
                 {.segments = without(whole, {se}), .fixed = whole, .unsafe = true},
                 {.segments = without(whole, {ge, iea}), .times = 2, .fixed = whole, .unsafe = true},
                 {.segments = without(whole, {se, ge}), .times = 2, .fixed = whole, .unsafe = true},
                 {.segments = without(whole, {se, iea}), .times = 2, .fixed = whole, .unsafe = true},
                 {.segments = without(whole, {se, ge, iea}), .times = 3, .fixed = whole, .unsafe = true},
                 // Between two sets, groups, interchanges.
                 {.segments = without(sets, {"SE*25*0001~"}), .fixed = sets, .unsafe = true},
             }});
}

TEST_CASE("ENV007: a complete IEA that lacks its terminator gets it") {
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto const whole = file_with("SV1*HC:99213*125*UN*1***1~", style);
    auto const cut = whole.substr(0, whole.size() - 1 - style.tail.size());
    auto const scrubbed = scrub_text(cut, {}, style.block_size);
    REQUIRE(count_of(scrubbed, "ENV007") == 1);
    auto const found = found_of(scrubbed, "ENV007");
    CHECK(found.severity == "warning");
    CHECK(found.fix == Applicability::safe);
    CHECK(found.applied);
    CHECK(difference(scrubbed.clean, whole.substr(0, whole.size() - style.tail.size())) == "");
    CHECK(scrubbed.held.empty());
    // A blank behind it would stand behind the interchange then.
    CHECK(difference(scrub_text(cut + " ", {}, style.block_size).clean, scrubbed.clean) == "");
    CHECK(scrubbed.outcome.status == Status::ok);
    CHECK(scrubbed.rows.empty());
    CHECK(count_of(scrub_text(scrubbed.clean, {}, style.block_size), "ENV007") == 0);
    // A line end is no terminator, unless the file says so.
    if (!style.tail.empty())
      CHECK(count_of(scrub_text(cut + style.tail, {}, style.block_size), "ENV007") == 1);
    CHECK(difference(scrub_text(cut, ignoring({"ALL"}), style.block_size).clean, cut) == "");
  }
}

TEST_CASE(
    "ENV007: its count is mended with it, and a claim of the same file is held by its own error alone") {
  auto const file = file_with(
      interchange_with(group_with(set_with("0001", claim_with("A", "SV1*HC:99213*125*UN*1***1~") +
                                                       claim_with("B", "SV1*HC:99600*125*UN*1***1~")))));
  auto cut = replaced(file, "IEA*1*", "IEA*7*");
  cut.resize(cut.find_last_of('~'));
  auto const scrubbed = scrub_text(cut);
  CHECK(scrubbed.clean.ends_with("IEA*1*000000001~"));
  CHECK(scrubbed.claims(Disposition::clean) == 1);
  CHECK(scrubbed.claims(Disposition::held) == 1);
  CHECK(count_of(scrub_text(scrubbed.held), "ENV007") == 1);
}

TEST_CASE("ENV007: the last segment is cut off") {
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto whole = file_with("SV1*HC:99600:::::WOUND CARE LEFT HEEL*125*UN*1***1~", style);
    whole.resize(whole.size() - style.tail.size());
    // Of IEA02 the last digits are not there.
    auto const cut = whole.substr(0, whole.size() - 4);
    auto const scrubbed = scrub_text(cut, {}, style.block_size);
    REQUIRE(count_of(scrubbed, "ENV007") == 1);
    CHECK(difference(scrubbed.held, cut) == "");
    CHECK(scrubbed.clean.empty());
    CHECK(found_of(scrubbed, "ENV007").severity == "error");
    CHECK(scrubbed.outcome.status == Status::refused);

    auto const mended = scrub_text(cut, with_unsafe_fixes(), style.block_size);
    CHECK(found_of(mended, "ENV007").applied);
    CHECK(difference(mended.clean, whole) == "");
    CHECK(mended.held.empty());
    CHECK(mended.outcome.status == Status::ok);
  }
}

TEST_CASE("ENV007: a file that is cut anywhere behind its claim holds the claim, byte for byte") {
  auto const whole = file_with("");
  auto const claim = whole.find("CLM*");
  for (auto size = claim + 10; size + 2 < whole.size(); size += 3) {
    CAPTURE(size);
    auto const cut = whole.substr(0, size);
    auto const scrubbed = scrub_text(cut);
    CHECK(difference(scrubbed.held, cut) == "");
    CHECK(scrubbed.clean.empty());
    CHECK(count_of(scrubbed, "ENV007") >= 1);
    CHECK(scrubbed.claims(Disposition::held) == 1);
    CHECK(scrubbed.outcome.status == Status::refused);
  }
}

TEST_CASE("ENV007: with unsafe fixes too, a claim that is cut off stays held, in its held file as well") {
  std::string const line = "SV1*HC:99213*125*UN*1***1~";
  auto const whole = file_with(claim_with("A", line) + claim_with("B", line));
  auto const second = whole.find("CLM*B");
  REQUIRE(second != std::string::npos);
  auto const end = whole.find("SE*");
  for (auto size = second + 10; size + 1 < end; ++size) {
    CAPTURE(size);
    auto const scrubbed = scrub_text(whole.substr(0, size), with_unsafe_fixes());
    // Between two segments nothing is cut off.
    if (whole[size - 1] == '~' || whole[size - 1] == '\n') continue;
    CHECK(scrubbed.claims(Disposition::held) == 1);
    CHECK(scrubbed.claims(Disposition::clean) == 1);
    CHECK(count_of(scrubbed, "SCR011") == 1);
    CHECK(found_of(scrubbed, "SCR011").claim == "B");
    CHECK(scrubbed.held.ends_with(whole.substr(second, size - second)));
    auto const again = scrub_text(scrubbed.held, with_unsafe_fixes());
    CHECK(again.clean.empty());
    CHECK(again.claims(Disposition::held) == 1);
  }
}

TEST_CASE("ENV007: a file that is cut above its claims has none") {
  auto const whole = file_with("");
  for (auto size = whole.find("~\nGS") + 1; size < whole.find("CLM*"); size += 7) {
    CAPTURE(size);
    auto const cut = whole.substr(0, size);
    auto const scrubbed = scrub_text(cut);
    CHECK(difference(scrubbed.clean + scrubbed.held, cut) == "");
    CHECK(count_of(scrubbed, "ENV007") >= 1);
    CHECK(scrubbed.outcome.totals.in.claims == 0);
  }
}

TEST_CASE("ENV007: only the interchange that is not closed is held") {
  auto const one = interchange_with(group_with(set_with("0001", claim_with("A"))), "000000001");
  auto const two = interchange_with(group_with(set_with("0001", claim_with("B"))), "000000002");
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto const open = replaced(one, "IEA*1*000000001~", "");
    auto const scrubbed = scrub_text(file_with(open + two, style), {}, style.block_size);
    CHECK(difference(scrubbed.clean, file_with(two, style)) == "");
    CHECK(difference(scrubbed.held, file_with(open, style)) == "");
    CHECK(found_of(scrubbed, "ENV007").interchange_index == 1);
    auto const mended = scrub_text(file_with(open + two, style), with_unsafe_fixes(), style.block_size);
    CHECK(difference(mended.clean, file_with(one + two, style)) == "");
  }
}

TEST_CASE("ENV007: only the set that is not closed is held") {
  auto const one = set_with("0001", claim_with("A"));
  auto const two = set_with("0002", claim_with("B"));
  auto const open = replaced(one, "SE*25*0001~", "");
  auto const scrubbed = scrub_text(file_with(interchange_with(group_with(open + two, "1", "2"))));
  CHECK(difference(scrubbed.clean, file_with(interchange_with(group_with(two)))) == "");
  CHECK(difference(scrubbed.held, file_with(interchange_with(group_with(open)))) == "");
  CHECK(scrubbed.rows.size() == 1);
}

}  // namespace
}  // namespace scrub837::test::env007_trailer_missing_test
