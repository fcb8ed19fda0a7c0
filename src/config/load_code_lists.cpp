#include "src/config/load_code_lists.hpp"

#include <filesystem>

#include "src/codes/read_code_list.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/write_whole.hpp"
#include "src/worklist/spreadsheet_text.hpp"

namespace scrub837 {

CodeList load_code_list(std::string const& path) {
  auto const status = look_at(path);
  if (!exists(status)) throw CodeListError{"there is no code list " + path};
  if (is_directory(status)) throw CodeListError{path + " is a folder, not a code list"};
  auto bytes = read_whole(path);
  auto const name = std::filesystem::path(path).filename().string();
  if (bytes.starts_with("PK") || is_fixed_width(bytes)) return read_code_list(bytes, name, path);
  return read_code_list(spreadsheet_text(std::move(bytes)), name, path);
}

}  // namespace scrub837
