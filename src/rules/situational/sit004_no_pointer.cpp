#include "scrub837/rule.hpp"

namespace scrub837::sit004 {
namespace {

constexpr Doc doc{
    .what = "A line has no diagnosis pointer (SV107).",
    .why =
        "Every line must say which diagnoses of the claim it is for. Receivers reject the claim, or the "
        "whole "
        "transaction set.",
    .fix =
        "Type one to four of the claim's diagnoses into the worklist: 1 is the first diagnosis in HI, 2 "
        "the second.",
    .bad = "SV1*HC:99213*125*UN*1~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV107",
    .value =
        "Type the numbers of the diagnoses for this line in the column value, the main one first (1, or "
        "1 2); 1 is the first one in the column diagnoses.",
};

// Component separators alone point at nothing either.
bool is_blank(LineView const& line) {
  auto const pointers = line.pointers();
  auto const separator = line.claim().delimiters().component;
  if (!pointers.empty() && pointers[0] != separator) return false;
  return pointers.find_first_not_of(separator) == std::string_view::npos;
}

void check(ClaimView const& claim, Reporter& report) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service() || !is_blank(line)) continue;
    report.add({line.sv1_index(), 7, 0}, static_cast<std::int32_t>(i),
               "The diagnosis pointer (SV107) is blank.");
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT004",
    .name = "no-pointer",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::required_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit004
