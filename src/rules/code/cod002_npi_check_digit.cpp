#include <fmt/format.h>

#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/claim/service_span.hpp"
#include "src/claim/without_hyphens.hpp"
#include "src/guide/bound_guide.hpp"
#include "src/rules/party_words.hpp"

namespace scrub837::cod002 {
namespace {

constexpr Doc doc{
    .what =
        "An NPI (NM109 where NM108 is XX) that does not have ten digits or has a wrong check digit. "
        "Or, as a warning, an NPI that begins with another digit than 1 or 2, or that NPPES has deactivated, "
        "if a "
        "list of deactivated NPIs is loaded.",
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
    .value = "Type that provider's NPI (ten digits) in the column value.",
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
  if (!is_digits(npi, npi_digits)) {
    return npi.find_first_of("- ") == std::string_view::npos
               ? "does not have ten digits."
               : "contains a hyphen or a blank; an NPI is ten digits.";
  }
  if (!has_check_digit(npi)) return "has a wrong check digit; a digit was mistyped.";
  return {};
}

void check_deactivated(SegmentRun const& stretch, std::string_view npi, Loop const& loop, Reporter& report) {
  if (stretch.settings == nullptr) return;
  auto const since = stretch.settings->code_lists->deactivated(npi);
  if (!since) return;
  auto const day = judged_day(stretch);
  if (day != 0 && day < *since) return;
  report.add_as(report.severity_or(Severity::warning), {loop.first, 9, 0}, -1,
                fmt::format("NPPES deactivated the NPI{}{}{}.", of_party(stretch, loop.id),
                            *since == 0 ? "" : " on ", *since == 0 ? std::string{} : format_day(*since)));
}

bool has_npis(SegmentRun const& stretch, LoopId loop) {
  auto const& guide =
      stretch.settings == nullptr ? *guide::shipped_guide() : guide::guide_of(*stretch.settings);
  return guide.takes(loop, Kind::NM1, 8, "XX");
}

void check(SegmentRun const& stretch, Reporter& report) {
  for (auto const& loop : stretch.loops) {
    if (stretch.segments[loop.first].kind != Kind::NM1 || loop.id == LoopId::stray) continue;
    auto const name = stretch.segment(loop.first);
    if (name[8] != "XX" || name[9].empty()) continue;
    auto const fault = fault_of(name[9]);
    // Where no NPI belongs, the qualifier is what is wrong (COD001).
    if (!fault.empty() && !has_npis(stretch, loop.id)) continue;
    if (fault.empty() && name[9][0] != '1' && name[9][0] != '2') {
      report.add_as(report.severity_or(Severity::warning), {loop.first, 9, 0}, -1,
                    fmt::format("The NPI (NM109){} begins with another digit than 1 or 2; no NPI does.",
                                of_party(stretch, loop.id)));
    } else if (fault.empty()) {
      check_deactivated(stretch, name[9], loop, report);
    } else {
      report.add({loop.first, 9, 0}, -1,
                 fmt::format("The NPI (NM109){} {}", of_party(stretch, loop.id), fault));
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
    .of_segments = {Kind::NM1},
    .precedence = Precedence::code_set,
};

}  // namespace scrub837::cod002
