#include <doctest/doctest.h>

#include <set>
#include <vector>

#include "scrub837/error_kind.hpp"
#include "scrub837/rule.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::error_kinds_test {
namespace {

TEST_CASE("error kinds: each has a word of its own, and codes that acknowledgments know") {
  std::set<std::string_view> const segment{"",  "1",  "2",  "3",  "4",  "5", "6",
                                           "7", "I4", "I6", "I7", "I8", "I9"};
  std::set<std::string_view> const element{"",   "1",  "2",  "3",  "4",  "5",   "6",   "7",   "8",  "9",
                                           "10", "12", "13", "I6", "I9", "I10", "I11", "I12", "I13"};
  std::set<std::string_view> const set{"", "1", "2", "3", "4", "5", "6", "7", "23"};
  std::set<std::string_view> const group{"", "1", "2", "3", "4", "5", "6", "19"};
  std::set<std::string_view> words;
  for (auto const& [kind, word, meaning, codes] : error_kinds()) {
    std::string const named(word);
    CAPTURE(named);
    CHECK(words.insert(word).second);
    CHECK(!meaning.empty());
    CHECK(name_of(kind) == word);
    CHECK(ack_codes(kind).segment == codes.segment);
    CHECK(segment.contains(codes.segment));
    CHECK(element.contains(codes.element));
    CHECK(element.contains(codes.component));
    CHECK(set.contains(codes.set));
    CHECK(group.contains(codes.group));
    CHECK((codes.interchange.empty() || (codes.interchange.size() == 3 && codes.interchange <= "031")));
  }
  CHECK(name_of(ErrorKind::of_rule) == "");
  CHECK(ack_codes(ErrorKind::of_rule).element == "");
}

std::string claim(std::string const& more) { return "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~" + more; }

std::string const diagnosis = "HI*ABK:Z9181~";
std::string line(std::string const& sv1 = "SV1*HC:99213*125*UN*1***1", std::string const& behind = "") {
  return "LX*1~" + sv1 + "~" + behind + "DTP*472*D8*20260914~";
}

// The fault of a snippet in a file, and what a 999 has for it: IK304 where a segment or loop is meant, else
// IK403.
struct Fault {
  std::string rule, code;
  std::string snippet;
};

TEST_CASE("error kinds: what is found has the 999 code that public acknowledgments give the same fault") {
  std::string repeated;
  for (int i = 1; i <= 51; ++i)
    repeated += "LX*" + std::to_string(i) + "~SV1*HC:99213*0*UN*1***1~DTP*472*D8*20260914~";
  for (auto const& fault : std::vector<Fault>{
           // segments and loops
           {"ENV009", "1", claim(diagnosis + "XYZ*1~" + line())},
           {"ENV010", "2", claim(diagnosis + line() + "SBR*P~")},
           {"USE001", "3", claim(line())},
           {"USE003", "3", claim(diagnosis)},
           {"USE005", "4", "CLM*DEMO-1*0***12:B:1*Y*A*Y*Y~" + diagnosis + repeated},
           {"USE004", "5", claim("REF*EA*1~REF*EA*2~" + diagnosis + line())},
           {"NAR008", "5", claim("NTE*ADD*ONE TEXT~NTE*TPO*ANOTHER~" + diagnosis + line())},
           {"USE007", "7", claim(diagnosis + "REF*EA*1~" + line())},
           {"ATT012", "7", claim(diagnosis + "PWK*NN*BM***AC*ACN0001~" + line())},
           {"USE008", "I4", claim(diagnosis + "NM1*82*1*ROE*RO****XX*1234567893~DMG*D8*19700101~" + line())},
           {"SIT001", "I6",
            "HL*1**20*1~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO "
            "ST~N4*RICHMOND*VA*232190000~REF*EI*123456789~"
            "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*2 DEMO "
            "ST~N4*RICHMOND*VA*23219~NM1*PR*2*"
            "DEMO PAYER*****PI*PAYER01~" +
                claim(diagnosis + line())},
           {"SIT006", "I6", "CLM*DEMO-1*125***12:B:7*Y*A*Y*Y~" + diagnosis + line()},
           // elements
           {"USE002", "1", claim(diagnosis + line("SV1*HC:99213*125*UN****1"))},
           {"SIT004", "1", claim(diagnosis + line("SV1*HC:99213*125*UN*1"))},
           {"USE011", "2", claim("CR1*LB***A*DH*10~" + diagnosis + line())},
           {"ATT002", "I9", claim("PWK*NN*BM~" + diagnosis + line())},
           {"ATT002", "2", claim("PWK*NN*BM***AC~" + diagnosis + line())},
           {"ATT003", "2", claim("PWK*NN*BM****ACN0001~" + diagnosis + line())},
           {"ATT003", "7", claim("PWK*NN*BM***ZZ*ACN0001~" + diagnosis + line())},
           {"USE010", "3", claim(diagnosis + line("SV1*HC:99213*125*UN*1***1" + std::string(16, '*') + "1"))},
           {"ATT005", "4", claim("PWK*NN*BM***AC*A~" + diagnosis + line())},
           {"ATT005", "5", claim("PWK*NN*BM***AC*" + std::string(51, 'A') + "~" + diagnosis + line())},
           {"LEN002", "5", claim("REF*EA*" + std::string(51, 'A') + "~" + diagnosis + line())},
           {"LEN003", "6", claim(diagnosis + line("SV1*HC:99213*125*UN*ONE***1"))},
           {"LEN005", "6", claim(diagnosis + line("SV1*HC:99213*125.125*UN*1***1"))},
           {"SYN001", "6",
            claim("REF*EA*A\x01"
                  "B~" +
                  diagnosis + line())},
           {"COD001", "7", claim(diagnosis + line("SV1*XX:99213*125*UN*1***1"))},
           {"NAR009", "7", claim("NTE*XYZ*TEXT~" + diagnosis + line())},
           {"NAR009", "1", claim("NTE**TEXT~" + diagnosis + line())},
           {"ATT007", "7", claim("PWK*77*BM***AC*ACN0001~" + diagnosis + line())},
           {"ATT007", "1", claim("PWK**BM***AC*ACN0001~" + diagnosis + line())},
           {"ATT008", "7", claim("PWK*NN*XX***AC*ACN0001~" + diagnosis + line())},
           {"LEN004", "8", claim("DTP*435*D8*20260931~" + diagnosis + line())},
           {"LEN004", "9", "BHT*0019*00*DEMO1*20261130*9999*CH~" + claim(diagnosis + line())},
           {"USE006", "12",
            claim("HI*ABK:Z9181*ABF:A1*ABF:A2*ABF:A3*ABF:A4*ABF:A5*ABF:A6*ABF:A7*ABF:A8*ABF:A9*ABF:B1*ABF:B2*"
                  "ABF:B3~" +
                  line())},
           {"USE009", "I10", claim(diagnosis + line("SV1*HC:99213*125*UN*1**4*1"))},
           {"NAR001", "I9", claim(diagnosis + line("SV1*HC:99600*125*UN*1***1"))},
           {"NAR002", "I9",
            claim(diagnosis + line("SV1*HC:99600*125*UN*1***1") +
                  "NTE*ADD*COMPLEX WOUND CARE LEFT HEEL 45 MIN~")},
           {"ATT004", "I13", claim("PWK*NN*AA***AC*ACN0001~" + diagnosis + line())},
           {"SIT026", "I13", claim(diagnosis + "NM1*82*2*ROE CARE*RO****XX*1234567893~" + line())},
           // no matter of a 999
           {"BAL001", "", "CLM*DEMO-1*126***12:B:1*Y*A*Y*Y~" + diagnosis + line()},
           {"NAR004", "", claim(diagnosis + line("SV1*HC:99600:::::UNLISTED SERVICE*125*UN*1***1"))},
           {"SIT003", "", claim(diagnosis + line("SV1*HC:99213*125*UN*1***2"))},
       }) {
    CAPTURE(fault.rule);
    CAPTURE(fault.snippet);
    auto const out = scrub_text(file_with(fault.snippet));
    CAPTURE(out.rules());
    auto const found = findings_of(out, fault.rule);
    REQUIRE(!found.empty());
    auto const codes = ack_codes(found.front().kind);
    bool const whole = found.front().element.empty() || codes.element.empty();
    CHECK(std::string(whole ? codes.segment : codes.element) == fault.code);
  }
}

TEST_CASE("error kinds: trailers, control numbers and repeats have codes of sets, groups and interchanges") {
  CHECK(find_rule("ENV001")->kind == ErrorKind::count_mismatch);
  CHECK(ack_codes(ErrorKind::count_mismatch).set == "4");
  CHECK(ack_codes(ErrorKind::count_mismatch).group == "5");
  CHECK(ack_codes(ErrorKind::count_mismatch).interchange == "021");
  CHECK(find_rule("ENV002")->kind == ErrorKind::control_mismatch);
  CHECK(ack_codes(ErrorKind::control_mismatch).set == "3");
  CHECK(ack_codes(ErrorKind::control_mismatch).group == "4");
  CHECK(ack_codes(ErrorKind::control_mismatch).interchange == "001");
  CHECK(find_rule("ENV007")->kind == ErrorKind::required_missing);
  CHECK(ack_codes(ErrorKind::required_missing).set == "2");
  CHECK(ack_codes(ErrorKind::required_missing).group == "3");
  CHECK(ack_codes(ErrorKind::required_missing).interchange == "023");
  CHECK(find_rule("ENV014")->kind == ErrorKind::duplicate);
  CHECK(ack_codes(ErrorKind::duplicate).set == "23");
  CHECK(ack_codes(ErrorKind::duplicate).group == "19");
  CHECK(ack_codes(ErrorKind::duplicate).interchange == "025");
}

}  // namespace
}  // namespace scrub837::test::error_kinds_test
