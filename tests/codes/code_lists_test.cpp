#include "scrub837/code_lists.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "src/codes/packed_code.hpp"

namespace scrub837::test::code_lists_test {
namespace {

CodeList list_of(CodeListKind kind, DaySpan holds, std::vector<std::string> const& codes) {
  CodeList list;
  list.kind = kind;
  list.holds = holds;
  for (auto const& code : codes) list.codes.add(code);
  list.codes.finish();
  return list;
}

TEST_CASE("packed_code: codes of up to twelve characters, in their order, and back") {
  std::vector<std::string> const codes{"0",       "Z",          "00",         "01",
                                       "A0",      "ZZ",         "99213",      "A0021",
                                       "Z9181XA", "207Q00000X", "1234567893", "ZZZZZZZZZZZZ"};
  std::vector<std::uint64_t> numbers;
  for (auto const& code : codes) {
    CAPTURE(code);
    numbers.push_back(packed_code(code));
    CHECK(unpacked_code(numbers.back()) == code);
    CHECK(numbers.back() < std::uint64_t{1} << 63U);
  }
  std::sort(numbers.begin(), numbers.end());
  CHECK(std::unique(numbers.begin(), numbers.end()) == numbers.end());
  for (auto const* const other : {"", "a", "A-1", "A 1", "1234567890123", "\xC3\x84"}) {
    CAPTURE(other);
    CHECK(packed_code(other) == 0);
  }
}

TEST_CASE("CodeSet: a code with several spans of days, headings, and what is no code") {
  CodeSet set;
  CHECK(set.add("B", {20260101, 20260331}));
  CHECK(set.add("A", {20250101, 20251231}));
  CHECK(set.add("B", {20260701, 0}));
  CHECK(set.add("B", {20260701, 0}));
  CHECK(set.add("C", {}, true));
  CHECK_FALSE(set.add("c"));
  CHECK_FALSE(set.add(""));
  set.finish();
  CHECK(set.size() == 4);
  CHECK(set.headings() == 1);
  CHECK(set.contains("A"));
  CHECK(set.contains("C"));
  CHECK_FALSE(set.contains("D"));
  CHECK_FALSE(set.contains("BB"));
  std::vector<DaySpan> spans;
  set.for_each("B", [&](CodeSet::Entry const& entry) { spans.push_back(entry.dates); });
  CHECK(spans == std::vector<DaySpan>{{20260101, 20260331}, {20260701, 0}});
  set.for_each("C", [](CodeSet::Entry const& entry) { CHECK(entry.heading); });
  CHECK(set.all() == std::vector<std::string>{"A", "B"});
}

TEST_CASE("CodeSet: without dates a code takes eight bytes, with dates twelve") {
  CodeSet plain;
  CodeSet dated;
  constexpr int count = 1000;
  for (int i = 0; i < count; ++i) {
    plain.add(std::to_string(i));
    dated.add(std::to_string(i), {20260101, 0});
  }
  plain.finish();
  dated.finish();
  CHECK(plain.bytes() == 8 * count);
  CHECK(dated.bytes() == 12 * count + sizeof(DaySpan));
}

TEST_CASE("CodeLists: the list of the day, else an older one, else nobody knows") {
  using enum CodeVerdict;
  CodeLists lists;
  CHECK(lists.look_up(CodeListKind::icd10cm, "A", 20260101) == unknown);
  lists.add(list_of(CodeListKind::icd10cm, {20261001, 20270930}, {"B"}));
  lists.add(list_of(CodeListKind::icd10cm, {20251001, 20260930}, {"A"}));
  CHECK(lists.look_up(CodeListKind::icd10cm, "A", 20260101) == listed);
  CHECK(lists.look_up(CodeListKind::icd10cm, "B", 20260101) == missing);
  CHECK(lists.look_up(CodeListKind::icd10cm, "A", 20261001) == missing);
  CHECK(lists.look_up(CodeListKind::icd10cm, "A", 20271001) == not_in_old);
  CHECK(lists.look_up(CodeListKind::icd10cm, "B", 20271001) == listed);
  CHECK(lists.look_up(CodeListKind::icd10cm, "A", 20250930) == unknown);
  // Without a date, the newest.
  CHECK(lists.look_up(CodeListKind::icd10cm, "B", 0) == listed);
  CHECK(lists.look_up(CodeListKind::icd10cm, "A", 0) == missing);
  // An update within the year is asked before the edition that it updates.
  lists.add(list_of(CodeListKind::icd10cm, {20260401, 20260930}, {"A", "C"}));
  CHECK(lists.look_up(CodeListKind::icd10cm, "C", 20260331) == missing);
  CHECK(lists.look_up(CodeListKind::icd10cm, "C", 20260401) == listed);
}

TEST_CASE("CodeLists: over several days the better verdict counts") {
  using enum CodeVerdict;
  CodeLists lists;
  lists.add(list_of(CodeListKind::icd10cm, {20251001, 20260930}, {"A"}));
  CHECK(lists.look_up(CodeListKind::icd10cm, "A", DaySpan{20260930, 20261001}) == listed);
  CHECK(lists.look_up(CodeListKind::icd10cm, "B", DaySpan{20260930, 20261001}) == not_in_old);
  CHECK(lists.look_up(CodeListKind::icd10cm, "B", DaySpan{20250930, 20251001}) == unknown);
  CHECK(lists.look_up(CodeListKind::icd10cm, "B", DaySpan{20260929, 20260930}) == missing);
}

TEST_CASE("CodeLists: what is built in, with its date, and what is added") {
  CodeLists lists;
  CHECK(lists.has_short(CodeListKind::place_of_service, "12"));
  CHECK_FALSE(lists.has_short(CodeListKind::place_of_service, "28"));
  CHECK_FALSE(lists.has_short(CodeListKind::place_of_service, "1"));
  CHECK_FALSE(lists.has_short(CodeListKind::place_of_service, ""));
  CHECK(lists.has_short(CodeListKind::state, "PR"));
  CHECK_FALSE(lists.has_short(CodeListKind::state, "QC"));
  CHECK(lists.has_short(CodeListKind::province, "QC"));
  CHECK(CodeLists::date(CodeListKind::place_of_service).size() == 10);
  CHECK(CodeLists::date(CodeListKind::icd10cm).empty());
  lists.add_code(CodeListKind::claim_filing_indicator, "99");
  CHECK(lists.is_extra(CodeListKind::claim_filing_indicator, "99"));
  CHECK_FALSE(lists.is_extra(CodeListKind::claim_filing_indicator, "98"));
  CHECK(lists.extra_codes(CodeListKind::claim_filing_indicator) == std::vector<std::string>{"99"});
  CHECK(lists.extra_codes(CodeListKind::state).empty());
}

TEST_CASE("days as people read them") {
  CHECK(format_day(20260914) == "2026-09-14");
  CHECK(format_day(0).empty());
}

}  // namespace
}  // namespace scrub837::test::code_lists_test
