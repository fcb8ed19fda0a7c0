#include <algorithm>

#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/claim/service_span.hpp"

namespace scrub837::cod004 {
namespace {

constexpr Doc doc{
    .what =
        "A procedure code (SV101-2 where SV101-1 is HC) that is not five digits, four digits and a "
        "letter, or a letter and four digits. Or a code that was not on the loaded list on the service "
        "date: HCPCS level II for codes that begin with a letter other than D, CPT for the others.",
    .why =
        "A code that does not exist, or not on the service date, is rejected by the front end. Codes are "
        "added and discontinued every quarter.",
    .fix =
        "Type the right code into the worklist, or correct it in the billing system. If the code is "
        "right and the list is old, load the list of the service date (docs/code-lists.md).",
    .bad = "SV1*HC:9921*125*UN*1***1~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV101-2; CMS, HCPCS quarterly update",
    .ask = "Load the list for the service date, or correct the code in the billing system.",
    .value = "Type the procedure code (five characters) in the column value.",
};

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

bool has_form(std::string_view code) {
  constexpr std::size_t length = 5;
  if (code.size() != length || !std::all_of(code.begin() + 1, code.end() - 1, is_digit)) return false;
  if (is_digit(code.front())) return is_digit(code.back()) || is_capital(code.back());
  return is_capital(code.front()) && is_digit(code.back());
}

// D codes belong to the dentists, who have a list of their own.
std::optional<CodeListKind> list_of(std::string_view code) {
  if (code.front() == 'D') return std::nullopt;
  return is_digit(code.front()) ? CodeListKind::cpt : CodeListKind::hcpcs;
}

void check_list(LineView const& line, Place place, Reporter& report) {
  auto const code = line.procedure();
  auto const kind = list_of(code);
  auto const& lists = *line.claim().settings().code_lists;
  if (!kind || !lists.has(*kind)) return;
  auto const number = static_cast<std::int32_t>(line.index());
  auto const list = "The " + std::string(name_of(*kind)) + " list ";
  switch (lists.look_up(*kind, code, service_span(line))) {
    case CodeVerdict::missing:
    case CodeVerdict::heading:
      report.add(place, number, list + "has no such procedure code.");
      break;
    case CodeVerdict::out_of_date:
      report.add(place, number, list + "does not have this procedure code on the service date.");
      break;
    case CodeVerdict::not_in_old:
      report.add_as(report.warning_at_most(), place, number,
                    list + "does not have this procedure code, but it ends before the service date.");
      report.of_kind(ErrorKind::invalid_code);
      return;
    default:
      return;
  }
  report.ask_for_value();
  report.of_kind(ErrorKind::invalid_code);
}

void check(LineView const& line, Reporter& report) {
  auto const code = line.procedure();
  if (code.empty()) return;
  Place const place{line.sv1_index(), 1, 2};
  if (has_form(code)) return check_list(line, place, report);
  report.add(place, static_cast<std::int32_t>(line.index()),
             "The procedure code (SV101-2) does not have the form of a CPT or HCPCS code.");
  report.ask_for_value();
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD004",
    .name = "procedure-form",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = LineCheck{check},
    .precedence = Precedence::code_set,
};

}  // namespace scrub837::cod004
