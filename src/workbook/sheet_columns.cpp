#include "src/workbook/sheet_columns.hpp"

#include <algorithm>

namespace scrub837 {

std::string letters_of(std::size_t column) {
  std::string letters;
  for (auto left = column + 1; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

double width_of(SheetColumn const& column) {
  struct Width {
    std::string_view name;
    double width;
  };
  constexpr std::array widths{Width{"needed", 60},
                              Width{"narrative", 45},
                              Width{"release_reason", 35},
                              Width{"patient", 22},
                              Width{"payer", 24},
                              Width{"provider", 26},
                              Width{"current_description", 28},
                              Width{"current_notes", 32},
                              Width{"claim", 18},
                              Width{"line", 6},
                              Width{"value", 22},
                              Width{"charge_reason", 28},
                              Width{"visit_nature", 28},
                              Width{"intervention", 28},
                              Width{"patient_response", 28},
                              Width{"last_result", 40},
                              Width{"current_attachments", 22},
                              Width{"current_value", 24},
                              Width{"attachment_type", 30},
                              Width{"attachment_transmission", 24},
                              Width{"rule", 9},
                              Width{"kind", 10},
                              Width{"member_id", 15},
                              Width{"payer_id", 13},
                              Width{"provider_npi", 14},
                              Width{"diagnoses", 16},
                              Width{"file", 24},
                              Width{"key", 24}};
  auto const* const found = std::ranges::find(widths, column.name, &Width::name);
  // Where nothing in it is longer, the name is seen whole.
  return found == widths.end() ? std::max(9.0, static_cast<double>(column.name.size()) * 1.15) : found->width;
}

bool is_wrapped(SheetColumn const& column) {
  constexpr std::array wrapped{"needed",   "last_result", "patient",      "payer",
                               "provider", "file",        "current_value"};
  return column.name.starts_with("current_") || std::ranges::find(wrapped, column.name) != wrapped.end();
}

}  // namespace scrub837
