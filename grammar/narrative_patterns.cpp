#include "grammar/narrative_patterns.hpp"

#include <algorithm>
#include <array>
#include <boost/spirit/home/x3.hpp>
#include <cstdint>
#include <string_view>

#include "grammar/pattern_words.hpp"

namespace scrub837::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using x3::inf;
using x3::lit;
using x3::repeat;

// clang-format off

// ---- characters -------------------------------------------------------------------------------

auto const digit   = x3::char_('0', '9');
auto const letter  = x3::char_('A', 'Z') | lit(foreign_letter);
auto const token   = digit | letter;
auto const blank   = -lit(' ');
auto const at_end  = !token;                                   // the token ends here

/// Two Category III codes side by side differ in their last digit: 0512T-0513T. Asks ahead, takes nothing.
struct neighboring_codes_parser : x3::parser<neighboring_codes_parser> {
  using attribute_type = x3::unused_type;

  template <typename It, typename Context, typename RContext, typename Attribute>
  bool parse(It& first, It const& last, Context const&, RContext&, Attribute&) const {
    constexpr std::size_t longest = 16;  // 0512T THROUGH 0513T: up to its third digit
    std::string_view const rest(first, std::min(static_cast<std::size_t>(last - first), longest + 1));
    auto const second = rest.find_first_of("0123456789", 4);
    return second != std::string_view::npos && rest.substr(second, 3) == rest.substr(0, 3);
  }
};
neighboring_codes_parser const neighboring_codes;

// ---- clock times: 0900 - 1130, 09:00-11:30, 9:00AM-11:30AM, 9A-11A, 0900-1000, 1300-1400 ------

auto const hour    = (x3::char_('0', '1') >> digit) | (lit('2') >> x3::char_('0', '4'));
auto const minute  = x3::char_('0', '5') >> digit;
auto const am_pm   = ( blank >> (lit('A') | 'P') >> -lit('.') >> 'M' >> -lit('.')
                     | (lit('A') | 'P') ) >> !letter;
auto const o_clock = blank >> (lit("HOURS") | "HRS" | "HR" | "H") >> !letter;

auto const plain_time  = hour >> minute | digit >> minute;                       // 0900, 900
auto const colon_time  = (hour | digit) >> ':' >> minute >> -(':' >> minute);    // 09:00, 9:00:00
auto const spoken_time = (hour | digit) >> am_pm;                                // 9AM, 11 P.M.
auto const time        = ( spoken_time
                         | (colon_time | plain_time) >> -(am_pm | o_clock) ) >> at_end;
auto const sure_time   = ( spoken_time | colon_time >> -am_pm | plain_time >> am_pm ) >> at_end;

auto const until       = blank >> ( +lit('-') | '/' | '~' | '_'
                                  | word("TO", "THRU", "THROUGH", "UNTIL", "TILL", "TIL", "A") ) >> blank;
auto const dotted_time = (hour | digit) >> '.' >> minute >> at_end;              // 9.00-11.30
// 0900T-1130T: T for the time zone, as some visit verification writes it; alone it is a Category III code.
auto const zoned_until = blank >> ( +lit('-') | word("TO", "THRU", "THROUGH", "UNTIL", "TILL", "TIL") ) >> blank;
auto const zoned_time  = hour >> minute >> 'T';
auto const zoned_range = !neighboring_codes >> ( zoned_time >> zoned_until >> hour >> minute >> -lit('T')
                                                | hour >> minute >> zoned_until >> zoned_time ) >> at_end;
auto const time_range  = time >> until >> time
                       | zoned_range
                       | digit >> -digit >> until >> sure_time                   // 9-11:30AM
                       | dotted_time >> until >> dotted_time
                       | hour >> minute >> ' ' >> hour >> minute >> at_end;      // 0900 1130
auto const time_label  = ( word("TIME", "CLOCK", "ANESTHESIA", "ANES", "EVV", "VISIT")
                           >> blank >> -lit(':') >> blank >> -word("TIME") >> blank
                           >> word("IN", "OUT", "START", "STARTED", "STOP", "END", "BEGIN", "FROM", "TO")
                         | word("IN", "OUT", "START", "STARTED", "STOP", "STOPPED", "END", "ENDED",
                                "BEGIN", "BEGAN", "ARRIVED", "ARRIVAL", "DEPARTED", "DEPARTURE", "LEFT",
                                "TIME", "EVV", "ARRIVE", "DEPART", "CLOCKIN", "CLOCKOUT", "CHECKIN",
                                "CHECKOUT", "LOGIN", "LOGOUT", "SIGNIN", "SIGNOUT")
                         ) >> blank >> -word("TIME", "AT") >> blank >> -(lit(':') | '-' | '=') >> blank;
auto const clock_times = -time_label >> time_range
                       | time_label >> time
                       | sure_time;

// ---- dates: 20260115, 1/15/26, 01-15-2026, 2026-01-15 -----------------------------------------

auto const month_2     = lit('0') >> x3::char_('1', '9') | lit('1') >> x3::char_('0', '2');
auto const day_2       = x3::char_('0', '2') >> digit | lit('3') >> x3::char_('0', '1');
auto const month       = month_2 | x3::char_('1', '9');
auto const day         = day_2 | digit;
auto const century     = lit("19") | "20";
auto const year        = century >> digit >> digit | digit >> digit;
auto const parted_by   = [](char sign) { return century >> digit >> digit >> sign >> month >> sign >> day
                                              | month >> sign >> day >> sign >> year; };
auto const calendar    = ( century >> digit >> digit >> month_2 >> day_2
                         | month_2 >> day_2 >> century >> digit >> digit
                         | parted_by('/') | parted_by('-') | parted_by('.') ) >> at_end;
auto const date_label  = word("START OF CARE", "SOC", "DOS", "DATE OF SERVICE", "DOB", "DATE", "FROM", "THRU")
                         >> blank >> -word("DATE") >> blank >> -lit(':') >> blank;
auto const date        = -date_label >> calendar;

// ---- what a number may look like, and what is between a label and its number --------------

auto const coded       = repeat(0, 6)[letter] >> digit >> *token;  // A12345, 12345
auto const identifier  = repeat(0, 3)[repeat(1, 10)[letter] >> '-'] >> coded
                         >> *( (lit('-') | '/') >> repeat(0, 3)[repeat(1, 10)[letter] >> '-'] >> coded );
auto const link        = repeat(0, 4)[ blank >> ( word("NUMBER", "NUMBERS", "NUM", "NBR", "NO", "ID",
                                                       "CODE", "IS", "REF")
                                                | '#' | ':' | '.' | '-' | '=' ) ] >> blank;

// ---- authorizations: AUTH 12345, PA# A-123, PRIOR AUTHORIZATION NUMBER: 123, REFERRAL 99 ------

auto const authorized  = word("AUTH", "AUTHORIZATION", "AUTHORIZATIONS", "AUTHORISATION", "AUTHO",
                              "PREAUTH", "PREAUTHORIZATION", "PRECERT", "PRECERTIFICATION", "PA");
auto const referral    = word("REFERRAL", "G1");
auto const authorization = ( word("PRIOR", "PRE", "SERVICE", "PAYER") >> (blank >> -lit('-') >> blank)
                               >> word("AUTH", "AUTHORIZATION", "CERT", "CERTIFICATION", "APPROVAL")
                           | authorized | referral ) >> link >> identifier;

// ---- claim numbers: ICN 2023001234567, ORIGINAL CLAIM # 12-345 --------------------------------

auto const claim       = word("CLAIM", "CLM");
auto const claim_number = ( word("ICN", "DCN", "TCN", "CCN", "PCCN", "CRN", "F8")
                          | word("REF") >> blank >> "F8"
                          | -(word("ORIGINAL", "ORIG", "PRIOR", "PREVIOUS", "PAYER") >> blank) >>
                              ( claim >> -(blank >> word("CONTROL", "REFERENCE"))
                              | word("ICN", "DCN", "TCN") )
                          ) >> link >> identifier;

// ---- other numbers with a label, and provider taxonomy codes ----------------------------------

auto const taxonomy    = -(word("TAXONOMY", "PXC") >> link) >> -(lit("PXC"))
                         >> digit >> digit >> digit >> letter >> repeat(5)[token] >> 'X' >> at_end;
auto const number_label = word("MRN", "NPI", "TIN", "EIN", "SSN", "ACN", "PWK", "PCN", "ACCT", "ACCOUNT",
                               "MEMBER", "POLICY", "CONTRACT", "CASE", "REF", "REFERENCE", "TAX",
                               "CONTROL NUMBER", "CERT", "ID", "PHONE", "TEL", "FAX", "PH", "EXT",
                               "LICENSE", "LIC", "TRACKING", "CONFIRMATION", "TICKET", "DX", "ICD",
                               "MODIFIER", "MODIFIERS", "POS");
auto const diagnosis   = letter >> digit >> token >> '.' >> repeat(1, 4)[token] >> at_end;  // L97.511
auto const other_reference = taxonomy | diagnosis | number_label >> link >> identifier;

// ---- prices: $45.00, INVOICE 123.45, ACQ COST 12, USD 45 --------------------------------------

auto const whole       = repeat(1, 3)[digit] >> repeat(1, 3)[',' >> repeat(3)[digit]] | +digit;
auto const cents       = '.' >> digit >> digit;
auto const amount      = whole >> -cents >> at_end;
auto const price_label = word("INVOICE", "INV", "ACQUISITION", "ACQ", "COST", "PRICE", "MSRP", "AWP", "USD");
auto const price       = repeat(1, 3)[price_label >> blank] >> link >> -lit('$') >> blank >> amount
                       | lit('$') >> blank >> whole >> -cents
                       | whole >> cents >> at_end;

// ---- drug codes: N412345678901 UN1, NDC 12345-6789-01, 12345-6789-01 --------------------------

auto const eleven      = repeat(11)[digit];
auto const ten_or_eleven = repeat(10, 11)[digit];
auto const hyphenated  = repeat(4, 5)[digit] >> '-' >> repeat(3, 4)[digit] >> '-' >> repeat(1, 2)[digit];
auto const quantity    = blank >> word("UN", "ML", "GR", "ME", "F2") >> blank >> +digit >> -('.' >> +digit);
auto const ndc         = ( lit("N4") >> link >> (hyphenated | eleven)
                         | word("NDC") >> link >> -(lit("N4") >> blank) >> (hyphenated | ten_or_eleven)
                         | hyphenated ) >> !digit >> -quantity >> at_end;

// ---- remarks on a claim that is sent again: CORRECTED CLAIM, VOID/CANCEL OF PRIOR CLAIM -------

auto const again       = word("CORRECTED", "CORRECTING", "CORRECTION", "CORRECT", "REPLACEMENT",
                              "REPLACES", "REPLACE", "REPLACING", "VOID", "VOIDED", "VOIDING", "VOIDS",
                              "CANCEL", "CANCELS", "CANCELLED", "ADJUSTED", "ADJUSTMENT", "AMENDED",
                              "REVISED", "RESUBMITTED", "RESUBMISSION", "REBILLED", "SECOND");
auto const the_claim   = word("CLAIM", "CLAIMS", "CLM", "BILL", "BILLING", "SUBMISSION", "ICN", "DCN",
                              "TCN");
auto const which       = repeat(0, 3)[ blank >> ( word("OF", "TO", "FOR", "THE", "PRIOR", "PREVIOUS",
                                                       "PREVIOUSLY", "SUBMITTED", "PAID", "ORIGINAL",
                                                       "ORIG", "THIS", "A") | '-' ) ] >> blank;
auto const correction  = again >> -(blank >> (lit('/') | '-') >> blank >> again) >> which >> the_claim
                       | claim >> blank >> again
                       | word("FREQUENCY CODE", "FREQ CODE", "CLAIM FREQUENCY", "CLAIM FREQ",
                              "BILL FREQUENCY", "RESUBMISSION CODE", "RESUB CODE", "RESUB")
                           >> link >> x3::char_('6', '8') >> at_end
                       | word("LATE CHARGE", "LATE CHARGES");

// ---- names of documents, which may sound clinical: NURSING NOTES, DISCHARGE SUMMARY -----------

auto const paper_of    = word("NURSING", "NURSES", "NURSE", "PROGRESS", "CLINICAL", "CLINIC", "VISIT",
                              "OFFICE", "OPERATIVE", "OP", "PHYSICIAN", "THERAPY", "THERAPIST", "PT",
                              "OT", "SOAP", "PROCEDURE", "CASE", "ADMISSION", "DISCHARGE", "TREATMENT",
                              "MEDICAL", "SKILLED NURSING", "SN", "OASIS", "SESSION", "HOSPITAL");
// REPORTS is left out: PT REPORTS LESS PAIN is no document.
auto const paper       = word("NOTE", "NOTES", "REPORT", "RECORD", "RECORDS", "SUMMARY",
                              "DOCUMENTATION", "CHART", "CHARTING", "FLOWSHEET", "LOG", "LOGS");
auto const document    = repeat(1, 2)[paper_of >> blank] >> paper
                       | word("FOR REVIEW", "FOR CLAIM REVIEW", "FOR YOUR REVIEW", "FOR MEDICAL REVIEW",
                              "PEER REVIEW", "LETTER OF MEDICAL NECESSITY", "HARD COPY", "HARD COPIES",
                              "PAPER CLAIM", "PAPER COPY");

// ---- what the payer shall do, or what is still to be done; alone, REVIEW is work --------------

auto const request     = word("PLEASE", "PLS", "KINDLY") >> blank >> word("REVIEW")
                       | word("PENDING REVIEW", "UNDER REVIEW", "IN REVIEW", "AWAITING REVIEW",
                              "NEEDS REVIEW", "REQUIRES REVIEW", "REVIEW REQUIRED", "REVIEW NEEDED",
                              "REVIEW PENDING", "REVIEW REQUESTED", "REVIEW CLAIM", "REVIEW FOR PAYMENT",
                              "PENDING MEDICAL REVIEW", "UNDER MEDICAL REVIEW",
                              "MANUAL PRICE", "MANUAL PRICING", "MANUAL REVIEW",
                              "COORDINATION OF BENEFITS", "IN PROGRESS", "FILL IN", "TO BE CONFIRMED",
                              "TO BE ADVISED");

// ---- the words of another unlisted code, with which EVALUATION would count as work ------------

auto const restatement = word("UNLISTED", "UNCLASSIFIED", "UNSPECIFIED", "NOC", "MISC") >> blank
                         >> word("EVALUATION AND MANAGEMENT", "EVALUATION & MANAGEMENT", "E/M", "E&M",
                                 "DRUG");

// ---- the code of a service, and the abbreviations of "nothing" that hold punctuation ----------

auto const code_label  = word("CPT", "HCPCS", "HC", "CODE", "PROC", "PROCEDURE");
auto const code        = repeat(4)[digit] >> token >> at_end
                       | letter >> repeat(4)[digit] >> at_end;
auto const procedure_code = -(code_label >> -(lit('-') >> '4') >> link) >> code;
auto const not_available = ( lit("N/A") | "N / A" | "N.A." | "N.A" | "N/D"
                           | "N.O.S" | "N.O.C" | "N.E.C" | "T.B.D" | "T.B.A" ) >> !letter;

// ---- anything else ----------------------------------------------------------------------------

auto const long_number = repeat(0, 3)[letter] >> repeat(5, inf)[digit] >> *(repeat(1, 3)[letter] >> +digit);
auto const number      = long_number | +digit;

// clang-format on

template <typename Parser>
auto as(PieceKind kind, Parser const& parser) {
  return x3::omit[parser] >> x3::attr(kind);
}

// The order decides where two patterns begin alike: what is narrower is first.
auto const piece = as(PieceKind::says_not_available, not_available)   //
                   | as(PieceKind::correction, correction)            //
                   | as(PieceKind::ndc, ndc)                          //
                   | as(PieceKind::date, date)                        //
                   | as(PieceKind::clock_times, clock_times)          //
                   | as(PieceKind::authorization, authorization)      //
                   | as(PieceKind::claim_number, claim_number)        //
                   | as(PieceKind::price, price)                      //
                   | as(PieceKind::procedure_code, procedure_code)    //
                   | as(PieceKind::other_reference, other_reference)  //
                   | as(PieceKind::document, document)                //
                   | as(PieceKind::request, request)                  //
                   | as(PieceKind::restatement, restatement)          //
                   | as(PieceKind::number, number)                    //
                   | as(PieceKind::word, +letter);

// What begins with a digit begins with no label.
auto const piece_of_digits = as(PieceKind::ndc, ndc)                          //
                             | as(PieceKind::date, calendar)                  //
                             | as(PieceKind::clock_times, clock_times)        //
                             | as(PieceKind::price, price)                    //
                             | as(PieceKind::procedure_code, procedure_code)  //
                             | as(PieceKind::other_reference, taxonomy)       //
                             | as(PieceKind::number, number)                  //
                             | as(PieceKind::word, +letter);

// A run of letters that no pattern begins with: two or more, with no digit glued to them.
std::size_t plain_word_length(char const* first, char const* last) {
  std::size_t length = 0;
  auto const size = static_cast<std::size_t>(last - first);
  while (length < size && is_letter(first[length])) ++length;
  if (length < 2 || (length < size && first[length] >= '0' && first[length] <= '9')) return 0;
  return pattern_words().holds({first, length}) ? 0 : length;
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

// A run of up to seven digits before a blank and a word with which no time goes on (AM, PM, HRS, TO, UNTIL),
// or at the end: 45 MIN; five are a procedure code. Whatever else begins with digits is longer, or holds a
// sign.
Piece plain_number(char const* first, char const* last) {
  constexpr std::size_t longest = 7;
  constexpr std::size_t of_a_code = 5;
  constexpr std::string_view goes_on = "APHTU";
  std::size_t length = 0;
  auto const size = static_cast<std::size_t>(last - first);
  while (length < size && is_digit(first[length])) ++length;
  if (length == 0 || length > longest) return {PieceKind::end, {}};
  bool const before_word = length + 1 < size && first[length] == ' ' && is_letter(first[length + 1]) &&
                           goes_on.find(first[length + 1]) == std::string_view::npos;
  if (length != size && !before_word) return {PieceKind::end, {}};
  return {length == of_a_code ? PieceKind::procedure_code : PieceKind::number, {first, length}};
}

/// What is before a piece: blanks and signs, but for a price's.
struct gap_parser : x3::parser<gap_parser> {
  using attribute_type = x3::unused_type;

  template <typename It, typename Context, typename RContext, typename Attribute>
  bool parse(It& first, It const& last, Context const& context, RContext& rcontext, Attribute&) const {
    while (first != last && !is_letter(*first) && !is_digit(*first)) {
      auto ahead = first;
      if (*first == '$' && priced.parse(ahead, last, context, rcontext, x3::unused)) break;
      ++first;
    }
    return true;
  }

  decltype(lit('$') >> blank >> digit) priced = lit('$') >> blank >> digit;
};

gap_parser const gap;

}  // namespace

Piece next_piece(std::string_view text) {
  char const* first = text.data();
  char const* const last = first + text.size();
  x3::parse(first, last, gap);
  char const* const begin = first;
  if (auto const length = plain_word_length(begin, last)) return {PieceKind::word, {begin, length}};
  if (auto const numeral = plain_number(begin, last); numeral.kind != PieceKind::end) return numeral;
  auto kind = PieceKind::end;
  bool const digits = first != last && is_digit(*first);
  if (!(digits ? x3::parse(first, last, piece_of_digits, kind) : x3::parse(first, last, piece, kind)))
    return {PieceKind::end, {}};
  return {kind, {begin, static_cast<std::size_t>(first - begin)}};
}

}  // namespace scrub837::grammar
