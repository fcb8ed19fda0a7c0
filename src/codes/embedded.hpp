#pragma once

#include <string_view>

namespace scrub837 {

/// Data files of src/codes/, as they were when scrub837 was built.
extern std::string_view const unlisted_codes_text;
extern std::string_view const specific_codes_text;
extern std::string_view const place_of_service_text;
extern std::string_view const states_text;
extern std::string_view const provinces_text;
extern std::string_view const countries_text;

/// When a data file was last looked over: `2026-11-23`, from its remark `# date`.
[[nodiscard]] constexpr std::string_view date_of(std::string_view data_file) {
  constexpr std::string_view mark = "# date ";
  auto const at = data_file.find(mark);
  if (at == std::string_view::npos) return {};
  data_file.remove_prefix(at + mark.size());
  return data_file.substr(0, data_file.find('\n'));
}

}  // namespace scrub837
