#include "src/config/inbox_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <limits>

#include "src/text/near_name.hpp"

namespace scrub837 {
namespace {

enum class Value : std::uint8_t { path, text, number, flag };

struct InboxKey {
  std::string_view key;
  Value value;
};

constexpr std::array inbox_keys{
    InboxKey{"inbox", Value::path},       InboxKey{"out", Value::path},
    InboxKey{"archive", Value::path},     InboxKey{"quarantine", Value::path},
    InboxKey{"ledger", Value::path},      InboxKey{"min_age", Value::number},
    InboxKey{"done_marker", Value::text}, InboxKey{"wait", Value::flag},
    InboxKey{"sent_days", Value::number}, InboxKey{"expect_by", Value::text},
    InboxKey{"metrics", Value::path},
};

// As it would be on the command line.
std::vector<std::string> values_of(std::string const& path, InboxKey const& known, ConfigNode const& node) {
  switch (known.value) {
    case Value::path: {
      std::filesystem::path const name = node.text("a file or folder");
      return {(name.is_absolute() ? name : std::filesystem::path(path).parent_path() / name).string()};
    }
    case Value::text:
      return {node.text("a text")};
    case Value::number:
      return {std::to_string(node.number(0, std::numeric_limits<std::int32_t>::max()))};
    case Value::flag:
      break;
  }
  return node.flag() ? std::vector<std::string>{"true"} : std::vector<std::string>{};
}

}  // namespace

std::vector<ConfigFile::Option> read_inbox_table(std::string const& path, ConfigNode const& table) {
  std::vector<ConfigFile::Option> options;
  for (auto const& [key, node] : table.table(R"(settings of the inbox: inbox = "/srv/claims/in")")) {
    auto const known =
        std::ranges::find_if(inbox_keys, [id = key.str()](InboxKey const& one) { return one.key == id; });
    if (known == inbox_keys.end()) {
      std::vector<std::string_view> names;
      names.reserve(inbox_keys.size());
      for (auto const& one : inbox_keys) names.push_back(one.key);
      refuse(path, key.source(),
             fmt::format("there is no setting {} in [inbox]; did you mean {}?", key.str(),
                         near_name(key.str(), names)));
    }
    auto values = values_of(path, *known, ConfigNode(path, node));
    if (values.empty()) continue;
    std::string name(known->key);
    std::ranges::replace(name, '_', '-');
    options.push_back({std::move(name), std::move(values)});
  }
  return options;
}

}  // namespace scrub837
