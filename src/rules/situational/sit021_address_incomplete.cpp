#include <fmt/format.h>

#include "src/rules/country.hpp"
#include "src/rules/party_words.hpp"
#include "src/rules/situational/run_parts.hpp"

namespace scrub837::sit021 {
namespace {

constexpr Doc doc{
    .what =
        "An address in the United States or Canada (N404 blank, US or CA, or not a country) has no state or "
        "province (N402), "
        "or "
        "no ZIP or postal code (N403).",
    .why = "Receivers reject an address without a state or ZIP code, whichever party it belongs to.",
    .fix =
        "Type the state (two letters) or the ZIP code into the worklist, or complete the address in the "
        "billing system. An address in another country has its country code in N404.",
    .bad =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, N4 of every party: N402 and N403 are required in the United States and Canada",
};

std::string_view state_needed(bool canada) {
  return canada ? "Type the province as two letters, such as ON, in the column value."
                : "Type the state as two letters, such as OH, in the column value.";
}

std::string_view code_needed(bool canada, LoopId party) {
  if (canada) return "Type the postal code in the column value.";
  return party == LoopId::L2010AA || party == LoopId::L2310C || party == LoopId::L2420C
             ? "Type the nine-digit ZIP code (see tools.usps.com) in the column value."
             : "Type the ZIP code (five or nine digits) in the column value.";
}

void check_address(SegmentRun const& run, LoopId party, std::uint32_t index, Reporter& report) {
  auto const n4 = run.segment(index);
  auto const country = n4[4];
  if (country != "CA" && is_foreign(run, country)) return;
  if (n4[2].empty()) {
    report.add({index, 2, 0}, -1,
               fmt::format("The address{} has no state or province (N402).", of_party(run, party)));
    report.ask_for_value();
    report.needs(state_needed(country == "CA"));
  }
  if (n4[3].empty()) {
    report.add({index, 3, 0}, -1,
               fmt::format("The address{} has no ZIP or postal code (N403).", of_party(run, party)));
    report.ask_for_value();
    report.needs(code_needed(country == "CA", party));
  }
}

void check(SegmentRun const& run, Reporter& report) {
  for_each_party(run, [&](Loop const& party) {
    for (auto i = party.first + 1; i < party.last; ++i) {
      if (run.segments[i].kind == Kind::N4) check_address(run, party.id, i, report);
    }
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT021",
    .name = "address-incomplete",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::N4},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit021
