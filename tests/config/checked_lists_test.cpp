#include "src/config/checked_lists.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "scrub837/profile.hpp"
#include "tests/rules/code/loaded_lists.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::checked_lists_test {
namespace {

bool has(std::vector<std::string> const& words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

std::string dates_of(Settings const& settings, std::string_view name) {
  for (auto const& list : checked_lists(settings)) {
    if (list.name == name) return list.date;
  }
  return "not there";
}

TEST_CASE("checked_lists: the built-in lists with their day") {
  Settings const settings;
  CHECK(dates_of(settings, "unlisted codes") == UnlistedCodes::date());
  CHECK(dates_of(settings, "place of service") == CodeLists::date(CodeListKind::place_of_service));
  CHECK(dates_of(settings, "states").size() == 10);
  CHECK(dates_of(settings, "Canadian provinces").size() == 10);
  CHECK(checked_lists(settings).size() == 5);
}

TEST_CASE("checked_lists: a loaded list with its edition and the service dates that it holds on") {
  auto const icd = with_list("00001 A000    1 x\n", "icd10cm_order_2026.txt");
  CHECK(dates_of(icd, "ICD-10-CM 2026") == "2025-10-01 to 2026-09-30");
  CHECK(!has(not_checked_of(icd), "ICD-10-CM: no list is loaded"));
  CHECK(has(not_checked_of(icd), "HCPCS: no list is loaded"));
  auto const npi = with_list("NPI,NPPES Deactivation Date\n1234567893,1/1/2020\n",
                             "NPPES Deactivated NPI Report 20260209.csv");
  CHECK(dates_of(npi, "deactivated NPIs") == "2026-02-09");
  // One that replaces the built-in one.
  auto const places = with_list("Place of Service Code,Place of Service Name\n11,x\n", "pos 20260101.csv");
  CHECK(dates_of(places, "place of service") == "2026-01-01");
}

TEST_CASE("not_checked_of: lists, profiles, SNIP types and rules") {
  auto const words = not_checked_of(Settings());
  for (std::string const list : {"ICD-10-CM", "HCPCS", "CPT", "NUCC taxonomy", "deactivated NPIs"})
    CHECK(has(words, list + ": no list is loaded"));
  CHECK(has(words, "payer requirements: no profile is loaded"));
  CHECK(words.size() == 6);
  CHECK(!has(not_checked_of(under("codes.99600.max_units = 4")), "payer requirements: no profile is loaded"));
  auto const less = not_checked_of(ignoring({"COD", "ENV012", "BAL001"}));
  CHECK(has(less, "SNIP type 5: switched off"));
  CHECK(std::any_of(less.begin(), less.end(), [](std::string const& one) {
    return one.starts_with("rules switched off: ") && one.find("ENV012") != std::string::npos &&
           one.find("COD002") == std::string::npos;
  }));
}

ClaimsSeen served(Day first, Day last) {
  ClaimsSeen seen;
  seen.add(DaySpan{first, last});
  return seen;
}

TEST_CASE("not_checked_of: a list for other dates was of no use") {
  auto const icd = with_list("00001 A000    1 x\n", "icd10cm_order_2026.txt");
  auto const said = [&](ClaimsSeen const& seen) {
    std::string all;
    for (auto const& words : not_checked_of(icd, seen)) {
      if (words.starts_with("ICD-10-CM")) all += words + ";";
    }
    return all;
  };
  CHECK(said({}) == "");
  CHECK(said(served(20251001, 20260930)) == "");
  CHECK(said(served(20250101, 20250930)) == "ICD-10-CM: no list for the service dates;");
  CHECK(said(served(20261001, 20261002)) == "ICD-10-CM: no list for the service dates;");
  CHECK(said(served(20250930, 20251002)) == "ICD-10-CM: no list for services before 2025-10-01;");
  CHECK(said(served(20260930, 20261001)) == "ICD-10-CM: no list for services after 2026-09-30;");
  CHECK(not_checked_line(icd, served(20261001, 20261001)).find("ICD-10-CM (no list for the service dates)") !=
        std::string::npos);
}

TEST_CASE("not_checked_of: payers without a profile, and rules that a profile turns off") {
  auto const settings = under("off = { NAR012 = 'the same each day' }");
  ClaimsSeen seen;
  CHECK(!has(not_checked_of(settings, seen), "rules switched off by profile test: NAR012"));
  seen.by_profile = {3};
  seen.without_profile = 1;
  auto const words = not_checked_of(settings, seen);
  CHECK(has(words, "payer requirements: 1 claim of payers without a profile"));
  CHECK(std::any_of(words.begin(), words.end(), [](std::string const& one) {
    return one.starts_with("rules switched off by profile ") && one.ends_with(": NAR012");
  }));
  CHECK(not_checked_line(settings, seen).find("payer requirements of 1 claim (no profile)") !=
        std::string::npos);
}

TEST_CASE("claims seen: of a run, the dates and profiles of all of its claims") {
  auto const icd = with_list("00001 Z9181   1 x\n", "icd10cm_order_2026.txt");
  auto const scrubbed = scrub_text(file_with("SV1*HC:99213*125*UN*1***1~DTP*472*D8*20251114~"), icd);
  CHECK(scrubbed.outcome.seen.services == DaySpan{20251114, 20251114});
  CHECK(scrub_text(file_with("")).outcome.seen.services == DaySpan{});
  auto const profiled = scrub_text(file_with(""), under("codes.99600.max_units = 4"));
  CHECK(profiled.outcome.seen.by_profile == std::vector<std::uint64_t>{1});
  CHECK(profiled.outcome.seen.without_profile == 0);
}

TEST_CASE("not_checked_line: the same in one line") {
  CHECK(not_checked_line(Settings()) ==
        "not checked: ICD-10-CM, HCPCS, CPT, NUCC taxonomy, deactivated NPIs (no list)\n");
  CHECK(
      not_checked_line(ignoring({"COD", "ENV012"})) ==
      "not checked: ICD-10-CM, HCPCS, CPT, NUCC taxonomy, deactivated NPIs (no list); SNIP 5 (off); 2 rules "
      "(off)\n");
  CHECK(not_checked_line(with_list("99213\n", "cpt.txt")).find("CPT,") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::checked_lists_test
