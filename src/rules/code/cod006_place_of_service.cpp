#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"

namespace scrub837::cod006 {
namespace {

constexpr Doc doc{
    .what = "A place of service (CLM05-1, SV105) that is not on the list of CMS.",
    .why =
        "The place of service determines coverage and fee. The front end rejects a code that is not in "
        "use.",
    .fix =
        "Type the place of service into the worklist, or correct it in the billing system. If the code "
        "is new and right, whoever runs scrub837 can load the new list of CMS or add the code "
        "(extra_codes in the configuration).",
    .bad = "SV1*HC:99213*125*UN*1*91**1~",
    .good = "SV1*HC:99213*125*UN*1*11**1~",
    .source = "005010X222A1, 2300 CLM05-1 and 2400 SV105; CMS, Place of Service Code Set",
    .value = "Type the place of service (two digits, such as 12) in the column value.",
};

// 12>B>1: another byte than ISA16 names separates the components, which is a fault of the interchange.
bool is_whole_composite(std::string_view code) {
  constexpr std::size_t length = 2;
  if (code.size() <= length) return false;
  auto const behind = code[length];
  bool const letter = (behind >= 'A' && behind <= 'Z') || (behind >= 'a' && behind <= 'z');
  return !letter && (behind < '0' || behind > '9');
}

void check_place(ClaimView const& claim, std::string_view code, Place place, std::int32_t line,
                 Reporter& report) {
  if (code.empty() || claim.settings().code_lists->has_short(CodeListKind::place_of_service, code)) return;
  if (is_whole_composite(code)) return;
  report.add(place, line, "The place of service is not on the list of CMS.");
  report.ask_for_value();
}

void check(ClaimView const& claim, Reporter& report) {
  check_place(claim, claim.place_of_service(), {0, 5, 1}, -1, report);
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    check_place(claim, line.own_place(), {line.sv1_index(), 5, 0}, static_cast<std::int32_t>(i), report);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD006",
    .name = "place-of-service",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::code_set,
};

}  // namespace scrub837::cod006
