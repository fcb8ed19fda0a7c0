#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// One fault in a valid file: the findings are as few as they can be.

namespace scrub837::test::one_a_fault_test {
namespace {

constexpr std::string_view above =
    "NM1*85*2*DEMO HOME HEALTH*****XX*1234567893~N3*1 PROVIDER WAY~N4*SAMPLETON*OH*439901234~"
    "REF*EI*123456789~HL*2*1*22*0~SBR*S*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~N3*1 MAIN ST~"
    "N4*SAMPLETON*OH*43990~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~N3*PO BOX 1~"
    "N4*SAMPLETON*OH*43990~REF*2U*77~";
constexpr std::string_view claim =
    "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~NM1*82*1*ROE*ANN****XX*1876543210~PRV*PE*PXC*207Q00000X~";
constexpr std::string_view other_payer =
    "SBR*P*18*******CI~AMT*D*100~OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0002~N3*1 MAIN ST~"
    "N4*SAMPLETON*OH*43990~NM1*PR*2*OTHER PAYER*****PI*OTHER01~";
constexpr std::string_view line =
    "LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260901~LIN**N4*12345678901~CTP****1*UN~REF*VY*12~"
    "SVD*OTHER01*100*HC:99213**1~CAS*PR*1*25~DTP*573*D8*20260905~";

std::string valid() {
  return std::string(
             "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   *260914*1200*^*00501*"
             "000000001*0*P*:~GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*1*X*005010X222A1~"
             "ST*837*0001*005010X222A1~BHT*0019*00*1*20260914*1200*CH~NM1*41*2*DEMO*****46*D1~"
             "PER*IC*DESK*TE*5555550100~NM1*40*2*DEMO*****46*R1~HL*1**20*1~")
      .append(above)
      .append(claim)
      .append(other_payer)
      .append(line)
      .append("SE*40*0001~GE*1*1~IEA*1*000000001~");
}

// `RULE@loop:element` of each error and warning, but for the count of segments.
std::string found_in(std::string const& file, Settings const& settings = {}) {
  std::vector<std::string> places;
  for (auto const& found : scrub_text(file, settings).findings) {
    if (found.severity == "info" || found.rule == "ENV001") continue;
    auto const& at =
        found.element.empty()
            ? found.missing.empty() ? found.segment.substr(0, found.segment.find('*')) : found.missing
            : found.element;
    places.push_back(found.rule + "@" + found.loop + ":" + at);
  }
  std::ranges::sort(places);
  std::string result;
  for (auto const& place : places) result += (result.empty() ? "" : " ") + place;
  return result;
}

struct Case {
  std::string_view from, to, found;
};

void run(std::vector<Case> const& cases) {
  REQUIRE(found_in(valid()) == "");
  for (auto const& one : cases) {
    CAPTURE(std::string(one.from));
    CAPTURE(std::string(one.to));
    CHECK(found_in(replaced(valid(), one.from, one.to)) == one.found);
  }
}

TEST_CASE("a party that no loop has, with its address and numbers, is one finding") {
  run({{"REF*EI*123456789~", "REF*EI*123456789~NM1*8X*2~N3*A ST~N4*SAMPLETON*OH*43990~REF*EI*12~",
        "ENV010@2010AA:NM1"},
       {"NM1*85*", "NM1*8Q*", "ENV010@2000A:NM1"},
       {"NM1*41*", "NM1*4Q*", "ENV010@:NM1"},
       {"REF*VY*12~", "REF*VY*12~NM1*QQ*1*ROE*ANN****XX*1234567893~PRV*PE*PXC*207Q00000X~REF*0B*12~",
        "ENV010@2410:NM1"},
       {"NM1*PR*2*DEMO", "NM1*QQ*2*DEMO", "ENV010@2010BA:NM1"}});
}

TEST_CASE("the code of a party in lower case is a code in lower case, and its loop is known") {
  run({{"NM1*IL*1*DOE*JANE****MI*DEMO0001", "NM1*il*1*DOE*JANE****MI*DEMO0001", "SYN004@2010BA:NM101"},
       {"NM1*PR*2*DEMO", "NM1*pr*2*DEMO", "SYN004@2010BB:NM101"},
       {"NM1*82*1*ROE", "NM1*dk*1*ROE", "ENV010@2300:NM1"},
       {"DTP*472*D8*20260901~", "DTP*472*D8*20260901~NM1*dk*1*ROE*ANN****XX*1234567893~",
        "SYN004@2420E:NM101 USE007@2410:LIN"}});
}

TEST_CASE(
    "a segment that begins a loop is lost: what is missing is named, or what is left of the loop, once") {
  run({{"NM1*85*2*DEMO HOME HEALTH*****XX*1234567893~", "", "USE003@2010AA:NM1"},
       {"NM1*IL*1*DOE*JANE****MI*DEMO0001~", "", "USE003@2010BA:NM1"},
       {"NM1*PR*2*DEMO PAYER*****PI*PAYER01~", "", "USE003@2010BB:NM1"},
       {"NM1*41*2*DEMO*****46*D1~", "", "USE003@1000A:NM1"},
       {"NM1*IL*1*DOE*JANE****MI*DEMO0002~", "", "USE003@2330A:NM1"},
       {"NM1*82*1*ROE*ANN****XX*1876543210~", "", "ENV010@2300:PRV"},
       {"LIN**N4*12345678901~", "", "ENV010@2400:CTP"},
       {"SVD*OTHER01*100*HC:99213**1~", "", "ENV010@2410:CAS"},
       {"SBR*P*18*******CI~", "", "ENV010@2310B:AMT"},
       {"LX*1~", "lx*1~", "ENV009@2330B:lx"}});
}

TEST_CASE("a provider of the claim behind another payer is late, and not one of that payer") {
  constexpr std::string_view provider =
      "NM1*77*2*CLINIC*****XX*1234567893~N3*1 ST~N4*SAMPLETON*OH*439901234~";
  run({{"LX*1~", std::string(provider) + "LX*1~", "USE007@2310C:NM1"},
       {"LX*1~", "NM1*77*2~REF*G2*12~LX*1~", ""},
       {"LX*1~", "NM1*DN*1*ROE*ANN****XX*1876543210~LX*1~", "USE007@2310A:NM1"}});
}

TEST_CASE("what stands too often is that, and nothing else") {
  run({{"SV1*HC:99213*125*UN*1***1~", "SV1*HC:99213*125*UN*1***1~SV1*HC:99214*0*UN*1***1~",
        "USE004@2400:SV1"},
       {"REF*EI*123456789~", "REF*EI*123456789~N3*1 PROVIDER WAY~", "USE004@2010AA:N3"},
       {"REF*EI*123456789~", "REF*EI*123456789~NM1*85*2*DEMO HOME HEALTH*****XX*1234567893~",
        "USE005@2010AA:NM1"},
       {"HI*ABK:Z9181~",
        "HI*ABK:Z9181*ABF:E1121*ABF:E1122*ABF:E1129*ABF:I110*ABF:I119*ABF:I120*ABF:I129*ABF:I130*ABF:I150*"
        "ABF:I151*ABF:I152*ABF:I10~",
        "USE006@2300:HI13"}});
}

TEST_CASE("a segment whose qualifier is wrong may be the one that is missing") {
  run({{"12:B:1*Y*A*Y*Y~", "12:B:1*Y*A*Y*Y**OA~DTP*43X*D8*20260801~", "COD001@2300:DTP01"},
       {"12:B:1*Y*A*Y*Y~", "12:B:7*Y*A*Y*Y~REF*FX*12~", "COD001@2300:REF01"},
       {"SBR*P*18", "SBR*Q*18", "COD001@2320:SBR01"},
       {"REF*2U*77~", "REF*2X*77~", "COD001@2010BB:REF01"},
       {"ROE*ANN****XX*1876543210", "ROE*ANN****34*123456789", "COD001@2310B:NM108"}});
}

TEST_CASE("blanks alone are what is missing, or one finding") {
  run({{"DTP*472*D8*20260901", "DTP*472*D8*   ", "USE002@2400:DTP03"},
       {"MI*DEMO0001", "MI*   ", "SIT022@2010BA:NM109"},
       {"N4*SAMPLETON*OH*439901234", "N4*SAMPLETON*OH*  ", "SIT021@2010AA:N403"},
       {"N3*1 PROVIDER WAY", "N3*1 PROVIDER WAY*  ", "SYN003@2010AA:N302"},
       {"SV1*HC:99213*125", "SV1*HC:99213: : *125", "SYN003@2400:SV101-3"}});
}

TEST_CASE("two rules about one element: one is heard") {
  run({{"CLM*DEMO-1*125", "CLM*DEMO-1*-125", "BAL004@2300:CLM02"},
       {"LX*1~", "LX*1000000~", "LEN002@2400:LX01"},
       {"ST*837*0001*005010X222A1", "ST*837*0001*005010x222a1", "SYN004@:ST03"},
       {"ST*837*0001*005010X222A1", "ST*837*0001", "USE002@:ST03"},
       {"SV1*HC:99213*", "SV1*HC:99213::::::99214*", "NAR013@2400:SV101-8"},
       {"UN*1***1~", "UN*1***1~PWK*QQ*AB~", "ATT007@2400:PWK01"},
       {"UN*1***1~", "UN*1***1~PWK*CT*AB***AC~", "USE009@2400:PWK05"},
       {"DTP*472*D8*20260901~", "DTP*472*D8*20260901~NTE*ADD*SOME TEXT~NTE*QQQ*OTHER TEXT~",
        "NAR009@2400:NTE01"}});
}

TEST_CASE("what was missed: units below zero, the state of an accident, a provider without subscribers") {
  run({{"UN*1***1~", "UN*-1***1~", "SIT020@2400:SV104"},
       {"12:B:1*Y*A*Y*Y~", "12:B:1*Y*A*Y*Y**AA:::ZZ~DTP*439*D8*20260801~", "COD008@2300:CLM11-4"},
       {"12:B:1*Y*A*Y*Y~", "12:B:1*Y*A*Y*Y**AA:::ON:CA~DTP*439*D8*20260801~", ""}});
  auto const two = replaced(
      replaced(valid(), "HL*2*1*22*0~", "HL*3*2*22*0~"), "HL*1**20*1~",
      "HL*1**20*0~NM1*85*2*DEMO HOME HEALTH*****XX*1234567893~N3*1 PROVIDER WAY~N4*SAMPLETON*OH*439901234~"
      "REF*EI*123456789~HL*2**20*1~");
  CHECK(found_in(two) == "USE003@2000B:HL");
}

TEST_CASE("a segment out of order moves behind the notes and indicators that come before it") {
  for (auto const& [from, to, moved] :
       std::vector<Case>{{"HI*ABK", "PWK*NN*EL***AC*123~REF*EA*12~CN1*02*10~HI*ABK",
                          "PWK*NN*EL***AC*123~CN1*02*10~REF*EA*12~HI*ABK"},
                         {"DTP*472*D8*20260901~", "NTE*ADD*SOME TEXT~HCP*00*10~PS1*12*5~",
                          "NTE*ADD*SOME TEXT~PS1*12*5~HCP*00*10~"}}) {
    std::string const written(to);
    CAPTURE(written);
    bool const is_line = from.starts_with("DTP");
    auto const before = std::string(is_line ? from : "");
    auto const scrubbed = scrub_text(replaced(valid(), from, before + std::string(to)), with_unsafe_fixes());
    CHECK(scrubbed.clean.find(before + std::string(moved)) != std::string::npos);
    CHECK(found_of(scrubbed, "USE007").applied);
  }
}

}  // namespace
}  // namespace scrub837::test::one_a_fault_test
