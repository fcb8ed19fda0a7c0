#include "src/x12/gap.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/header.hpp"

namespace scrub837::test::gap_test {
namespace {

std::string const next_isa = isa_segment() + "~";

}  // namespace

TEST_CASE("find_interchange: the next ISA that can be read, or what could be an 837P set") {
  auto const find = [](std::string const& bytes) {
    auto const gap = find_interchange(bytes, true);
    return std::to_string(gap.end) + (gap.next == Gap::Next::interchange ? " ISA"
                                      : gap.next == Gap::Next::bare      ? " bare"
                                      : gap.next == Gap::Next::end       ? " end"
                                                                         : " more");
  };
  CHECK(find(next_isa) == "0 ISA");
  CHECK(find("Dear ISA, ISA*IS ALL* " + next_isa) == "22 ISA");
  CHECK(find("nothing here") == "12 end");
  CHECK(find("  ST*837*0001*005010X222A1~") == "2 bare");
  CHECK(find("GS*HC*A*B*20260914*1200*1*X*005010X222A1~ST*837*0001~") == "0 bare");
  CHECK(find("GS*HC*A*B*20260914*1200*1*X~ST*837*0001~") == "0 bare");
  // GS08 may be empty.
  CHECK(find("GS*HC*A*B*20260914*1200*1*X*~ST*837*0001~") == "0 bare");
  // What is left of a damaged ISA, or of a file that lost its beginning.
  CHECK(find("*ZZ*A*ZZ*B*261101*0100*^*00501*000000101*0*P*:~GS*HC*A*B*20260914*1200*1*X*005010X222A1~ST") ==
        "47 bare");
  // A level may be of another transaction.
  CHECK(find("TIN*TX~\nHL*2*1*22*0~SBR*P~") == "26 end");
  CHECK(find("6*M1~CLM*C1*150***12:B:1*Y*A*Y*Y~HI*ABK:E119~") == "5 bare");
  CHECK(find("x|~CLM|C1|150|||12>B>1|Y~\nHI|ABK>E119~") == "3 bare");
  CHECK(find("CLM: see below. HL is high, ST. 837 GS HC") == "41 end");
  CHECK(find("XCLM*C1*150***12:B:1*Y*A*Y*Y~HI*ABK:E119~") == "41 end");
}

TEST_CASE("find_interchange: the delimiters of what has no ISA") {
  auto const gap = find_interchange("x|!CLM|C1|150|||12>B>1|Y!\nHI|ABK>E119!", true);
  CHECK(gap.delimiters.element == '|');
  CHECK(gap.delimiters.terminator == '!');
}

}  // namespace scrub837::test::gap_test
