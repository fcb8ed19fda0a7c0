#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace scrub837::grammar {

/// A line of the ICD-10-CM order file (icd10cm_order_2026.txt): order number 1-5, code 7-13, 15 is 1 if the
/// code can be billed and 0 if it only groups others, then descriptions.
struct OrderLine {
  std::string code;
  bool billable = false;
};
[[nodiscard]] std::optional<OrderLine> parse_order_line(std::string_view line);

/// A record of the HCPCS file (HCPC2026_APR_ANWEB.txt, 320 bytes): code 1-5, or a modifier in 4-5; sequence
/// 6-10; 11 is 3 for a procedure, 7 for a modifier, 4 and 8 where a description goes on; 269-276 the day it
/// was added, 285-292 the last day of use.
struct HcpcsRecord {
  std::string code;
  char type = ' ';  ///< 3, 4, 7 or 8
  std::uint32_t added = 0, last = 0;
};
[[nodiscard]] std::optional<HcpcsRecord> parse_hcpcs_record(std::string_view line);

/// A day as these files write it: 20260401, 2026-04-01, 4/1/2026; behind it a time of day. As 20260401; 0 if
/// it is none.
[[nodiscard]] std::uint32_t parse_day(std::string_view text);

/// What the name of a file says of its edition.
struct NamedEdition {
  unsigned year = 0;        ///< 2026 in HCPC2026_APR_ANWEB.txt; 0: none
  unsigned month = 0;       ///< 4 in the same; 0: none
  std::uint32_t day = 0;    ///< 20260209 in NPPES Deactivated NPI Report 20260209.csv; 0: none
  unsigned version = 0;     ///< 25 in nucc_taxonomy_251.csv; 0: none
  unsigned subversion = 0;  ///< 1 in the same
};
/// \param name without its folder
[[nodiscard]] NamedEdition parse_edition(std::string_view name);

}  // namespace scrub837::grammar
