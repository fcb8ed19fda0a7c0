#include <doctest/doctest.h>

#include <algorithm>

#include "tests/scrub/short_files.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// Stretches whose delimiters are not those of the ISA above them, and segments that have run into each other:
// no claim in them goes out unjudged, and none is lost.

namespace scrub837::test::mixed_delimiters_test {
namespace {

std::string one_set(std::string const& content, int segments) {
  return st() + provider("1*") + subscriber("2*1") + content + se(segments);
}

std::string ended_by(std::string text, char terminator) {
  std::replace(text.begin(), text.end(), '~', terminator);
  return text;
}

std::size_t claims_in(std::string const& text) {
  std::size_t count = 0;
  for (auto at = text.find("CLM*"); at != text.npos; at = text.find("CLM*", at + 1)) ++count;
  return count;
}

TEST_CASE("mixed delimiters: claims that end their segments otherwise are judged and held") {
  auto const rest = ended_by(subscriber("3*1") + good("G2") + good("G3") + se(20) + ge(1) + iea(1), '|');
  auto const input = isa() + gs() + st() + provider("1*") + subscriber("2*1") + good("G1") + rest;
  auto const out = split_text(input);
  CHECK(out.outcome.totals.in.claims == 3);
  CHECK(out.claims(Disposition::held) == 3);
  CHECK(out.clean == "");
  CHECK(claims_in(out.held) == 3);
  CHECK(count_of(out, "ENV019") == 1);
}

TEST_CASE("mixed delimiters: strays behind an interchange are held with it, whatever ends them") {
  auto const whole = file_of(one_set(good("G1"), 10));
  for (std::string const stray : {"LX*2|SV1*HC:99600*1*UN*1|CLM*X*1***12:B:1*Y*A*Y*Y|HI*ABK:Z9181|",
                                  "GE|1|1'IEA|1|000000001'", "CLM*X*1~", "IEA*1*000000001~"}) {
    CAPTURE(stray);
    auto const out = split_text(whole + stray);
    CHECK(out.clean == whole);
    CHECK(out.held.find(stray.substr(0, 5)) == 0);
    CHECK(out.outcome.status == Status::refused);
    CHECK(split_text(out.clean).held == "");
  }
}

TEST_CASE("mixed delimiters: claims in text that no grammar reads are held with it") {
  auto const whole = file_of(one_set(good("G1"), 10));
  auto const out = split_text("see CLM*X*1 and the rest" + whole);
  CHECK(out.held.find("see CLM*X*1 and the rest") == 0);
  CHECK(out.clean == whole);
  CHECK(count_of(out, "ENV019") == 1);
  // A blank may be the element separator.
  CHECK(split_text("CLM D1 8   12>B>1 Y A Y Y\nHI ABK>Z9181\n" + whole).held.find("CLM D1 8") == 0);
  // Words are no claim.
  CHECK(split_text("CLM 17 of 20" + whole).clean == "CLM 17 of 20" + whole);
}

TEST_CASE("mixed delimiters: isa in lower case is an ISA only where an interchange goes on") {
  auto const lower = "isa*00*x~";
  auto const claim = replaced(good("G1"), "LX*1~", std::string(lower) + "LX*1~");
  auto const out = split_text(file_of(one_set(claim, 11)));
  CHECK(out.outcome.totals.in.claims == 1);
  CHECK(out.claims(Disposition::held) + out.claims(Disposition::clean) == 1);
  CHECK((out.clean + out.held).find(lower) != std::string::npos);
}

TEST_CASE("mixed delimiters: an ISA in the midst of a name is no interchange") {
  auto const name = subscriber("2*1") + "NM1*QC*1*\r\nISA*JANE~";
  auto const out = split_text(file_of(st() + provider("1*") + name + good("G1") + se(11)));
  CHECK(out.outcome.totals.in.claims == 1);
}

TEST_CASE("mixed delimiters: a claim that has run into a level is in one of the files") {
  auto const run_in = replaced(subscriber("3*1") + good("G2"), "*22*0~", "*22*");
  auto const at = run_in.find("*22*") + 4;
  auto const level = run_in.substr(0, at) + run_in.substr(run_in.find("CLM*"));
  auto const input = file_of(one_set(good("G1") + bad("H1") + level, 20));
  for (auto const& out : {split_text(input), scrub_text(input, with_unsafe_fixes())}) {
    CHECK(claims_in(out.clean) + claims_in(out.held) == claims_in(input));
    CHECK(claims_in(out.clean) == out.claims(Disposition::clean) + out.claims(Disposition::fixed));
  }
}

TEST_CASE("mixed delimiters: BIN keeps the line ends in its data, in an 837P too") {
  auto const claim = good("G1") + "BIN*4*\r\n\r\n~";
  auto const out = split_text(file_of(one_set(claim, 11)));
  CHECK((out.clean + out.held).find("BIN*4*\r\n\r\n~") != std::string::npos);
}

TEST_CASE("mixed delimiters: an ISA with an element too many is never written anew") {
  auto const input = replaced(file_of(one_set(good("G1"), 10)), "*P*:~", "*P*:*~");
  REQUIRE(input.find("*P*:*~") != std::string::npos);
  auto const out = scrub_text(input, with_unsafe_fixes());
  CHECK(out.clean == "");
  CHECK(out.held.find(input.substr(0, input.find("GS*"))) == 0);
}

TEST_CASE("mixed delimiters: an IEA02 beside an empty ISA13 says what goes out") {
  auto const input = replaced(replaced(file_of(one_set(good("G1"), 10)), "*000000001*0*", "**0*"),
                              "IEA*1*000000001", "IEA*1*");
  auto settings = only_narratives();
  settings.unsafe_fixes = true;
  auto const out = scrub_text(input, settings);
  CHECK(out.clean.find("*000000000*0*") != std::string::npos);
  CHECK(out.clean.find("IEA*1*000000000~") != std::string::npos);
  CHECK(scrub_text(out.clean, settings).clean == out.clean);
}

TEST_CASE("mixed delimiters: an ISA that is cut short is no interchange, and is not written anew") {
  auto const open_end = isa() + gs() + st();
  auto const rest = ended_by(gs() + one_set(good("G1") + good("G2"), 17) + ge(1) + iea(1), '|');
  auto const input = open_end + "ISA*00*          *00*          *ZZ*SENDER       |\r\n" + rest;
  auto const out = scrub_text(input, with_unsafe_fixes());
  CHECK(claims_in(out.held) == 2);
  CHECK(out.held.find(input.substr(open_end.size())) != std::string::npos);
  CHECK(out.clean.find("ISA", 1) == std::string::npos);
  CHECK(scrub_text(out.clean, with_unsafe_fixes()).held == "");
}

TEST_CASE("mixed delimiters: a header without its ISA that runs over claims is held") {
  // No segment of it ends: the separator of ISA16 is taken for the terminator.
  auto header = isa();
  while (header.back() != ':') header.pop_back();
  std::string sets;
  for (int i = 0; i < 3; ++i)
    sets +=
        "ST*270*0001*005010X279A1BHT*0022*13*1*20260914*1200HL*1**20*1NM1*PR*2*DEMO "
        "PAYER*****PI*PAY01SE*5*0001";
  auto const input = header + "GS*HC*SENDER*RECEIVER*20260914*1200*1*X*005010X222" + sets +
                     "GE*3*1IEA*1*000000001BIN**CLM*X1*100***12:B:1*Y*A*Y*YG";
  auto const out = scrub_text(input, with_unsafe_fixes());
  CHECK(out.clean == "");
  CHECK(out.held == input);
  CHECK(count_of(out, "ENV019") == 1);
}

TEST_CASE("mixed delimiters: what comes after sets without an ISA is read alike whenever it is read") {
  auto const whole = file_of(one_set(good("G1") + good("G2"), 17));
  auto const no_isa = whole.substr(whole.find("GS*"));
  // The unsafe fix of the second interchange makes it be read again.
  auto const input = no_isa + iea(1) + replaced(whole, "HL*2*1*22*0", "HL*7*1*22*1");
  auto const large = scrub_text(input, with_unsafe_fixes());
  for (std::size_t const block_size : {64U, 100U, 1000U}) {
    auto const small = scrub_text(input, with_unsafe_fixes(), block_size);
    CHECK(small.rules() == large.rules());
    CHECK(small.clean == large.clean);
    CHECK(small.held == large.held);
  }
}

TEST_CASE("mixed delimiters: segments without terminators are read to the end, and held") {
  std::string const input =
      "E*1*71IEA*1*000000771ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       "
      "*260914*1200*^*00501*000000771*0*P*:GS*PI*A*B*20260914*1200*71*X*006020X314ST*275*0001*006020X314BGN*"
      "11*1*"
      "20260914NM1*PR*2*DEMO "
      "PAYER*****PI*PAY01LX*1TRN*1*A000001CAT*AE*MBEFI*05BIN*30*CLM*X1*100SV1*HC:99600*100"
      "SE*9*0001G";
  auto const out = split_text(input);
  CHECK(out.clean == "");
  CHECK(out.held == input);
}

TEST_CASE("mixed delimiters: claims of ours below the header of another transaction are held") {
  auto const whole = file_of(one_set(good("G1") + good("G2"), 17));
  auto const level = whole.find("HL*2*1*22");
  REQUIRE(level != std::string::npos);
  // Another group stands in the set.
  for (std::string const gs :
       {"GS*PI*A*B*20260914*1200*9*X*006020X314~", "GS*HP*A*B*20260914*1200*9*X*005010X221A1~"}) {
    auto const out = split_text(std::string(whole).insert(level, gs));
    CHECK(claims_in(out.clean) == 0);
    CHECK(claims_in(out.held) == 2);
    CHECK(out.outcome.totals.in.claims == 2);
  }
  // Ours lost its header, and an institutional set before it its trailers.
  auto const institutional = "CLM*I1*100***11:A:1**A*Y*Y~HI*ABK:I509~LX*1~SV2*0300*HC:99600*100*UN*1~";
  auto const both = isa() + "GS*HC*A*B*20260914*1200*9*X*005010X223A2~ST*837*0009*005010X223A2~" +
                    provider("1*") + subscriber("2*1") + institutional + provider("1*") + subscriber("2*1") +
                    good("G1") + good("G2") + se(17) + ge(1) + iea(1);
  auto const out = split_text(both);
  CHECK(claims_in(out.clean) == 0);
  CHECK(claims_in(out.held) == 3);
}

TEST_CASE("mixed delimiters: a level that a claim stands in keeps its bytes") {
  auto const level = "HL*CLM|D1|22|||12:B:1|Y|A|Y|Y*2*23*0~";
  auto const input = file_of(st() + "HL*2*1*22*1~" + level + se(4));
  auto const out = split_text(input);
  CHECK((out.clean + out.held).find(level) != std::string::npos);
}

TEST_CASE("mixed delimiters: what is left of a lost level holds the claims that follow") {
  for (std::string const left :
       {"DMG*D8*19700101*F~", "NM1*PR*2*DEMO PAYER*****PI*PAY01~", "N4*DEMOTOWN*NY*100010001~"}) {
    CAPTURE(left);
    auto const out = split_text(file_of(one_set(good("G1") + left + good("G2"), 18)));
    CHECK(claims_in(out.clean) == 0);
    CHECK(claims_in(out.held) == 2);
  }
}

}  // namespace
}  // namespace scrub837::test::mixed_delimiters_test
