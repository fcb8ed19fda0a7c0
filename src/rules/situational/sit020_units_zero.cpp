#include "scrub837/rule.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::sit020 {
namespace {

constexpr Doc doc{
    .what = "The units or minutes of a line (SV104) are zero, or below zero (error).",
    .why =
        "A payer has nothing to pay for. Medicare rejects the claim (277CA A7:476), so this is an error if "
        "SBR09 is MA or MB.",
    .fix = "Correct the units in the billing system, or remove the line.",
    .bad = "SV1*HC:99213*125*UN*0***1~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV104; CMS 837P edits on SV104",
};

bool is_negative(std::string_view units) {
  return units.starts_with('-') && units.find_first_of("123456789") != std::string_view::npos &&
         units.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

bool is_zero(std::string_view units) {
  if (units.empty() || (units[0] >= '1' && units[0] <= '9')) return false;  // nearly always
  return units.find('0') != std::string_view::npos &&
         units.find_first_not_of("-0.") == std::string_view::npos;
}

void check(ClaimView const& claim, Reporter& report) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    auto const units = line.units();
    bool const negative = is_negative(units);
    if (!negative && !is_zero(units)) continue;
    report.add_as(report.severity_or(negative || is_medicare(claim) ? Severity::error : Severity::warning),
                  {line.sv1_index(), 4, 0}, static_cast<std::int32_t>(i),
                  negative ? "The units of the line (SV104) are below zero."
                           : "The units of the line (SV104) are zero.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT020",
    .name = "units-zero",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit020
