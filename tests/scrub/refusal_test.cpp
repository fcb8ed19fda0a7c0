#include <doctest/doctest.h>

#include <algorithm>

#include "tests/scrub/short_files.hpp"
#include "tests/support/structure.hpp"

namespace scrub837::test::refusal_test {
namespace {

std::string set_of(std::string const& control, std::string const& id, std::string const& trailer) {
  return st(control) + provider("1*") + subscriber("2*1") + good(id) + trailer;
}
std::string whole_set(std::string const& control, std::string const& id) {
  return set_of(control, id, se(10, control));
}

// A scope that a receiver would refuse, with neighbors that it would not.
struct Refusal {
  std::string what, rule, refused, before, behind, clean, held, mended;
};

std::vector<Refusal> refusals() {
  auto const one = whole_set("0001", "A");
  auto const two = whole_set("0002", "B");
  auto const three = whole_set("0003", "C");
  auto const other = isa("000000002") + gs() + one + ge(1) + iea(1, "000000002");
  auto const after = isa("000000003") + gs() + three + ge(1) + iea(1, "000000003");
  auto const frame = [](std::string const& sets, int count) {
    return isa() + gs() + sets + ge(count) + iea(1);
  };
  std::vector<Refusal> list;

  auto bad_set = set_of("0002", "B", se(10, "9999"));
  list.push_back({"SE02", "ENV002", bad_set, isa() + gs() + one, three + ge(3) + iea(1),
                  frame(one + three, 2), frame(bad_set, 1), frame(one + two + three, 3)});
  bad_set = set_of("0002", "B", "");
  list.push_back({"no SE", "ENV007", bad_set, isa() + gs() + one, three + ge(3) + iea(1),
                  frame(one + three, 2), frame(bad_set, 1), frame(one + two + three, 3)});

  auto bad_group = gs("2") + two + ge(1, "9");
  auto const groups = [&](std::string const& inner, int count) {
    return isa() + gs("1") + one + ge(1, "1") + inner + gs("3") + three + ge(1, "3") + iea(count);
  };
  auto const front = isa() + gs("1") + one + ge(1, "1");
  auto const back = gs("3") + three + ge(1, "3") + iea(3);
  list.push_back({"GE02", "ENV004", bad_group, front, back, groups("", 2), isa() + bad_group + iea(1),
                  groups(gs("2") + two + ge(1, "2"), 3)});
  bad_group = gs("2") + two;
  list.push_back({"no GE", "ENV007", bad_group, front, back, groups("", 2), isa() + bad_group + iea(1),
                  groups(gs("2") + two + ge(1, "2"), 3)});

  auto const bad_file = isa() + gs() + two + ge(1);
  list.push_back({"IEA02", "ENV006", bad_file + iea(1, "000000009"), other, after, other + after,
                  bad_file + iea(1, "000000009"), other + bad_file + iea(1) + after});
  list.push_back({"no IEA", "ENV007", bad_file, other, after, other + after, bad_file,
                  other + bad_file + iea(1) + after});
  list.push_back(
      {"no IEA at the end", "ENV007", bad_file, other, "", other, bad_file, other + bad_file + iea(1)});
  auto const line = isa() + gs() + two;
  list.push_back({"cut behind SE", "ENV007", line, other, "", other, line, other + bad_file + iea(1)});

  auto wide = bad_file + iea(1);
  wide.replace(wide.find("DEMOSENDER     "), 15, "SENDER-OF-A-LONG-NAME");
  auto narrowed = wide;
  narrowed.replace(narrowed.find("SENDER-OF-A-LONG-NAME"), 21, "SENDER-OF-A-LON");
  list.push_back(
      {"ISA too wide", "ENV008", wide, other, after, other + after, wide, other + narrowed + after});
  return list;
}

TEST_CASE("an envelope error holds its scope as received, and leaves the neighbors alone") {
  for (auto const& it : refusals()) {
    for (std::size_t const block : {std::size_t{64}, std::size_t{1} << 20U}) {
      CAPTURE(it.what);
      CAPTURE(block);
      auto const out = scrub_text(it.before + it.refused + it.behind, only_narratives(), block);
      CHECK(out.clean == it.clean);
      CHECK(out.held == it.held);
      CHECK(out.held.find(it.refused) != std::string::npos);
      CHECK(out.outcome.status == Status::refused);
      CHECK(out.claims(Disposition::held) == 1);
      CHECK(out.claims(Disposition::fixed) == 0);
      CHECK(out.outcome.totals.by_rule.contains(it.rule));
      REQUIRE(out.rows.size() >= 1);
      for (auto const& row : out.rows) {
        CHECK(row.claim_index == 0);
        CHECK(row.claim.empty());
      }
      // A neighbor has no finding.
      CHECK(std::none_of(out.findings.begin(), out.findings.end(),
                         [](Found const& f) { return f.claim_index > 0; }));
    }
  }
}

TEST_CASE("an envelope error has exactly one row") {
  for (auto const& it : refusals()) {
    // A file cut at once lacks several trailers.
    if (it.what == "cut behind SE") continue;
    CAPTURE(it.what);
    auto const out = scrub_text(it.before + it.refused + it.behind, only_narratives());
    CHECK(out.rows.size() == 1);
    CHECK(out.rules() == it.rule);
    if (!out.rows.empty()) CHECK(out.rows[0].rule == it.rule);
  }
}

TEST_CASE("--hold never lets out no scope that a receiver refuses as a whole") {
  for (auto const& it : refusals()) {
    CAPTURE(it.what);
    auto settings = only_narratives();
    settings.hold = Hold::never;
    auto const input = it.before + it.refused + it.behind;
    auto const out = scrub_text(input, settings);
    auto const usual = scrub_text(input, only_narratives());
    CHECK(out.clean == usual.clean);
    CHECK(out.held == usual.held);
    CHECK(out.rows.size() == usual.rows.size());
    CHECK(out.claims(Disposition::released) == 0);
    CHECK(out.claims(Disposition::held) == usual.claims(Disposition::held));
    CHECK(out.outcome.status == Status::refused);
  }
}

TEST_CASE("unsafe fixes mend the envelope, and nothing is held") {
  for (auto const& it : refusals()) {
    CAPTURE(it.what);
    auto settings = only_narratives();
    settings.unsafe_fixes = true;
    auto const out = scrub_text(it.before + it.refused + it.behind, settings);
    CHECK(out.clean == it.mended);
    CHECK(out.held.empty());
    CHECK(out.claims(Disposition::held) == 0);
    CHECK(out.outcome.status == Status::ok);
    CHECK(out.rows.empty());
    CHECK(read_structure(out.clean).all_faults() == "");
  }
}

TEST_CASE("unsafe fixes: IEA02 becomes the ISA13 that goes out, not the one that was received") {
  auto input = isa() + gs() + whole_set("0001", "A") + ge(1) + "IEA*1*00~";
  input.replace(input.find("*000000001*"), 11, "**");
  auto settings = only_narratives();
  settings.unsafe_fixes = true;
  auto const out = scrub_text(input, settings);
  CHECK(out.clean.find("*000000000*0*") != std::string::npos);
  CHECK(out.clean.ends_with("IEA*1*000000000~"));
  CHECK(scrub_text(out.clean, settings).clean == out.clean);
}

TEST_CASE("wrong counts are mended and hold nothing") {
  auto const out = split_text(isa() + gs() + set_of("0001", "A", se(99)) + ge(7) + iea(5));
  CHECK(out.clean == file_of(whole_set("0001", "A")));
  CHECK(out.rules() == "ENV001 ENV003 ENV005");
  CHECK(out.outcome.status == Status::ok);
  CHECK(out.claims(Disposition::clean) == 1);
}

TEST_CASE("no fix goes into a claim of a refused set") {
  std::string untidy = good("U1");
  untidy.replace(untidy.find("HC:99213"), 8, "HC:99600:::::WOUND  CARE LEFT HEEL ");
  auto const input = file_of(st() + provider("1*") + subscriber("2*1") + untidy + se(10, "0009"));
  auto const out = split_text(input);
  CHECK(out.held == input);
  CHECK(out.clean.empty());
  for (auto const& found : out.findings) CHECK_FALSE(found.applied);
}

TEST_CASE("a missing trailer before an interchange of other delimiters is made with its own") {
  auto other = file_of(whole_set("0002", "B"));
  std::replace(other.begin(), other.end(), '~', '!');
  std::replace(other.begin(), other.end(), '*', '|');
  auto const cut = isa() + gs() + whole_set("0001", "A") + ge(1);
  auto settings = only_narratives();
  settings.unsafe_fixes = true;
  auto const out = scrub_text(cut + other, settings);
  CHECK(out.clean == cut + iea(1) + other);
  CHECK(out.rules().find("ENV011") == std::string::npos);
  // Levels that are still open when the next ISA comes are judged with their own delimiters.
  auto const open = isa() + gs() + set_of("0001", "A", "");
  CHECK(split_text(open + other).rules().find("ENV011") == std::string::npos);
  CHECK(split_text(open + other).held == open);
  CHECK(split_text(open + other).clean == other);
}

TEST_CASE("an ISA that only an unsafe fix could mend holds its interchange, whatever its first set is") {
  auto const refused = set_of("0001", "A", se(10, "9999"));
  auto input = file_of(refused + whole_set("0002", "B"), 2);
  input.replace(input.find("DEMOSENDER     "), 15, "SENDER-OF-A-LONG-NAME");
  auto const out = split_text(input);
  CHECK(out.held == input);
  CHECK(out.clean.empty());
  CHECK(out.claims(Disposition::held) == 2);
}

TEST_CASE("an ISA and bytes before it are mended though the first set is refused") {
  auto const refused = set_of("0001", "A", se(10, "9999"));
  auto const kept = whole_set("0002", "B");
  auto input = "\xEF\xBB\xBF" + file_of(refused + kept, 2);
  input.replace(input.find("DEMOSENDER     "), 15, "DEMOSENDER");
  auto const out = split_text(input);
  CHECK(out.clean == file_of(kept));
  CHECK(out.claims(Disposition::held) == 1);
  for (auto const& found : out.findings) CHECK(found.applied == (found.rule != "ENV002"));
  CHECK(out.rows.size() == 1);
}

TEST_CASE("sets without a header above them are judged and held") {
  for (auto const& input : {whole_set("0001", "A"), gs() + whole_set("0001", "A") + ge(1),
                            isa() + gs() + provider("1*") + subscriber("2*1") + good("A") + ge(1) + iea(1)}) {
    CAPTURE(input);
    auto const out = split_text(input);
    CHECK(out.claims(Disposition::held) == 1);
    CHECK(out.held.find(good("A")) != std::string::npos);
    CHECK(out.clean.find("CLM") == std::string::npos);
    CHECK(out.rules().find(input.starts_with("ISA") ? "SCR004" : "ENV019") != std::string::npos);
    CHECK(out.rows.size() >= 1);
    CHECK(scrub_text(input, ignoring({"ALL"})).clean == input);
  }
}

TEST_CASE("a set without an SE keeps the claims that are whole, and says so once") {
  auto const out = split_text(file_of(set_of("0001", "A", "") + set_of("0002", "B", ""), 2));
  CHECK(out.claims(Disposition::held) == 2);
  CHECK(out.rules() == "ENV007 ENV007");
}

TEST_CASE("text at the end of a file stays with the interchange that it is behind") {
  auto const kept = file_of(whole_set("0001", "A"));
  auto const held =
      isa("000000002") + gs() + set_of("0001", "B", se(10, "9999")) + ge(1) + iea(1, "000000002");
  for (std::string const text : {"ISA*", "text"}) {
    CAPTURE(text);
    auto const out = split_text(kept + held + text);
    CHECK(out.clean == kept);
    CHECK(out.held == held + text);
  }
  CHECK(split_text(held + kept + "text").clean == kept + "text");
}

TEST_CASE("strays behind a level without a claim keep their place") {
  auto const input =
      isa() + provider("1*") + subscriber("2*1", 1) + good("A") + dependent("3*2") + ge(1) + iea(1);
  CHECK(scrub_text(input, ignoring({"ALL"})).clean == input);
}

}  // namespace
}  // namespace scrub837::test::refusal_test
