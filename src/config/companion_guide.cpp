#include "src/config/companion_guide.hpp"

#include <utility>
#include <variant>

#include "src/config/config_node.hpp"
#include "src/guide/bound_guide.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/write_whole.hpp"

namespace scrub837 {

std::shared_ptr<guide::BoundGuide const> read_companion_guide(std::string const& path) {
  auto const status = look_at(path);
  if (is_directory(status)) throw ConfigError{path + " is a folder, not a companion guide"};
  if (!exists(status)) throw ConfigError{"there is no companion guide " + path};
  auto result = guide::read_companion(read_whole(path), guide::shipped_guide()->table());
  if (auto const* const fault = std::get_if<guide::TableFault>(&result))
    throw ConfigError{guide::described(*fault, path)};
  return std::make_shared<guide::BoundGuide const>(std::get<guide::Table>(std::move(result)));
}

}  // namespace scrub837
