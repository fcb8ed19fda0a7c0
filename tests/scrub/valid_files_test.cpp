#include <doctest/doctest.h>

#include <filesystem>
#include <vector>

#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// What is right goes out as it came, and what went out is right.

namespace scrub837::test::valid_files_test {
namespace {

namespace fs = std::filesystem;

// A claim of a dependent, or of the subscriber, with every loop of a claim but what only one kind of claim
// has: two other payers, three lines with drug, certificate, form, and all the parties.
std::string full_claim(std::string const& id) {
  auto const address = std::string("N3*9 DEMO RD~N4*RICHMOND*VA*232190000~");
  auto const person = [](std::string const& entity) {
    return "NM1*" + entity + "*1*ROE*ROBIN****XX*1245319599~";
  };
  auto const payer = [](std::string const& number) {
    return "NM1*PR*2*OTHER PAYER*****PI*OTHER" + number + "~";
  };
  auto const other = [&](std::string const& order, std::string const& number) {
    return "SBR*" + order + "*18*GROUP" + number +
           "******CI~CAS*PR*1*5~AMT*D*90~AMT*EAF*5~OI***Y***Y~"
           "NM1*IL*1*DOE*JANE****MI*OTHERID" +
           number + "~N3*2 DEMO ST~N4*RICHMOND*VA*23219~" + payer(number) +
           "N3*5 DEMO ST~N4*RICHMOND*VA*23219~DTP*573*D8*20261001~REF*2U*9" + number + "~REF*F8*ICN" +
           number +
           "~NM1*DN*1~REF*G2*R1~NM1*82*1~REF*G2*R2~NM1*77*2~REF*G2*R3~NM1*DQ*1~REF*G2*R4~NM1*85*2~REF*G2*R5~";
  };
  return "CLM*" + id + "*95***12:B:1*Y*A*Y*Y~DTP*431*D8*20260801~PWK*NN*BM***AC*ACN" + id +
         "~AMT*F5*0~REF*9F*REFERRAL1~REF*G1*AUTH0001~REF*EA*RECORD1~K3*ABC~NTE*ADD*SEEN AT HOME WITH "
         "DAUGHTER~HI*ABK:Z9181*ABF:E119~" +
         person("DN") + "REF*0B*L1~" + person("82") + "PRV*PE*PXC*251E00000X~" +
         "NM1*77*2*DEMO CLINIC*****XX*1234567893~" + address + "REF*G2*S1~PER*IC*DESK*TE*5555550100~" +
         person("DQ") + other("T", "2") + "LX*1~SV1*HC:99213:25*60*UN*1***1:2~PWK*OZ*BM***AC*LINE" + id +
         "~DTP*472*D8*20260914~REF*6R*" + id +
         "-1~K3*DEF~NTE*ADD*LEFT HEEL~LIN**N4*00002140701~CTP****1*UN~REF*XZ*RX1~" + person("82") +
         "PRV*PE*PXC*251E00000X~REF*G2*S2~NM1*77*2*DEMO CLINIC*****XX*1234567893~" + address + person("DK") +
         "N3*9 DEMO RD~N4*RICHMOND*VA*23219~PER*IC*DESK*TE*5555550100~" + person("DN") +
         "SVD*OTHER2*55*HC:99213:25**1~CAS*PR*1*5~DTP*573*D8*20261001~" +
         "LX*2~SV1*HC:E0781*35*UN*1***1~SV5*HC:E0781*DA*10*5*10*1~PWK*CT*AB~CR3*I*MO*9~DTP*472*RD8*20260914-"
         "20260920~"
         "REF*6R*" +
         id + "-2~LQ*UT*04.04~FRM*1*Y~";
}

std::string household() {
  std::string const payer = "NM1*PR*2*DEMO PAYER*****PI*PAYER01~N3*3 DEMO ST~N4*RICHMOND*VA*23219~REF*2U*77~";
  std::string const address = "N3*2 DEMO ST~N4*RICHMOND*VA*23219~";
  return "HL*1**20*1~PRV*BI*PXC*251E00000X~NM1*85*2*DEMO HOME CARE*****XX*1234567893~N3*1 DEMO "
         "ST~N4*RICHMOND*VA*"
         "232190000~REF*EI*123456789~PER*IC*DESK*TE*5555550101~NM1*87*2~N3*1 DEMO "
         "ST~N4*RICHMOND*VA*232190000~"
         "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~" +
         address + "DMG*D8*19500101*F~" + payer + full_claim("DEMO-1") +
         "HL*3*1*22*1~SBR*P********CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~" + payer +
         "HL*4*3*23*0~PAT*19~NM1*QC*1*DOE*JIM~" + address + "DMG*D8*20150101*M~" + full_claim("DEMO-2");
}

TEST_CASE(
    "valid files: a claim with every loop goes out byte for byte, in any delimiters, and so once more") {
  std::size_t written = 0;
  for (auto const& style : styles()) {
    if (!expressible(household(), style)) continue;
    ++written;
    CAPTURE(style.name);
    auto const file = file_with(household(), style);
    auto const out = scrub_text(file, {}, style.block_size);
    CHECK(out.rules() == "");
    CHECK(out.clean == file);
    CHECK(out.held.empty());
    CHECK(out.outcome.totals.in.claims == 2);
    auto const again = scrub_text(out.clean, {}, style.block_size);
    CHECK(again.rules() == "");
    CHECK(again.clean == file);
  }
  CHECK(written >= 3);
}

TEST_CASE("samples: what is right goes out byte for byte; what went out has no error, and stays as it is") {
  std::vector<fs::path> samples;
  for (auto const& entry : fs::recursive_directory_iterator(fs::path(SCRUB837_SOURCE_DIR) / "samples")) {
    if (entry.path().extension() == ".837") samples.push_back(entry.path());
  }
  CHECK(samples.size() >= 8);
  std::size_t right = 0;
  for (auto const& sample : samples) {
    CAPTURE(sample.string());
    auto const file = read_file(sample);
    auto const out = scrub_text(file);
    auto const none_applied = [](Scrubbed const& run) {
      return std::ranges::none_of(run.findings, [](Found const& found) { return found.applied; });
    };
    if (out.held.empty() && none_applied(out)) {
      ++right;
      CHECK(out.clean == file);
    }
    auto const again = scrub_text(out.clean);
    CHECK(again.clean == out.clean);
    CHECK(again.held.empty());
    CHECK(none_applied(again));
    for (auto const& found : again.findings) {
      CAPTURE(found.rule);
      CHECK(found.severity == "warning");
    }
  }
  // clean.837 is the one that must be.
  CHECK(right >= 1);
}

}  // namespace
}  // namespace scrub837::test::valid_files_test
