#include <doctest/doctest.h>

#include <array>

#include "tests/scrub/short_files.hpp"

// What is scrubbed, what is left as it is, and what is refused.

namespace scrub837::test::what_is_read_test {
namespace {

constexpr std::array<std::size_t, 5> block_sizes{64, 65, 127, 4096, std::size_t{1} << 20U};

TEST_CASE("what is read: UTF-16 is named and refused") {
  std::string wide = "\xFF\xFE";
  for (char const c : file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10)))
    wide += {c, '\0'};
  for (auto const& input : {wide, wide.substr(2)}) {
    auto const out = split_text(input);
    CHECK(out.outcome.status == Status::unreadable);
    CHECK(out.rules() == "SCR003");
    CHECK(out.clean.empty());
    CHECK(out.held.empty());
  }
}

TEST_CASE("what is read: an empty file and rubbish are unreadable, and nothing goes out") {
  std::string noise;
  std::uint32_t state = 837;
  for (int i = 0; i < 200000; ++i) {
    state = state * 1664525U + 1013904223U;
    noise.push_back(static_cast<char>(state >> 24U));
  }
  for (auto const& input : {std::string{}, std::string("\n"), std::string("ISA"), std::string("ISA*00*"),
                            std::string("Dear Sir or Madam, ISA is a word."), isa().substr(0, 104), noise}) {
    for (auto const block : block_sizes) {
      auto const out = scrub_text(input, {}, block);
      CHECK(out.outcome.status == Status::unreadable);
      CHECK(out.clean.empty());
      CHECK(out.held.empty());
      CHECK(out.rules() == "SCR002");
      CHECK(out.outcome.totals.in.claims == 0);
    }
  }
}

TEST_CASE("what is read: what is no 837P is left byte for byte and said once a set") {
  std::string const remittance =
      isa() + "GS*HP*A*B*20260914*1200*1*X*005010X221A1~ST*835*0001~BPR*I*100~SE*3*0001~GE*1*1~" + iea(1);
  auto const institutional = [](std::string const& version, std::string const& st03) {
    return isa() + gs("1", version) + "ST*837*0001" + st03 + "~BHT*0019*00*1*20260914*1200*CH~" +
           provider("1*") + subscriber("2*1") + "CLM*I1*100***11:A:1~LX*1~SV2*0551*HC:G0299*100*UN*1~" +
           se(10) + ge(1) + iea(1);
  };
  std::string const old = isa() + gs("1", "004010X098A1") + "ST*837*0001~BHT*0019*00*1*20260914*1200*CH~" +
                          provider("1*") + subscriber("2*1") + bad("O1") + se(10) + ge(1) + iea(1);
  for (auto const& input : {remittance, institutional("005010X223A2", "*005010X223A2"),
                            institutional("005010X222A1", "*005010X222A1"), institutional("005010X222A1", ""),
                            institutional("", ""), institutional("005010X223A2", ""), old}) {
    CAPTURE(input);
    for (auto const block : block_sizes) {
      auto const out = scrub_text(input, {}, block);
      CHECK(out.clean == input);
      CHECK(out.held.empty());
      CHECK(out.rules() == "SCR001");
      CHECK(out.outcome.status == Status::ok);
      CHECK(out.outcome.totals.in.claims == 0);
    }
  }
}

TEST_CASE("what is read: a refused set that is no 837P goes its way all the same") {
  auto const input = isa() + gs("1", "004010") + "ST*837*0001*005010X222A1~" + provider("1*") +
                     subscriber("2*1") + "CLM*I1*100***11:A:1~LX*1~SV2*0551*HC:G0299*100*UN*1~" + se(9) +
                     ge(1) + iea(1);
  for (auto const& text : {input, isa() + gs("1", "005010") + input.substr(input.find("ST*"))}) {
    CAPTURE(text);
    CHECK(scrub_text(text).clean == text);
    CHECK(scrub_text(text).held.empty());
  }
}

TEST_CASE("what is read: levels without an ST behind a set of another kind are left with it") {
  std::string const other = "ST*999*0001*005010X231A1~AK9*A*1*1*1~";
  std::string const levels = "HL*1**20*0~NM1*PR*2*DEMO PAYER*****PI*PAY01~SE*5*0001~";
  auto const input = isa() + gs("1", "") + other + "SE*3*0001~" + levels + ge(1) + iea(1);
  auto const out = scrub_text(input);
  CHECK(out.clean == input);
  CHECK(out.rules() == "SCR001");
  auto const claims = isa() + gs("1", "") + other + "SE*3*0001~" + provider("1*") + subscriber("2*1") +
                      bad("H1") + se(8) + ge(1) + iea(1);
  CHECK(scrub_text(claims).claims(Disposition::held) == 1);
}

TEST_CASE("what is read: without a version, the service lines tell that it is an 837P") {
  auto const input = isa() + gs("1", "") + "ST*837*0001~BHT*0019*00*1*20260914*1200*CH~" + provider("1*") +
                     subscriber("2*1") + bad("H1") + se(10) + ge(1) + iea(1);
  CHECK(split_text(input).held == input);
  CHECK(split_text(input).rules() == "ENV016 NAR001");
}

TEST_CASE("what is read: the versions X222, X222A1 and X222A2 are scrubbed") {
  for (auto const* const version : {"005010X222", "005010X222A1", "005010X222A2"}) {
    auto const input = isa() + gs("1", version) + "ST*837*0001*" + version +
                       "~BHT*0019*00*1*20260914*1200*CH~" + provider("1*") + subscriber("2*1") + bad("H1") +
                       se(10) + ge(1) + iea(1);
    CHECK(split_text(input).held == input);
  }
}

}  // namespace
}  // namespace scrub837::test::what_is_read_test
