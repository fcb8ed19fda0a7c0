#include "grammar/party_of_claim.hpp"
#include "grammar/primitives.hpp"

// Which loop does this segment belong to? The grammar is generous: own segments, child loops and strays of
// a loop share one repetition, so a late segment is late and not lost. A loop is left only by what begins
// another one: a segment that no open loop has there is a stray of the innermost, and the loop goes on behind
// it. Whether a loop is filled as the guide says is not asked here.

namespace scrub837::grammar {
namespace {

using enum LoopId;

// clang-format off

// ---- what begins another loop, from wherever it is

constexpr auto next_unit = next("ISA", "GS", "ST", "SE", "GE", "IEA", "HL", "CLM");
constexpr auto next_in_header = next_unit | next_party("41", "40");
constexpr auto next_in_2000A = next_unit | next_party("85", "87", "PE");
constexpr auto next_in_2000B = next_unit | next_party("IL", "PR");
constexpr auto next_in_2000C = next_unit | next_party("QC");
constexpr auto next_in_2300 = next_unit | next("LX", "SV1", "SBR")
                            | next_party("DN", "P3", "82", "77", "DQ", "PW", "45");
constexpr auto next_in_2320 = next_unit | next("LX", "SV1", "SBR")
                            | next_party("IL", "PR", "DN", "P3", "82", "77", "DQ", "85");
constexpr auto next_in_2400 = next_unit | next("LX", "SV1", "SBR", "LIN", "SVD", "LQ")
                            | next_party("82", "QB", "77", "DQ", "DK", "DN", "P3", "PW", "45");

// ---- parties (NM1 loops): each takes what a party can have; the guide narrows it loop by loop

constexpr auto party_segment = any_of("N3", "N4", "DMG", "PER", "PRV", "REF");

// A party that no open loop has is one stray, with what stands behind it; so are the segments of a party
// whose NM1 was lost. In a claim, a reference number is a party's only if claims and lines have none of it.
constexpr auto no_party = members("NM1");
constexpr auto party_parts = members("N3", "N4", "DMG", "PER", "PRV");
constexpr auto party_parts_above = party_parts | members("REF");
constexpr auto party_parts_in_claim =
    party_parts | members_with("REF", "0B", "1G", "G2", "LU", "EI", "SY", "2U", "FY", "NF");

constexpr auto party_until(Next const& next) {
  return *(party_segment | stray_group_parser{no_party, party_parts_above, next} | stray_parser{next});
}

// A note or PWK behind a party is one of the line or claim that came late (ATT012), unless the party goes on.
constexpr auto note = any_of("NTE", "PWK");
constexpr auto next_note = next("NTE", "PWK");
constexpr auto party_goes_on = any_of("N3", "N4", "DMG", "PER", "PRV") | seg("REF", "0B") | seg("REF", "1G")
                             | seg("REF", "G2") | seg("REF", "LU");
constexpr auto note_before(auto const& more) { return &(+note >> more) >> +as_stray("NTE", "PWK"); }
constexpr auto note_in_party = note_before(party_goes_on);

// What is left of another payer without its SBR, of a drug without its LIN, of a payer's decision without its
// SVD: one stray each.
constexpr auto payer_amounts = members_with("AMT", "D", "A8", "EAF");
constexpr auto lost_payer = stray_group(members("CAS", "OI", "MOA") | payer_amounts,
    members("CAS", "OI", "MOA", "N3", "N4") | payer_amounts | members_with("NM1", "IL", "PR")
  | members_with("DTP", "573") | members_with("REF", "2U", "FY", "NF", "EI", "SY"));
// In 2300 an amount with a wrong qualifier is one of the claim's.
constexpr auto payer_goes_on = any_of("OI", "MOA", "CAS") | seg("NM1", "IL") | seg("NM1", "PR");
constexpr auto amounts_of_payer = seg("AMT") >> -seg("AMT") >> -seg("AMT") >> payer_goes_on;
constexpr auto lost_payer_in_2300 = &(any_of("CAS", "OI", "MOA") | amounts_of_payer) >> lost_payer;
constexpr auto lost_drug = stray_group(members("CTP"), members("CTP") | members_with("REF", "VY", "XZ"));
constexpr auto lost_decision = stray_group(members("CAS"),
    members("CAS") | members_with("DTP", "573") | members_with("AMT", "EAF"));
constexpr auto lost_in_line = lost_drug | lost_decision;

constexpr auto party_of_claim = *( party_segment
                                 | lost_payer
                                 | stray_group(no_party, party_parts_in_claim, next_in_2300)
                                 | stray_unless(next_in_2300 | next_note)
                                 | note_in_party );
constexpr auto party_of_line = *( party_segment
                                | lost_in_line
                                | stray_group(no_party, party_parts_in_claim, next_in_2400)
                                | stray_unless(next_in_2400 | next_note)
                                | note_in_party );

constexpr auto unplaced_party = stray_group(no_party, party_parts_in_claim);
constexpr auto nameless_party = stray_group(party_parts, party_parts_in_claim);

// ---- 1000A, 1000B and the header

constexpr auto set_header = loop(header, seg("ST") | seg("BHT"))[*(
    seg("BHT")
  | stray_group(no_party | party_parts_above, party_parts_above, next_in_header)
  | stray_unless(next_in_header))];

constexpr auto loop_1000A = loop(L1000A, seg("NM1", "41"))[party_until(next_in_header)];
constexpr auto loop_1000B = loop(L1000B, seg("NM1", "40"))[party_until(next_in_header)];

// ---- hierarchical levels: flat, by HL03

constexpr auto not_in_level =
    stray_group(no_party | party_parts_above, party_parts_above) | stray_unless(next_unit);

constexpr auto loop_2000A = loop(L2000A, seg("HL", "20"))[*(
    any_of("PRV", "CUR")
  | &seg("NM1") >> ( loop(L2010AA, seg("NM1", "85"))[party_until(next_in_2000A)]
                   | loop(L2010AB, seg("NM1", "87"))[party_until(next_in_2000A)]
                   | loop(L2010AC, seg("NM1", "PE"))[party_until(next_in_2000A)] )
  | not_in_level)];

constexpr auto loop_2000B = loop(L2000B, seg("HL", "22"))[*(
    any_of("SBR", "PAT")
  | &seg("NM1") >> ( loop(L2010BA, seg("NM1", "IL"))[party_until(next_in_2000B)]
                   | loop(L2010BB, seg("NM1", "PR"))[party_until(next_in_2000B)] )
  | not_in_level)];

constexpr auto loop_2000C = loop(L2000C, seg("HL", "23"))[*(
    seg("PAT")
  | loop(L2010CA, seg("NM1", "QC"))[party_until(next_in_2000C)]
  | not_in_level)];

constexpr auto loop_2000 = loop(L2000, seg("HL"))[*not_in_level];

// ---- 2400, the service line

constexpr auto not_in_line_loop = lost_decision
                                | stray_group(no_party, party_parts_in_claim, next_in_2400)
                                | stray_unless(next_in_2400 | next_note);

constexpr auto loop_2410 = loop(L2410, seg("LIN"))[*(
    any_of("CTP", "REF")
  | not_in_line_loop
  | note_before(seg("CTP") | seg("REF", "VY") | seg("REF", "XZ")))];

constexpr auto loop_2430 = loop(L2430, seg("SVD"))[*(
    any_of("CAS", "DTP", "AMT")
  | not_in_line_loop
  | note_before(seg("CAS") | seg("DTP", "573") | seg("AMT", "EAF")))];

constexpr auto loop_2440 = loop(L2440, seg("LQ"))[*(
    seg("FRM")
  | not_in_line_loop
  | note_before(seg("FRM")))];

constexpr auto line_segment = any_of("SV5", "PWK", "CR1", "CR3", "CRC", "DTP", "QTY", "MEA", "CN1", "REF",
                                     "AMT", "K3", "NTE", "PS1", "HCP");

constexpr auto loop_2420 = &seg("NM1") >> ( loop(L2420A, seg("NM1", "82"))[party_of_line]
                                          | loop(L2420B, seg("NM1", "QB"))[party_of_line]
                                          | loop(L2420C, seg("NM1", "77"))[party_of_line]
                                          | loop(L2420D, seg("NM1", "DQ"))[party_of_line]
                                          | loop(L2420E, seg("NM1", "DK"))[party_of_line]
                                          | loop(L2420F, seg("NM1", "DN") | seg("NM1", "P3"))[party_of_line]
                                          | loop(L2420G, seg("NM1", "PW"))[party_of_line]
                                          | loop(L2420H, seg("NM1", "45"))[party_of_line]
                                          | unplaced_party );

constexpr auto line_until(Next const& next) {
  return *( line_segment | loop_2420 | loop_2410 | loop_2430 | loop_2440
          | lost_in_line | nameless_party | stray_parser{next} );
}

// An SV1 without its LX is an orphan, and still a line, unless it stands where the one before it has no date
// yet: then it is a second one on the line. It may have strayed among the claim's segments: HI and CR2 lead
// back to those.
constexpr auto before_date = any_of("SV1", "SV5", "PWK", "CR1", "CR3", "CRC");
constexpr auto loop_2400 =
    loop(L2400, seg("LX"))[
         *(line_segment | stray_unless(next_in_2400))
      >> -(seg("SV1") >> *before_date)
      >> line_until(next_in_2400)]
  | loop(L2400, seg("SV1"))[line_until(next_in_2400 | next("HI", "CR2"))];

// ---- 2320, other payers

// Behind the last of it, a note is the claim's, and late.
constexpr auto behind_2320 =
    any_of("LX", "SV1", "SBR", "ISA", "GS", "ST", "SE", "GE", "IEA", "HL", "CLM") | x3::eoi;
constexpr auto note_in_2320 = note_before(!behind_2320);

constexpr auto party_of_payer = *(
    party_segment
  | seg("DTP")
  | stray_group(no_party, party_parts_in_claim, next_in_2320)
  | stray_unless(next_in_2320 | next_note)
  | note_in_2320);

// The providers of another payer have neither name nor id, and a number that this payer gave them (REF).
constexpr auto party_with_id = party_of_claim_parser{};

constexpr auto loop_2320 = loop(L2320, seg("SBR"))[*(
    any_of("CAS", "AMT", "OI", "MOA")
  | &seg("NM1") >> !party_with_id >> ( loop(L2330A, seg("NM1", "IL"))[party_of_payer]
                   | loop(L2330B, seg("NM1", "PR"))[party_of_payer]
                   | loop(L2330C, seg("NM1", "DN") | seg("NM1", "P3"))[party_of_payer]
                   | loop(L2330D, seg("NM1", "82"))[party_of_payer]
                   | loop(L2330E, seg("NM1", "77"))[party_of_payer]
                   | loop(L2330F, seg("NM1", "DQ"))[party_of_payer]
                   | loop(L2330G, seg("NM1", "85"))[party_of_payer]
                   | unplaced_party )
  | nameless_party
  | stray_unless(next_in_2320 | next_note)
  | note_in_2320)];

// ---- 2300, the claim

constexpr auto loop_2300 = loop(L2300, seg("CLM"))[*(
    lost_payer_in_2300
  | any_of("DTP", "PWK", "CN1", "AMT", "REF", "K3", "NTE", "CR1", "CR2", "CRC", "HI", "HCP")
  | loop_2400
  | loop_2320
  | &seg("NM1") >> ( loop(L2310A, seg("NM1", "DN") | seg("NM1", "P3"))[party_of_claim]
                   | loop(L2310B, seg("NM1", "82"))[party_of_claim]
                   | loop(L2310C, seg("NM1", "77"))[party_of_claim]
                   | loop(L2310D, seg("NM1", "DQ"))[party_of_claim]
                   | loop(L2310E, seg("NM1", "PW"))[party_of_claim]
                   | loop(L2310F, seg("NM1", "45"))[party_of_claim]
                   | unplaced_party )
  | nameless_party
  | stray_unless(next_unit))];

// ---- the set

constexpr auto transaction = *(
    loop_2300
  | loop_2000B
  | loop_2000C
  | loop_2000A
  | loop_2000
  | set_header
  | loop_1000A
  | loop_1000B
  | stray_parser{Next{}});

// clang-format on

}  // namespace
}  // namespace scrub837::grammar

namespace scrub837 {

void parse_loops(std::span<Segment const> segments, LoopSpans& loop_spans) {
  namespace x3 = boost::spirit::x3;
  loop_spans.clear();
  grammar::Iterator first = segments.data();
  grammar::Iterator const last = first + segments.size();
  grammar::Sink const sink{&loop_spans, first};
  auto const context = x3::make_context<grammar::sink_tag>(sink);
  x3::unused_type rule_context;
  x3::unused_type attribute;
  grammar::transaction.parse(first, last, context, rule_context, attribute);
}

std::string_view name_of(LoopId id) {
  constexpr std::string_view names[] = {"",       "header", "1000A", "1000B",  "2000",   "2000A", "2010AA",
                                        "2010AB", "2010AC", "2000B", "2010BA", "2010BB", "2000C", "2010CA",
                                        "2300",   "2310A",  "2310B", "2310C",  "2310D",  "2310E", "2310F",
                                        "2320",   "2330A",  "2330B", "2330C",  "2330D",  "2330E", "2330F",
                                        "2330G",  "2400",   "2410",  "2420A",  "2420B",  "2420C", "2420D",
                                        "2420E",  "2420F",  "2420G", "2420H",  "2430",   "2440"};
  static_assert(std::size(names) == static_cast<std::size_t>(LoopId::count_));
  return names[static_cast<std::size_t>(id)];
}

}  // namespace scrub837
