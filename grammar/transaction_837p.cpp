#include "grammar/primitives.hpp"

// Which loop does this segment belong to? The grammar is generous: own segments, child loops and strays of
// a loop share one repetition, so a late segment is late and not lost. Whether a loop is filled as the
// guide says is not asked here.

namespace scrub837::grammar {
namespace {

using enum LoopId;

// clang-format off

// Every NM1 loop takes what a party can have; the guide narrows it loop by loop.
constexpr auto party = *(any_of("N3", "N4", "DMG", "PER", "PRV", "REF", "DTP") | unknown);
constexpr auto named = *(any_of("N3", "N4", "DMG", "PER", "PRV", "REF") | unknown);

// ---- 1000A, 1000B and the header

constexpr auto set_header = loop(header, seg("ST") | seg("BHT"))[*(
    seg("BHT")
  | unknown)];

constexpr auto loop_1000A = loop(L1000A, seg("NM1", "41"))[named];
constexpr auto loop_1000B = loop(L1000B, seg("NM1", "40"))[named];

// ---- hierarchical levels: flat, by HL03

constexpr auto not_in_level = stray_unless("ISA", "GS", "ST", "SE", "GE", "IEA", "HL", "CLM", "LX", "SV1");

constexpr auto loop_2000A = loop(L2000A, seg("HL", "20"))[*(
    any_of("PRV", "CUR")
  | &seg("NM1") >> ( loop(L2010AA, seg("NM1", "85"))[named]
                   | loop(L2010AB, seg("NM1", "87"))[named]
                   | loop(L2010AC, seg("NM1", "PE"))[named] )
  | not_in_level)];

constexpr auto loop_2000B = loop(L2000B, seg("HL", "22"))[*(
    any_of("SBR", "PAT")
  | &seg("NM1") >> ( loop(L2010BA, seg("NM1", "IL"))[named]
                   | loop(L2010BB, seg("NM1", "PR"))[named] )
  | not_in_level)];

constexpr auto loop_2000C = loop(L2000C, seg("HL", "23"))[*(
    seg("PAT")
  | loop(L2010CA, seg("NM1", "QC"))[named]
  | not_in_level)];

constexpr auto loop_2000 = loop(L2000, seg("HL"))[*not_in_level];

// ---- 2400, the service line

constexpr auto loop_2410 = loop(L2410, seg("LIN"))[*(any_of("CTP", "REF") | unknown)];
constexpr auto loop_2430 = loop(L2430, seg("SVD"))[*(any_of("CAS", "DTP", "AMT") | unknown)];
constexpr auto loop_2440 = loop(L2440, seg("LQ"))[*(seg("FRM") | unknown)];

constexpr auto line_segment = any_of("SV5", "PWK", "CR1", "CR3", "CRC", "DTP", "QTY", "MEA", "CN1", "REF",
                                     "AMT", "K3", "NTE", "PS1", "HCP");

// These lead back to the claim: the next line, another payer, or something of loop 2300.
constexpr auto not_in_line = stray_unless("ISA", "GS", "ST", "SE", "GE", "IEA", "HL", "CLM", "LX", "SV1",
                                          "SBR", "HI", "CR2");

constexpr auto line_body = *(
    line_segment
  | &seg("NM1") >> ( loop(L2420A, seg("NM1", "82"))[named]
                   | loop(L2420B, seg("NM1", "QB"))[named]
                   | loop(L2420C, seg("NM1", "77"))[named]
                   | loop(L2420D, seg("NM1", "DQ"))[named]
                   | loop(L2420E, seg("NM1", "DK"))[named]
                   | loop(L2420F, seg("NM1", "DN") | seg("NM1", "P3"))[named]
                   | loop(L2420G, seg("NM1", "PW"))[named]
                   | loop(L2420H, seg("NM1", "45"))[named] )
  | loop_2410
  | loop_2430
  | loop_2440
  | not_in_line);

// An SV1 without its LX is an orphan, and still a line.
constexpr auto loop_2400 =
    loop(L2400, seg("LX"))[*(line_segment | unknown) >> -seg("SV1") >> line_body]
  | loop(L2400, seg("SV1"))[line_body];

// ---- 2320, other payers

constexpr auto loop_2320 = loop(L2320, seg("SBR"))[*(
    any_of("CAS", "AMT", "OI", "MOA")
  | &seg("NM1") >> ( loop(L2330A, seg("NM1", "IL"))[party]
                   | loop(L2330B, seg("NM1", "PR"))[party]
                   | loop(L2330C, seg("NM1", "DN") | seg("NM1", "P3"))[party]
                   | loop(L2330D, seg("NM1", "82"))[party]
                   | loop(L2330E, seg("NM1", "77"))[party]
                   | loop(L2330F, seg("NM1", "DQ"))[party]
                   | loop(L2330G, seg("NM1", "85"))[party] )
  | unknown)];

// ---- 2300, the claim

constexpr auto not_in_claim = stray_unless("ISA", "GS", "ST", "SE", "GE", "IEA", "HL", "CLM");

constexpr auto loop_2300 = loop(L2300, seg("CLM"))[*(
    any_of("DTP", "PWK", "CN1", "AMT", "REF", "K3", "NTE", "CR1", "CR2", "CRC", "HI", "HCP")
  | loop_2400
  | loop_2320
  | &seg("NM1") >> ( loop(L2310A, seg("NM1", "DN") | seg("NM1", "P3"))[named]
                   | loop(L2310B, seg("NM1", "82"))[named]
                   | loop(L2310C, seg("NM1", "77"))[named]
                   | loop(L2310D, seg("NM1", "DQ"))[named]
                   | loop(L2310E, seg("NM1", "PW"))[named]
                   | loop(L2310F, seg("NM1", "45"))[named] )
  | not_in_claim)];

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
  | stray_unless());

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
