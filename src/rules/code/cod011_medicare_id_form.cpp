#include <algorithm>
#include <string_view>

#include "scrub837/rule.hpp"
#include "src/claim/service_line.hpp"
#include "src/claim/without_hyphens.hpp"
#include "src/guide/values.hpp"

namespace scrub837::cod011 {
namespace {

constexpr Doc doc{
    .what =
        "A Medicare number (NM109 of the subscriber, where SBR09 is MA or MB) that is not a Medicare "
        "Beneficiary Identifier (MBI): eleven characters, such as 1EG4TE5MK73. Numbers of other forms, and "
        "those of another payer (2330A), are only warnings: health plans that bill as MB have ids of their "
        "own.",
    .why =
        "Medicare has accepted nothing but MBIs since 2020. A number with one wrong character, or an old "
        "number (nine digits and a letter), is rejected.",
    .fix =
        "Copy the number from the Medicare card into the worklist or the billing system. Hyphens are "
        "removed if the MBI is then right.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******MB~OI***Y***Y~NM1*IL*1*DOE*JAN"
        "E****MI*1EG4-TE5-MK73~NM1*PR*2*OTHER PAYER*****PI*PAYER02~LX*1~SV1*HC:99213*125*UN*1***1~D"
        "TP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~SBR*S*18*******MB~OI***Y***Y~NM1*IL*1*DOE*JAN"
        "E****MI*1EG4TE5MK73~NM1*PR*2*OTHER PAYER*****PI*PAYER02~LX*1~SV1*HC:99213*125*UN*1***1~DTP"
        "*472*D8*20260914~",
    .source = "005010X222A1, NM109 in 2010BA and 2330A; CMS, Understanding the MBI format",
    .ask = "Compare the number with the Medicare card, and correct it in the billing system.",
    .value = "Type the Medicare number from the patient's card (eleven characters) in the column value.",
};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
// S, L, O, I, B and Z look like digits.
bool is_letter(char byte) {
  constexpr std::string_view never = "SLOIBZ";
  return byte >= 'A' && byte <= 'Z' && never.find(byte) == std::string_view::npos;
}

bool is_mbi(std::string_view id) {
  // C: 1 to 9. A: a letter. N: a digit. X: either.
  constexpr std::string_view form = "CAXNAXNAANN";
  if (id.size() != form.size()) return false;
  for (std::size_t i = 0; i < form.size(); ++i) {
    bool const digit = is_digit(id[i]), letter = is_letter(id[i]);
    bool const fits = form[i] == 'C'   ? digit && id[i] != '0'
                      : form[i] == 'A' ? letter
                      : form[i] == 'N' ? digit
                                       : digit || letter;
    if (!fits) return false;
  }
  return true;
}

// Looks like an MBI that was mistyped, or is a number of before 2020: nine digits and one or two more.
bool is_certainly_wrong(std::string_view id) {
  constexpr std::size_t mbi = 11, ssn = 9;
  if (id.size() == mbi && id[0] >= '1' && id[0] <= '9') return true;
  bool const old = id.size() > ssn && id.size() <= mbi && std::all_of(id.begin(), id.begin() + ssn, is_digit);
  return old && !is_digit(id[ssn]);
}

void check_id(SegmentRun const& stretch, std::uint32_t index, bool destination, Reporter& report) {
  auto const name = stretch.segment(index);
  auto const id = name[9];
  if (id.empty() || is_mbi(id)) return;
  auto plain = guide::upper(without_hyphens(id));
  Place const place{index, 9, 0};
  auto const severity = destination && (is_certainly_wrong(plain) || is_mbi(plain))
                            ? report.severity()
                            : report.severity_or(Severity::warning);
  if (is_mbi(plain)) {
    auto const message = plain.size() == id.size()
                             ? "The Medicare number (NM109) is in lower case; an MBI is in capitals."
                             : "The Medicare number (NM109) contains hyphens.";
    report.add_as(severity, place, -1, message,
                  {Applicability::safe, {{Edit::What::set, place, std::move(plain)}}, {}});
    return;
  }
  report.add_as(severity, place, -1, "The Medicare number (NM109) does not have the form of an MBI.");
  if (severity == Severity::error) report.ask_for_value();
}

void check_subscriber(SegmentRun const& stretch, Reporter& report) {
  if (stretch.segments.size() < 2) return;
  auto const subscriber = std::find_if(stretch.segments.begin(), stretch.segments.end(),
                                       [](Segment const& segment) { return segment.kind == Kind::SBR; });
  auto const* const loop = stretch.find(LoopId::L2010BA);
  if (loop == nullptr || subscriber == stretch.segments.end()) return;
  auto const index = static_cast<std::size_t>(subscriber - stretch.segments.begin());
  if (is_medicare(stretch.segment(index)[9])) check_id(stretch, loop->first, true, report);
}

void check_others(SegmentRun const& stretch, Reporter& report) {
  bool medicare = false;
  for (auto const& loop : stretch.loops) {
    if (loop.id == LoopId::L2320) {
      medicare = is_medicare(stretch.segment(loop.first)[9]);
    } else if (medicare && loop.id == LoopId::L2330A) {
      check_id(stretch, loop.first, false, report);
    }
  }
}

void check(SegmentRun const& stretch, Reporter& report) {
  switch (stretch.outermost()) {
    case LoopId::L2000B:
      return check_subscriber(stretch, report);
    case LoopId::L2300:
      return check_others(stretch, report);
    default:
      return;
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD011",
    .name = "medicare-id-form",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::safe,
    .phase = Phase::tidy,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .of_segments = {Kind::SBR},
    .precedence = Precedence::code_set,
    .tidies_first = true,
};

}  // namespace scrub837::cod011
