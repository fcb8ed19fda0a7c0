#pragma once

#include <span>
#include <string>
#include <string_view>

#include "src/report/export_facts.hpp"

namespace scrub837 {

/// A column of `export` about the claim: its name, with the box of the CMS-1500 form behind the underscore,
/// and what is in it.
struct ExportColumn {
  std::string_view name;
  std::string (*value)(ExportFacts const&);
};
[[nodiscard]] std::span<ExportColumn const> export_claim_columns();

/// The same about a service line.
struct ExportLineColumn {
  std::string_view name;
  std::string (*value)(ExportLine const&);
  bool of_service = true;  ///< empty where the line has no SV1
};
[[nodiscard]] std::span<ExportLineColumn const> export_line_columns();

}  // namespace scrub837
