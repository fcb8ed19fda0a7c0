#include "src/cli/not_checked.hpp"

#include "src/cli/totals_table.hpp"
#include "src/config/checked_lists.hpp"
#include "src/report/text_report.hpp"

namespace scrub837::cli {

std::string not_checked_text(Settings const& settings, ClaimsSeen const& seen) {
  auto line = not_checked_line(settings, seen);
  if (line.ends_with('\n')) line.pop_back();
  return wrapped(line, screen_columns, "");
}

}  // namespace scrub837::cli
