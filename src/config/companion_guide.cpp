#include "src/config/companion_guide.hpp"

#include <utility>
#include <variant>

#include "src/config/config_node.hpp"
#include "src/guide/bound_guide.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/sha256.hpp"
#include "src/io/write_whole.hpp"

namespace scrub837 {

CompanionGuide read_companion_guide(std::string const& path) {
  auto const status = look_at(path);
  if (is_directory(status)) throw ConfigError{path + " is a folder, not a companion guide"};
  if (!exists(status)) throw ConfigError{"there is no companion guide " + path};
  auto const text = read_whole(path);
  auto result = guide::read_companion(text, guide::shipped_guide()->table());
  if (auto const* const fault = std::get_if<guide::TableFault>(&result))
    throw ConfigError{guide::described(*fault, path)};
  auto& table = std::get<guide::Table>(result);
  RunFacts::Guide read_from{table.name, {path, sha256(text)}};
  return {std::make_shared<guide::BoundGuide const>(std::move(table)), std::move(read_from)};
}

}  // namespace scrub837
