#include <algorithm>
#include <boost/container/static_vector.hpp>
#include <string>

#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/claim/service_span.hpp"

namespace scrub837::cod012 {
namespace {

constexpr Doc doc{
    .what =
        "A diagnosis (HI with ABK, ABF, BK or BF) that has a decimal point, does not have the form of an "
        "ICD-10-CM code, or has an ICD-9 qualifier (BK, BF) for services from October 1, 2015. With an "
        "ICD-10-CM list loaded: a diagnosis that was not on it on the service date, or that cannot be "
        "billed because it needs more characters. As warnings: an external cause (V to Y) as the first "
        "diagnosis, and a diagnosis that is listed twice.",
    .why =
        "Payers reject the claim. ICD-10-CM changes every October 1, and only the code with the most "
        "characters can be billed.",
    .fix =
        "Correct the diagnosis from the medical record: type it into the worklist, or correct it in the "
        "billing system. Decimal points are removed.",
    .bad =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z91.81~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source =
        "005010X222A1, 2300 HI; CMS, ICD-10-CM order files and Official Guidelines (external causes are "
        "never listed first)",
    .ask = "Correct the diagnosis in the billing system.",
    .value = "Type the diagnosis code, as it was valid on the service date, in the column value.",
};

/// A diagnosis of a claim and where it is.
struct Diagnosis {
  std::string_view qualifier, code;
  std::uint32_t segment;
  std::uint8_t element;

  [[nodiscard]] Place place() const { return {segment, element, 2}; }
  [[nodiscard]] bool is_icd10() const { return qualifier == "ABK" || qualifier == "ABF"; }
  [[nodiscard]] bool is_icd9() const { return qualifier == "BK" || qualifier == "BF"; }
};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

bool has_form(std::string_view code) {
  constexpr std::size_t shortest = 3, longest = 7;
  return code.size() >= shortest && code.size() <= longest && is_capital(code[0]) && is_digit(code[1]) &&
         std::all_of(code.begin() + 2, code.end(),
                     [](char byte) { return is_digit(byte) || is_capital(byte); });
}

std::string without_point(std::string_view code) {
  std::string plain(code);
  std::erase(plain, '.');
  return plain;
}

// Of a few bytes, which is sooner done without a call.
bool is_pointed(std::string_view code) {
  return std::any_of(code.begin(), code.end(), [](char byte) { return byte == '.'; });
}

constexpr std::size_t most_elements = 254;  // more are not told apart

template <typename Use>
void for_each_diagnosis(ClaimView const& claim, Use use) {
  for (auto const index : claim.direct(0, Kind::HI)) {
    auto const codes = claim.segment(index);
    auto const separator = claim.delimiters().component;
    auto const count = std::min<std::size_t>(codes.element_count(), most_elements);
    for (std::size_t i = 1; i <= count; ++i) {
      auto const composite = codes[i];
      auto const qualifier = nth_part(composite, separator, 0);
      auto const behind = composite.substr(std::min(qualifier.size() + 1, composite.size()));
      Diagnosis const one{qualifier, nth_part(behind, separator, 0), index, static_cast<std::uint8_t>(i)};
      if ((one.is_icd10() || one.is_icd9()) && !one.code.empty()) use(one);
    }
  }
}

void check_list(ClaimView const& claim, Diagnosis const& one, DaySpan days, Reporter& report) {
  switch (claim.settings().code_lists->look_up(CodeListKind::icd10cm, one.code, days)) {
    case CodeVerdict::missing:
    case CodeVerdict::out_of_date:
      report.add(one.place(), -1, "This diagnosis is not in the ICD-10-CM edition for the service date.");
      break;
    case CodeVerdict::heading:
      report.add(one.place(), -1,
                 "The diagnosis cannot be billed: ICD-10-CM has codes with more characters.");
      report.ask_for_value();
      report.needs("Type the full diagnosis code, with all of its characters, in the column value.");
      report.of_kind(ErrorKind::invalid_code);
      return;
    case CodeVerdict::not_in_old:
      report.add_as(
          report.warning_at_most(), one.place(), -1,
          "The ICD-10-CM list does not have this diagnosis as a billable code, but it ends before the "
          "service date.");
      report.of_kind(ErrorKind::invalid_code);
      return;
    default:
      return;
  }
  report.ask_for_value();
  report.of_kind(ErrorKind::invalid_code);
}

// \return whether the code has the right form
bool check_form(Diagnosis const& one, Reporter& report) {
  if (is_pointed(one.code)) {
    auto plain = without_point(one.code);
    // Of an ICD-9 code nothing but the point is judged.
    if (one.is_icd9() || has_form(plain)) {
      report.add(one.place(), -1, "The diagnosis has a decimal point.",
                 {Applicability::safe, {{Edit::What::set, one.place(), std::move(plain)}}, {}});
      return false;
    }
  }
  if (one.is_icd9() || has_form(one.code)) return true;
  report.add(one.place(), -1, "The diagnosis does not have the form of an ICD-10-CM code.");
  report.ask_for_value();
  return false;
}

bool is_external_cause(std::string_view code) { return code[0] >= 'V' && code[0] <= 'Y'; }

bool is_same(std::string_view code, std::string_view other) {
  return code == other ||
         ((is_pointed(code) || is_pointed(other)) && without_point(code) == without_point(other));
}

// Whether an earlier diagnosis of the claim is the same, with or without its point.
class Seen {
 public:
  bool before(std::string_view code) {
    // What is no code is repeated for another reason.
    if (!std::all_of(code.begin(), code.end(),
                     [](char byte) { return is_digit(byte) || is_capital(byte) || byte == '.'; }))
      return false;
    for (auto const earlier : codes_) {
      if (is_same(code, earlier)) return true;
    }
    if (codes_.size() < codes_.capacity()) codes_.push_back(code);
    return false;
  }

 private:
  static constexpr std::size_t most = 48;  // the guide takes twelve
  boost::container::static_vector<std::string_view, most> codes_;
};

bool has_gap(SegmentView codes) {
  constexpr std::size_t marked = 64;
  auto const text = codes.text();
  if (text.size() <= marked) return (codes.separators() & codes.separators() >> 1U) != 0;
  return text.find(std::string(2, codes.delimiters().element)) != text.npos;
}

// A blank between diagnoses: pointers (SV107) count by position, and receivers do not agree whether it
// counts.
void check_gaps(ClaimView const& claim, Reporter& report) {
  for (auto const index : claim.direct(0, Kind::HI)) {
    auto const codes = claim.segment(index);
    if (!has_gap(codes)) continue;
    auto const list = codes.component(1, 1);
    if (list == "BP" || list == "BG") continue;
    for (std::size_t i = 2, count = std::min<std::size_t>(codes.element_count(), most_elements); i < count;
         ++i) {
      if (!codes[i].empty() || codes[i + 1].empty()) continue;
      report.add({index, static_cast<std::uint8_t>(i), 0}, -1,
                 "A diagnosis is blank, but another follows it; it is not certain which one a pointer "
                 "(SV107) means.");
      report.needs(
          "Close the gap in the billing system, check the diagnosis pointers of the lines, and send the "
          "claim "
          "again.");
      report.of_kind(ErrorKind::incomplete);
    }
  }
}

void check(ClaimView const& claim, Reporter& report) {
  check_gaps(claim, report);
  constexpr Day first_icd10 = 20151001;
  bool const with_list = claim.settings().code_lists->has(CodeListKind::icd10cm);
  DaySpan days;
  bool icd9_reported = false;
  Seen seen;
  for_each_diagnosis(claim, [&](Diagnosis const& one) {
    if (days.first == 0 && (with_list || one.is_icd9())) days = service_span(claim);
    if (one.is_icd9() && days.last >= first_icd10) {
      if (icd9_reported) return;
      icd9_reported = true;
      report.add({one.segment, one.element, 1}, -1,
                 "The qualifier says ICD-9, but services from October 1, 2015 need ICD-10-CM (ABK, ABF).");
      report.needs("Enter the ICD-10-CM codes in the billing system, and send the claim again.");
      report.of_kind(ErrorKind::invalid_code);
      return;
    }
    bool const right = check_form(one, report);
    if (one.qualifier == "ABK" && is_external_cause(one.code)) {
      report.add_as(report.severity_or(Severity::warning), one.place(), -1,
                    "The first diagnosis is an external cause (V to Y), which explains another diagnosis.");
      report.of_kind(ErrorKind::contradiction);
    }
    if (seen.before(one.code)) {
      report.add_as(report.severity_or(Severity::warning), one.place(), -1, "The diagnosis is listed twice.");
      report.of_kind(ErrorKind::duplicate);
    }
    if (right && with_list && one.is_icd10()) check_list(claim, one, days, report);
  });
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD012",
    .name = "diagnosis-form",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::safe,
    .phase = Phase::tidy,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::HI},
    .precedence = Precedence::code_set,
    .tidies_first = true,
};

}  // namespace scrub837::cod012
