#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/claim/service_span.hpp"
#include "src/claim/without_hyphens.hpp"

namespace scrub837::cod002 {
namespace {

constexpr Doc doc{
    .what =
        "An NPI (NM109 where NM108 is XX) that does not have ten digits or has a wrong check digit. "
        "Or, as a warning, an NPI that NPPES has deactivated, if a list of deactivated NPIs is loaded.",
    .why =
        "The last digit of an NPI is computed from the other nine, so a number that was mistyped is "
        "recognized and rejected before anybody looks at the claim. Payers reject claims with a deactivated "
        "NPI.",
    .fix =
        "Look the provider up in the NPI Registry (npiregistry.cms.hhs.gov). Type the NPI into the "
        "worklist, and correct the provider's record in the billing system.",
    .bad = "NM1*85*2*DEMO HOME CARE*****XX*1234567890~",
    .good = "NM1*85*2*DEMO HOME CARE*****XX*1234567893~",
    .source =
        "005010X222A1, NM109 of providers; CMS, NPI check digit (Luhn, with the prefix 80840); NPPES "
        "Deactivated NPI Report",
    .ask =
        "Look the provider up in the NPI Registry (npiregistry.cms.hhs.gov), and correct the number in "
        "the billing system.",
    .value = "Type the provider's NPI (ten digits) in the column value.",
};

constexpr std::size_t npi_digits = 10;

// Luhn over 80840 and the NPI; the prefix adds 24.
bool has_check_digit(std::string_view npi) {
  constexpr int prefix_sum = 24, ten = 10;
  int sum = prefix_sum;
  for (std::size_t i = 0; i < npi_digits; ++i) {
    int digit = npi[i] - '0';
    if (i % 2 == 0) digit = digit * 2 >= ten ? digit * 2 - (ten - 1) : digit * 2;
    sum += digit;
  }
  return sum % ten == 0;
}

// What is wrong with an NPI; empty if nothing is.
std::string_view fault_of(std::string_view npi) {
  if (!is_digits(npi, npi_digits)) return "The NPI (NM109) does not have ten digits.";
  if (!has_check_digit(npi)) return "The NPI (NM109) has a wrong check digit; a digit was mistyped.";
  return {};
}

void check_deactivated(SegmentRun const& stretch, std::string_view npi, std::uint32_t segment,
                       Reporter& report) {
  if (stretch.settings == nullptr) return;
  auto const since = stretch.settings->code_lists->deactivated(npi);
  if (!since) return;
  auto const day = judged_day(stretch);
  if (day != 0 && day < *since) return;
  report.add_as(
      report.severity_or(Severity::warning), {segment, 9, 0}, -1,
      "NPPES deactivated this NPI" + (*since == 0 ? std::string() : " on " + format_day(*since)) + ".");
}

void check(SegmentRun const& stretch, Reporter& report) {
  for (auto const& loop : stretch.loops) {
    if (stretch.segments[loop.first].kind != Kind::NM1 || loop.id == LoopId::stray) continue;
    auto const name = stretch.segment(loop.first);
    if (name[8] != "XX" || name[9].empty()) continue;
    auto const fault = fault_of(name[9]);
    if (fault.empty()) {
      check_deactivated(stretch, name[9], loop.first, report);
    } else {
      report.add({loop.first, 9, 0}, -1, std::string(fault));
      report.ask_for_value();
    }
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD002",
    .name = "npi-check-digit",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = SegmentRunCheck{check},
    .precedence = Precedence::code_set,
};

}  // namespace scrub837::cod002
