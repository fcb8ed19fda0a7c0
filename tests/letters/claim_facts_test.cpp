#include "src/letters/claim_facts.hpp"

#include <doctest/doctest.h>

#include "tests/scrub/short_files.hpp"
#include "tests/support/generated/generators.hpp"
#include "tests/support/generated/render.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::claim_facts_test {
namespace {

std::set<std::string> keys_of(Scrubbed const& scrubbed) {
  std::set<std::string> keys;
  for (auto const& row : scrubbed.rows) keys.insert(row.key);
  return keys;
}

std::string claim(std::string const& id, std::string const& lines) {
  return "CLM*" + id + "*100***12:B:1*Y*A*Y*Y~" + lines;
}

}  // namespace

TEST_CASE("a row's claim is found by its key, with the names above it") {
  std::string const people =
      "HL*1**20*1~NM1*85*1*SMITH*ANN*Q***XX*1234567893~"
      "HL*2*1*22*1~SBR*P********CI~NM1*IL*1*DOE*JO****MI*M1~NM1*PR*2*PAYER*****PI*P1~";
  std::string const line =
      "LX*7~SV1*HC:99600:TD*90.5*UN*1*14**1~PWK*NN*FX***AC*N1~DTP*472*RD8*20260914-20260915~";
  auto const bytes =
      file_of(st() + people + claim("OWN", "PWK*OZ*BM***AC*N0~" + line + "LX*8~SV1*HC:99600*9.5*UN*1***1~") +
              "HL*3*2*23*0~PAT*19~NM1*QC*1*DOE*MIA~" + claim("CHILD", line) +
              "HL*4*1*22*0~SBR*P~NM1*IL*1*ROE*PAT****MI*M2~" + claim("OTHER", line) + se(30));
  auto const rows = split_text(bytes).rows;
  REQUIRE(rows.size() == 4);
  std::set<std::string> keys;
  for (auto const& row : rows) keys.insert(row.key);
  for (std::size_t const block_size : {64U, 1U << 20U}) {
    ClaimFactFinder finder(keys);
    auto input = Input::from_bytes(bytes);
    CHECK(finder.read(input, 3, block_size));
    REQUIRE(finder.found().size() == 4);
    auto const& own = finder.found().at(rows[0].key);
    CHECK(own.input == 3);
    CHECK(own.claim_index == 1);
    CHECK(own.claim == "OWN");
    CHECK(own.line == "7");
    CHECK(own.procedure == "99600");
    CHECK(own.modifiers == "TD");
    CHECK(own.charge == "90.5");
    CHECK(own.place == "14");
    CHECK(own.date_from == "20260914");
    CHECK(own.date_to == "20260915");
    CHECK(own.payer == "PAYER");
    CHECK(own.payer_id == "P1");
    CHECK(own.provider.name == "ANN Q SMITH");
    CHECK(own.provider.id == "1234567893");
    CHECK(own.patient.name == "JO DOE");
    CHECK(own.member_id == "M1");
    CHECK(own.narrative == "");
    CHECK(own.attachment_type == "NN");
    CHECK(own.attachment_transmission == "FX");
    CHECK(own.attachment_control_number == "N1");
    auto const& second = finder.found().at(rows[1].key);
    CHECK(second.line == "8");
    CHECK(second.place == "12");
    CHECK(second.attachment_control_number == "N0");
    auto const& child = finder.found().at(rows[2].key);
    CHECK(child.patient.name == "MIA DOE");
    CHECK(child.member_id == "M1");
    auto const& other = finder.found().at(rows[3].key);
    CHECK(other.patient.name == "PAT ROE");
    CHECK(other.member_id == "M2");
    CHECK(other.payer == "");
    CHECK(other.provider.name == "ANN Q SMITH");
  }
}

TEST_CASE("a narrative that stands in the claim is told, a stub is not") {
  auto const narrative = [](std::string const& description, std::string const& note) {
    Settings settings;
    std::vector<std::string> const words{"ATT002"};
    static_cast<void>(settings.select(words));
    auto const bytes = file_of(
        st() + provider("1*") + subscriber("2*1") +
        claim("C1", "LX*1~SV1*HC:99600:::::" + description + "*100*UN*1***1~PWK*NN*FX~" + note) + se(12));
    auto const keys = keys_of(scrub_text(bytes, settings));
    REQUIRE(keys.size() == 1);
    ClaimFactFinder finder(keys);
    auto input = Input::from_bytes(bytes);
    CHECK(finder.read(input, 0, 1U << 20U));
    return finder.found().at(*keys.begin()).narrative;
  };
  CHECK(narrative("WOUND CARE LEFT HEEL, 60 MIN", "") == "WOUND CARE LEFT HEEL, 60 MIN");
  CHECK(narrative("SEE NOTES", "") == "");
  CHECK(narrative("", "NTE*ADD*WOUND CARE RIGHT HEEL~") == "WOUND CARE RIGHT HEEL");
  CHECK(narrative("", "NTE*TPO*WOUND CARE RIGHT HEEL~") == "");
}

TEST_CASE("keys that are no keys find nothing; bytes that are no X12 are told") {
  ClaimFactFinder finder({"", "C1-1", "X" + std::string(64, '0') + "-1", "C" + std::string(64, '0') + "-x",
                          "C" + std::string(64, '0') + "-99999999999999999999",
                          "C" + std::string(64, '0') + "-1"});
  auto good_input =
      Input::from_bytes(file_of(st() + provider("1*") + subscriber("2*1") + bad("H1") + se(10)));
  CHECK(finder.read(good_input, 0, 1U << 20U));
  CHECK(finder.found().empty());
  auto prose = Input::from_bytes("Dear Sir or Madam");
  CHECK_FALSE(finder.read(prose, 0, 1U << 20U));
}

TEST_CASE("property: every row's claim is found in the input and in the held file") {
  holds(150, [] {
    auto const bytes = render(any_file());
    auto const scrubbed = scrub_text(bytes, Settings{});
    // A row without a claim speaks of a level above the claims.
    std::set<std::string> keys;
    for (auto const& row : scrubbed.rows)
      if (row.claim_index > 0) keys.insert(row.key);
    for (auto const& where : {bytes, scrubbed.held}) {
      ClaimFactFinder finder(keys);
      auto input = Input::from_bytes(where);
      static_cast<void>(finder.read(input, 0, 1U << 12U));
      ensure_equal(finder.found().size(), keys.size());
    }
  });
}

}  // namespace scrub837::test::claim_facts_test
