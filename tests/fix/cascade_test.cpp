#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/scrub_text.hpp"

// One segment of a valid file is damaged: what follows from that is not reported, and the claims are held.

namespace scrub837::test::cascade_test {
namespace {

std::vector<std::string> valid_segments() {
  return {
      "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   *260914*1200*^*00501*"
      "000000001*0*P*:",
      "GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*1*X*005010X222A1",
      "ST*837*0001*005010X222A1",
      "BHT*0019*00*DEMO1*20261101*1200*CH",
      "NM1*41*2*DEMO SENDER*****46*SENDER01",
      "PER*IC*DEMO DESK*TE*5555550100",
      "NM1*40*2*DEMO PAYER*****46*PAYER01",
      "HL*1**20*1",
      "NM1*85*2*DEMO HOME HEALTH*****XX*1234567893",
      "N3*1 MAIN ST",
      "N4*RICHMOND*VA*232190000",
      "REF*EI*123456789",
      "HL*2*1*22*0",
      "SBR*P*18*******CI",
      "NM1*IL*1*DOE*JANE****MI*DEMO0001",
      "N3*2 ELM ST",
      "N4*RICHMOND*VA*23219",
      "DMG*D8*19480317*F",
      "NM1*PR*2*DEMO PAYER*****PI*PAY01",
      "CLM*A1*125***12:B:1*Y*A*Y*Y",
      "HI*ABK:I509",
      "LX*1",
      "SV1*HC:99213*125*UN*1***1",
      "DTP*472*D8*20260914",
      "HL*3*1*22*1",
      "SBR*P********CI",
      "NM1*IL*1*ROE*JOHN****MI*DEMO0002",
      "NM1*PR*2*DEMO PAYER*****PI*PAY01",
      "HL*4*3*23*0",
      "PAT*19",
      "NM1*QC*1*ROE*ANN",
      "N3*3 OAK ST",
      "N4*RICHMOND*VA*23219",
      "DMG*D8*20150317*F",
      "CLM*A2*80***12:B:1*Y*A*Y*Y",
      "HI*ABK:I509",
      "LX*1",
      "SV1*HC:99213*80*UN*1***1",
      "DTP*472*D8*20260914",
      "SE*38*0001",
      "GE*1*1",
      "IEA*1*000000001"};
}
constexpr std::size_t behind_st = 3, claims_end = 39;

std::string joined(std::vector<std::string> const& segments) {
  std::string text;
  for (auto const& segment : segments) text.append(segment).append("~");
  return text;
}

// Errors, but for counts and levels' numbers, which are mended.
std::vector<std::string> errors_of(Scrubbed const& scrubbed) {
  std::vector<std::string> errors;
  for (auto const& found : scrubbed.findings) {
    if (found.severity == "error" && !found.applied) errors.push_back(found.rule + " at " + found.element);
  }
  return errors;
}

std::string list_of(std::vector<std::string> const& words) {
  std::string list;
  for (auto const& word : words) list.append(list.empty() ? "" : ", ").append(word);
  return list;
}

bool is_level(std::string const& segment) { return segment.starts_with("HL"); }

TEST_CASE("the file that is damaged below has no error") {
  auto const out = scrub_text(joined(valid_segments()));
  CHECK(list_of(errors_of(out)) == "");
  CHECK(out.claims(Disposition::clean) == 2);
}

TEST_CASE("a segment whose id is garbled is one finding") {
  for (auto i = behind_st; i < claims_end; ++i) {
    auto segments = valid_segments();
    if (is_level(segments[i])) continue;
    CAPTURE(segments[i]);
    segments[i][0] = 'Z';
    auto const out = scrub_text(joined(segments));
    CHECK(list_of(errors_of(out)) == "ENV009 at ");
    CHECK(out.outcome.totals.in.claims == out.claims(Disposition::held) + out.claims(Disposition::clean));
    CHECK(out.clean.find(segments[i]) == std::string::npos);
    CHECK(out.held.find(segments[i]) != std::string::npos);
  }
}

TEST_CASE("a terminator inside a segment is one finding") {
  for (auto i = behind_st; i < claims_end; ++i) {
    auto segments = valid_segments();
    if (is_level(segments[i]) || segments[i].starts_with("N3")) continue;
    CAPTURE(segments[i]);
    segments[i].insert(segments[i].size() / 2, "~");
    auto const out = scrub_text(joined(segments));
    CHECK(list_of(errors_of(out)) == "ENV009 at ");
    CHECK(out.held.find(segments[i]) != std::string::npos);
    CHECK(out.clean.find(segments[i]) == std::string::npos);
  }
}

TEST_CASE("a segment that is there twice is one finding at most") {
  for (auto i = behind_st; i < claims_end; ++i) {
    auto segments = valid_segments();
    // A line without a service lacks its date, too.
    if (is_level(segments[i]) || segments[i].starts_with("LX")) continue;
    CAPTURE(segments[i]);
    auto const copy = segments[i];
    segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(i), copy);
    CHECK(errors_of(scrub_text(joined(segments))).size() <= 1);
  }
}

TEST_CASE("a segment that is lost is one finding at most") {
  for (auto i = behind_st; i < claims_end; ++i) {
    auto segments = valid_segments();
    if (is_level(segments[i])) continue;
    CAPTURE(segments[i]);
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i));
    CHECK(errors_of(scrub_text(joined(segments))).size() <= 1);
  }
}

TEST_CASE("where the input ends inside of a set, only its trailers are missing") {
  for (auto i = behind_st; i < claims_end; ++i) {
    auto segments = valid_segments();
    segments.resize(i + 1);
    auto text = joined(segments);
    auto const last = segments.back().size();
    CAPTURE(segments.back());
    text.resize(text.size() - 1 - last + last / 2);
    auto const out = scrub_text(text);
    CHECK(list_of(errors_of(out)) == "ENV007 at , ENV007 at , ENV007 at ");
    CHECK(out.clean.empty());
  }
}

TEST_CASE("what is missing beside a damaged segment is still reported") {
  auto segments = valid_segments();
  segments[9] = "Z3*1 MAIN ST";
  segments.erase(segments.begin() + 11);
  CHECK(list_of(errors_of(scrub_text(joined(segments)))) == "ENV009 at , USE001 at ");
  segments = valid_segments();
  segments[14] = "NM1*IL*1*DOE*JANE";
  segments[17] = "DMG*D8*1948*F";
  CHECK(errors_of(scrub_text(joined(segments))).size() == 2);
}

}  // namespace
}  // namespace scrub837::test::cascade_test
