#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"
#include "src/guide/values.hpp"

namespace scrub837::bal001 {
namespace {

constexpr Doc doc{
    .what =
        "The total charge of the claim (CLM02) is not the sum of the line charges (SV102). Where an amount "
        "is "
        "blank, negative, not a number, or has more than two decimals, that is reported instead.",
    .why = "Receivers add up the lines and reject the claim before anybody sees it.",
    .fix =
        "The file does not show whether the total or a line is wrong. Correct it in the billing system, or "
        "type the right amount into the worklist.",
    .bad = "CLM*DEMO-1*130***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "CLM*DEMO-1*125***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~LX*1~SV1*HC:99213*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "005010X222A1, 2300 CLM02 and 2400 SV102; SNIP type 3",
    .value = "Type the right amount in the column value.",
};

// Whether another rule speaks of an amount: it is blank (USE002), not a number (LEN003), has too many
// decimals (LEN005) or is negative (BAL004). Until it is right, nothing is known about the sum.
bool has_own_fault(std::string_view text, std::optional<Money> amount) {
  if (text.empty()) return true;
  if (amount) return !is_in_cents(*amount) || *amount < 0;
  auto const number = guide::number_of(text);
  return !number.valid || number.decimals > 2;
}

void report_too_large(Place place, std::int32_t line, std::string_view message, Reporter& report) {
  report.add(place, line, std::string(message));
  report.ask_for_value();
}

void check(ClaimView const& claim, Reporter& report) {
  if (claim.line_count() == 0 || has_own_fault(claim.total_text(), claim.total())) return;
  auto const total = claim.total();
  if (!total) report_too_large({0, 2, 0}, -1, "The total charge (CLM02) is too large.", report);
  Money sum = 0;
  bool known = total.has_value();
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service() || has_own_fault(line.charge(), line.amount())) {
      known = false;
      continue;
    }
    auto const charge = line.amount();
    if (!charge) {
      report_too_large({line.sv1_index(), 2, 0}, static_cast<std::int32_t>(i),
                       "The line charge (SV102) is too large.", report);
    }
    known = known && charge.has_value();
    sum += charge.value_or(0);
  }
  if (!known || *total == sum) return;
  report.add({0, 2, 0}, -1,
             "CLM02 is $" + format_cents(to_cents(*total)) + "; the service lines (SV102) total $" +
                 format_cents(to_cents(sum)) + ".");
  report.ask_for_value();
  report.needs(
      "Type the right total in the column value. If a line is wrong instead, correct the claim in the "
      "billing "
      "system.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "BAL001",
    .name = "charges-unbalanced",
    .severity = Severity::error,
    .snip = 3,
    .kind = ErrorKind::out_of_balance,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .release = Release::needs_reason,
    .precedence = Precedence::balance,
};

}  // namespace scrub837::bal001
