#include "src/codes/list_edition.hpp"

#include <fmt/format.h>

#include <array>

#include "grammar/code_files.hpp"

namespace scrub837 {
namespace {

constexpr unsigned april = 4, september = 9, october = 10, december = 12;

constexpr Day day(unsigned year, unsigned month, unsigned of_month) {
  return year * 10'000 + month * 100 + of_month;
}

constexpr Day last_of_month(unsigned year, unsigned month) {
  constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day(year, month, days[month - 1] + (month == 2 && leap ? 1U : 0U));
}

std::string_view month_name(unsigned month) {
  constexpr std::array<std::string_view, 12> names{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  return names[month - 1];
}

// The fiscal year 2026 runs from October 1, 2025; an update within it, from its own month.
void set_icd(CodeList& list, grammar::NamedEdition const& named) {
  if (named.year == 0) return;
  auto const fiscal_year = named.month >= october ? named.year + 1 : named.year;
  bool const update = named.month != 0 && named.month < october;
  list.edition =
      update ? fmt::format("{} {}", fiscal_year, month_name(named.month)) : std::to_string(fiscal_year);
  list.holds = {update ? day(named.year, named.month, 1) : day(fiscal_year - 1, october, 1),
                last_of_month(fiscal_year, september)};
}

// A file of a quarter. It keeps codes that were discontinued in the four years before.
void set_hcpcs(CodeList& list, grammar::NamedEdition const& named) {
  if (named.year == 0) return;
  constexpr unsigned years_kept = 3, quarter = 3;
  auto const last_month = named.month == 0 ? december : (named.month - 1) / quarter * quarter + quarter;
  list.edition = named.month == 0 ? std::to_string(named.year)
                                  : fmt::format("{} {}", named.year, month_name(named.month));
  list.holds = {day(named.year - years_kept, 1, 1), last_of_month(named.year, last_month)};
}

// Version 26.0 holds from April 1, 2026; 26.1 from October 1.
void set_taxonomy(CodeList& list, grammar::NamedEdition const& named) {
  if (named.version == 0) return;
  constexpr unsigned century = 2000;
  auto const year = century + named.version;
  list.edition = fmt::format("{}.{}", named.version, named.subversion);
  if (named.subversion == 0) {
    list.holds = {day(year, april, 1), last_of_month(year, september)};
  } else {
    list.holds = {day(year, october, 1), last_of_month(year + 1, april - 1)};
  }
}

// A calendar year, if the name has one.
void set_cpt(CodeList& list, grammar::NamedEdition const& named) {
  if (named.year == 0) return;
  list.edition = std::to_string(named.year);
  list.holds = {day(named.year, 1, 1), last_of_month(named.year, december)};
}

// The day of a report; it holds until another one comes.
void set_day(CodeList& list, grammar::NamedEdition const& named) {
  if (named.day != 0) {
    list.edition = format_day(named.day);
  } else if (named.year != 0) {
    list.edition = named.month == 0 ? std::to_string(named.year)
                                    : fmt::format("{} {}", named.year, month_name(named.month));
  }
}

}  // namespace

void set_edition(CodeList& list, std::string_view name) {
  auto const named = grammar::parse_edition(name);
  switch (list.kind) {
    case CodeListKind::icd10cm:
      return set_icd(list, named);
    case CodeListKind::hcpcs:
      return set_hcpcs(list, named);
    case CodeListKind::taxonomy:
      return set_taxonomy(list, named);
    case CodeListKind::cpt:
      return set_cpt(list, named);
    default:
      return set_day(list, named);
  }
}

bool lacks_edition(CodeList const& list) { return !usual_name(list.kind).empty() && list.holds.last == 0; }

std::string_view usual_name(CodeListKind kind) {
  switch (kind) {
    case CodeListKind::icd10cm:
      return "icd10cm_order_2026.txt";
    case CodeListKind::hcpcs:
      return "HCPC2026_APR_ANWEB.txt";
    case CodeListKind::taxonomy:
      return "nucc_taxonomy_260.csv";
    default:
      return {};
  }
}

}  // namespace scrub837
