#include <algorithm>
#include <array>

#include "src/rules/situational/run_parts.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::sit017 {
namespace {

constexpr Doc doc{
    .what = "The billing provider's address (2010AA N3) is a PO box or a lock box.",
    .why =
        "2010AA must have a street address. Receivers reject PO BOX, P O BOX, and LOCK BOX there. A PO "
        "DRAWER or LOCK BIN is a warning. The pay-to address (2010AB) may be a box.",
    .fix =
        "In the billing system, enter the street address for the billing provider and the box as the pay-to "
        "address.",
    .bad =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*PO BOX 114~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "HL*1**20*1~NM1*85*2*DEMO AGENCY*****XX*1234567893~N3*1 DEMO ST~N4*RICHMOND*VA*232190000~"
        "REF*EI*123456789~NM1*87*2~N3*PO BOX 114~N4*RICHMOND*VA*23219~"
        "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*DEMO0001~"
        "N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*19500101*F~NM1*PR*2*DEMO PAYER*****PI*PAYER01~"
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2010AA N3: a street address",
};

bool is_word_byte(char byte) { return is_digit(byte) || is_letter(byte); }

// The words of an address one by one; what is between them doesn't matter (P.O., P O).
std::string_view next_word(std::string_view& text) {
  while (!text.empty() && !is_word_byte(text.front())) text.remove_prefix(1);
  std::size_t size = 0;
  while (size < text.size() && is_word_byte(text[size])) ++size;
  auto const word = text.substr(0, size);
  text.remove_prefix(size);
  return word;
}

bool same(std::string_view word, std::string_view capitals) {
  return std::ranges::equal(word, capitals, [](char a, char b) {
    return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
  });
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> capitals) {
  return std::ranges::any_of(capitals, [&](std::string_view one) { return same(word, one); });
}

// BOX or BX, BOX114 or BX114.
bool is_box(std::string_view word) {
  auto const name = std::find_if(word.begin(), word.end(), [](char c) { return is_digit(c); });
  return is_one_of({word.begin(), name}, {"BOX", "BX"}) &&
         std::all_of(name, word.end(), [](char c) { return is_digit(c); });
}

// Whether the two words before one say that it is at the post office.
bool of_post_office(std::array<std::string_view, 2> const& before) {
  return is_one_of(before[1], {"PO", "P0"}) || (same(before[0], "P") && is_one_of(before[1], {"O", "0"})) ||
         (same(before[0], "POST") && same(before[1], "OFFICE"));
}

enum class Named : std::uint8_t { nothing, drawer, box };

// Whether the words say PO BOX, P O BOX, POST OFFICE BOX or LOCK BOX, with a zero for the O, or as one word;
// or PO DRAWER, LOCK BIN, which are boxes by another name. POB is more often a professional office building.
Named named_in(std::string_view address) {
  auto named = Named::nothing;
  std::array<std::string_view, 2> before{};
  for (auto word = next_word(address); !word.empty(); word = next_word(address)) {
    bool const rented = of_post_office(before) || same(before[1], "LOCK");
    if (is_one_of(word, {"POBOX", "P0BOX", "LOCKBOX"}) || (rented && is_box(word))) return Named::box;
    if (rented && is_one_of(word, {"DRAWER", "BIN"})) named = Named::drawer;
    before = {before[1], word};
  }
  return named;
}

void check_address(SegmentRun const& run, std::uint32_t n3, Reporter& report) {
  for (std::uint8_t element = 1; element <= 2; ++element) {
    auto const named = named_in(run.segment(n3)[element]);
    if (named == Named::nothing) continue;
    report.add_as(report.severity_or(named == Named::box ? Severity::error : Severity::warning),
                  {n3, element, 0}, -1,
                  "The billing provider's address is a PO box or lock box; 2010AA needs a street "
                  "address.");
  }
}

void check(SegmentRun const& run, Reporter& report) {
  if (run.outermost() != LoopId::L2000A) return;
  // A second N3 is that of another party, whose NM1 is lost.
  for (auto const& loop : run.loops) {
    if (loop.id != LoopId::L2010AA) continue;
    if (auto const n3 = first_in(run, loop, Kind::N3)) check_address(run, *n3, report);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT017",
    .name = "post-office-box",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::HL},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit017
