#include <doctest/doctest.h>

#include "tests/scrub/short_files.hpp"
#include "tests/support/structure.hpp"

namespace scrub837::test::splitting_test {
namespace {

void check_split(std::string const& input, std::string const& clean, std::string const& held) {
  CAPTURE(input);
  auto const out = split_text(input);
  CHECK(out.clean == clean);
  CHECK(out.held == held);
  CHECK(read_structure(out.clean).all_faults() == "");
  CHECK(read_structure(out.held).all_faults() == "");
}

TEST_CASE("splitting: nothing held, the file keeps its bytes") {
  auto const input = file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + good("G2") + se(13));
  check_split(input, input, "");
}

TEST_CASE("splitting: everything held, the held file is the input") {
  auto const input = file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + bad("H2") + se(13));
  check_split(input, "", input);
}

// A TA1 has no place in a set. It belongs to what it stands in, as any other stray does.
TEST_CASE("splitting: a TA1 in a level holds the claims below it") {
  auto const input =
      file_of(st() + provider("1*") + "TA1*1~" + subscriber("2*1") + bad("H1") + good("G1") + se(14));
  check_split(input, "", input);
}

TEST_CASE("splitting: a TA1 in a claim holds that claim alone") {
  auto const stray = good("G1") + "TA1*1~";
  check_split(file_of(st() + provider("1*") + subscriber("2*1") + stray + good("G2") + se(14)),
              file_of(st() + provider("1*") + subscriber("2*1") + good("G2") + se(10)),
              file_of(st() + provider("1*") + subscriber("2*1") + stray + se(11)));
}

TEST_CASE("splitting: a TA1 in a level of a set that loses a claim, with ENV010 ignored") {
  struct Case {
    std::string input, clean, held;
  };
  for (auto const& row :
       {Case{provider("1*") + "TA1*1~" + subscriber("2*1") + bad("H1") + good("G1") + se(14),
             provider("1*") + "TA1*1~" + subscriber("2*1") + good("G1") + se(11),
             provider("1*") + "TA1*1~" + subscriber("2*1") + bad("H1") + se(11)},
        Case{provider("1*") + subscriber("2*1") + "TA1*1~" + bad("H1") + subscriber("3*1") + good("G1") +
                 se(16),
             provider("1*") + subscriber("2*1") + good("G1") + se(10),
             provider("1*") + subscriber("2*1") + "TA1*1~" + bad("H1") + se(11)}}) {
    auto const out = scrub_text(file_of(st() + row.input), only_narratives({"ENV010"}));
    CHECK(out.clean == file_of(st() + row.clean));
    CHECK(out.held == file_of(st() + row.held));
  }
}

TEST_CASE("splitting: one of two claims of a subscriber is held") {
  check_split(file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + good("G1") + se(13)),
              file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + se(10)),
              file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10)));
  check_split(file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + bad("H1") + se(13)),
              file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + se(10)),
              file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10)));
}

TEST_CASE("splitting: the subscriber's own claim is held, the dependent's goes out") {
  check_split(file_of(st() + provider("1*") + subscriber("2*1", 1) + bad("H1") + dependent("3*2") +
                      good("G1") + se(15)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + good("G1") + se(12)),
              file_of(st() + provider("1*") + subscriber("2*1", 0) + bad("H1") + se(10)));
}

TEST_CASE("splitting: the only dependent's claim is held, and HL04 of the subscriber turns 0") {
  check_split(file_of(st() + provider("1*") + subscriber("2*1", 1) + good("G1") + dependent("3*2") +
                      bad("H1") + se(15)),
              file_of(st() + provider("1*") + subscriber("2*1", 0) + good("G1") + se(10)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + bad("H1") + se(12)));
}

TEST_CASE("splitting: one of two dependents is held, and HL04 of the subscriber stays 1") {
  check_split(file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + bad("H1") +
                      dependent("4*2") + good("G1") + se(16)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + good("G1") + se(12)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + bad("H1") + se(12)));
  check_split(file_of(st() + provider("1*") + subscriber("2*1", 1) + good("G1") + dependent("3*2") +
                      good("G2") + dependent("4*2") + bad("H1") + se(19)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + good("G1") + dependent("3*2") +
                      good("G2") + se(15)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + bad("H1") + se(12)));
}

TEST_CASE("splitting: one of two claims of a dependent is held, and the dependent stands in both files") {
  check_split(file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + bad("H1") +
                      good("G1") + se(15)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + good("G1") + se(12)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + bad("H1") + se(12)));
}

TEST_CASE("splitting: a household whose claims are all held goes, and those behind it move up") {
  check_split(file_of(st() + provider("1*") + subscriber("2*1", 1) + bad("H1") + dependent("3*2") +
                      bad("H2") + subscriber("4*1", 1) + dependent("5*4") + good("G1") + se(20)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + good("G1") + se(12)),
              file_of(st() + provider("1*") + subscriber("2*1", 1) + bad("H1") + dependent("3*2") +
                      bad("H2") + se(15)));
}

TEST_CASE("splitting: a provider whose claims are all held goes with its levels") {
  check_split(file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + provider("3*") +
                      subscriber("4*3") + good("G1") + se(17)),
              file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + se(10)),
              file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10)));
}

TEST_CASE("splitting: a wholly held set is held with its bytes, and GE01 of both files follows") {
  auto const first = st("0001") + provider("1*") + subscriber("2*1") + bad("H1") + se(10, "0001");
  auto const second = st("0002") + provider("1*") + subscriber("2*1") + good("G1") + se(10, "0002");
  check_split(file_of(first + second, 2), file_of(second), file_of(first));
}

TEST_CASE("splitting: a wholly held set keeps its levels without claims, wherever they stand") {
  auto const kept = st("0002") + provider("1*") + subscriber("2*1") + good("G1") + se(10, "0002");
  for (auto const& set : {st() + provider("1*") + subscriber("2*1") + subscriber("3*1") + bad("H1") + se(12),
                          st() + provider("1*") + subscriber("2*1") + bad("H1") + subscriber("3*1") + se(12),
                          st() + provider("1*") + subscriber("2*1") + bad("H1") + subscriber("3*1") +
                              bad("H2") + provider("4*", 0) + se(17)}) {
    check_split(file_of(set + kept, 2), file_of(kept), file_of(set));
  }
}

TEST_CASE("splitting: a subscriber without a claim stays in a set that lost nothing") {
  auto const input = file_of(st() + provider("1*") + subscriber("2*1") + subscriber("3*1", 1) +
                             dependent("4*3") + subscriber("5*1") + good("G1") + provider("6*", 0) + se(18));
  check_split(input, input, "");
}

TEST_CASE("splitting: a subscriber without a claim goes from a set that lost a claim") {
  // Before, between and behind the claims: what was kept at first is taken back.
  check_split(file_of(st() + provider("1*") + subscriber("2*1") + subscriber("3*1") + good("G1") +
                      subscriber("4*1") + subscriber("5*1") + bad("H1") + subscriber("6*1") + se(21)),
              file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + se(10)),
              file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10)));
}

TEST_CASE("splitting: a set without any claim stays in the clean file") {
  auto const empty = st("0001") + provider("1*", 0) + se(5, "0001");
  auto const other = st("0002") + provider("1*") + subscriber("2*1") + bad("H1") + se(10, "0002");
  check_split(file_of(empty + other, 2), file_of(empty), file_of(other));
}

TEST_CASE("splitting: foreign sets of the group stay in the clean file byte for byte") {
  std::string const remittance = "ST*835*0007~BPR*I*100~SE*3*0007~";
  auto const held = st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10);
  auto const clean = st("0002") + provider("1*") + subscriber("2*1") + good("G1") + se(10, "0002");
  check_split(file_of(remittance + held, 2), file_of(remittance), file_of(held));
  check_split(file_of(held + remittance + clean, 3), file_of(remittance + clean, 2), file_of(held));
}

TEST_CASE("splitting: groups and interchanges without a claim go, and IEA01 follows") {
  auto const held = st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10);
  auto const clean = st() + provider("1*") + subscriber("2*1") + good("G1") + se(10);
  check_split(isa() + gs("1") + held + ge(1, "1") + gs("2") + clean + ge(1, "2") + iea(2),
              isa() + gs("2") + clean + ge(1, "2") + iea(1), isa() + gs("1") + held + ge(1, "1") + iea(1));
  check_split(isa("000000001") + gs() + held + ge(1) + iea(1, "000000001") + isa("000000002") + gs() + clean +
                  ge(1) + iea(1, "000000002"),
              isa("000000002") + gs() + clean + ge(1) + iea(1, "000000002"),
              isa("000000001") + gs() + held + ge(1) + iea(1, "000000001"));
}

TEST_CASE("splitting: numbers that are still right keep their zeros, others are written plainly") {
  check_split(file_of(st() + provider("01*") + subscriber("02*01") + good("G1") + subscriber("03*01") +
                      bad("H1") + subscriber("04*01") + good("G2") + "SE*020*0001~"),
              file_of(st() + provider("01*") + subscriber("02*01") + good("G1") + subscriber("3*01") +
                      good("G2") + se(15)),
              file_of(st() + provider("01*") + subscriber("2*01") + bad("H1") + se(10)));
  // A count that is right as a number is left alone.
  auto const input = file_of(st() + provider("01*") + subscriber("02*01") + good("G1") + "SE*010*0001~");
  check_split(input, input, "");
}

TEST_CASE("splitting: LX01 and what the claims say of themselves is never touched") {
  std::string const odd =
      "CLM*G1*200***12:B:1*Y*A*Y*Y~REF*6R*007~LX*7~SV1*HC:99213*100*UN*1***1~LX*9~SV1*HC:99213*100*UN*1***1~";
  check_split(file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + odd + se(16)),
              file_of(st() + provider("1*") + subscriber("2*1") + odd + se(13)),
              file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10)));
}

TEST_CASE(
    "splitting: a set that loses its last claim after thousands of clean ones is numbered from its start") {
  std::string input = st() + provider("1*") + subscriber("2*1");
  std::string clean = st() + provider("1*");
  constexpr int households = 3000;
  for (int i = 0; i < households; ++i) {
    auto const claim = good("G" + std::to_string(i));
    input += subscriber(std::to_string(i + 3) + "*1") + claim;
    clean += subscriber(std::to_string(i + 2) + "*1") + claim;
  }
  input += subscriber(std::to_string(households + 3) + "*1", 1) + good("LAST") +
           dependent(std::to_string(households + 4) + "*" + std::to_string(households + 3)) + bad("H1");
  clean += subscriber(std::to_string(households + 2) + "*1", 0) + good("LAST");
  input += se(2 + 2 + 2 + households * 5 + 5 + 5 + 1);
  clean += se(2 + 2 + households * 5 + 5 + 1);
  auto const held =
      file_of(st() + provider("1*") + subscriber("2*1", 1) + dependent("3*2") + bad("H1") + se(12));
  // Both above and below what an output keeps in memory.
  for (std::size_t const block : {std::size_t{4096}, std::size_t{1} << 20U}) {
    auto const out = scrub_text(file_of(input), only_narratives(), block);
    CHECK((out.clean == file_of(clean)));
    CHECK(out.held == held);
    CHECK(out.claims(Disposition::clean) == households + 1);
  }
}

TEST_CASE("splitting: odd HL numbers are written anew where ENV011 looks, though nothing is held") {
  auto const out = split_text(file_of(st() + provider("5*") + subscriber("7*5") + good("G1") + se(10)));
  CHECK(out.clean == file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + se(10)));
  CHECK(out.claims(Disposition::clean) == 1);
  CHECK(out.rules() == "ENV011 ENV011");
}

TEST_CASE("splitting: odd HL numbers stay where ENV011 is ignored, unless the set loses a claim") {
  auto const settings = only_narratives({"ENV011"});
  auto const input = file_of(st() + provider("5*") + subscriber("7*5") + good("G1") + subscriber("9*5") +
                             good("G2") + se(15));
  CHECK(scrub_text(input, settings).clean == input);
  auto const out = scrub_text(file_of(st() + provider("5*") + subscriber("7*5") + good("G1") +
                                      subscriber("9*5") + bad("H1") + se(15)),
                              settings);
  CHECK(out.clean == file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + se(10)));
  CHECK(out.held == file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10)));
}

TEST_CASE("splitting: an HL02 that names another possible parent holds the claims below it alone") {
  auto const out =
      split_text(file_of(st() + provider("1*") + subscriber("2*1") + good("G1") + provider("3*") +
                         subscriber("4*1") + good("G2") + subscriber("5*3") + good("G3") + se(22)));
  CHECK(read_structure(out.held).find("G2") != nullptr);
  CHECK(read_structure(out.clean).find("G1") != nullptr);
  CHECK(read_structure(out.clean).find("G3") != nullptr);
  CHECK(read_structure(out.clean).all_faults() == "");
  CHECK(out.rules() == "ENV011");
  REQUIRE(out.rows.size() == 1);
  CHECK(out.rows[0].claim.empty());
  CHECK(out.rows[0].rule == "ENV011");
}

TEST_CASE("splitting: HL04 that contradicts its children is set right") {
  auto const out = split_text(file_of(st() + provider("1*", 0) + subscriber("2*1", 1) + good("G1") +
                                      subscriber("3*1", 0) + dependent("4*3") + good("G2") + se(17)));
  CHECK(out.clean == file_of(st() + provider("1*", 1) + subscriber("2*1", 0) + good("G1") +
                             subscriber("3*1", 1) + dependent("4*3") + good("G2") + se(17)));
  CHECK(out.rules() == "ENV011 ENV011 ENV011");
}

TEST_CASE("splitting: sums of the dispositions are to the cent") {
  auto const priced = [](std::string const& claim, std::string const& price) {
    auto text = claim;
    for (auto at = text.find("*100*"); at != std::string::npos; at = text.find("*100*", at + 1)) {
      text.replace(at, 5, "*" + price + "*");
    }
    return text;
  };
  auto const out = split_text(file_of(st() + provider("1*") + subscriber("2*1") + priced(good("G1"), "0.1") +
                                      priced(good("G2"), "0.2") + priced(bad("H1"), "99.99") +
                                      priced(bad("H2"), ".01") + se(19)));
  auto const& totals = out.outcome.totals;
  CHECK(totals.in.cents == 10030);
  CHECK(totals.of(Disposition::clean).cents == 30);
  CHECK(totals.of(Disposition::held).cents == 10000);
  CHECK(totals.of(Disposition::held).claims == 2);
}

TEST_CASE("splitting: a fault above the claims holds all below it with one row") {
  auto const out = split_text(file_of(st() + provider("1*") + subscriber("2*1") + "ZZZ*1~" + good("G1") +
                                      good("G2") + subscriber("3*1") + good("G3") + se(19)));
  CHECK(out.clean == file_of(st() + provider("1*") + subscriber("2*1") + good("G3") + se(10)));
  CHECK(out.held ==
        file_of(st() + provider("1*") + subscriber("2*1") + "ZZZ*1~" + good("G1") + good("G2") + se(14)));
  REQUIRE(out.rows.size() == 1);
  CHECK(out.rows[0].rule == "ENV009");
  CHECK(out.rows[0].claim_index == 0);
  CHECK(out.outcome.status == Status::held);
}

}  // namespace
}  // namespace scrub837::test::splitting_test
