#include "src/config/config_node.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/text/near_name.hpp"

namespace scrub837 {

void refuse(std::string const& path, toml::source_region const& where, std::string_view what) {
  throw ConfigError{fmt::format("{}:{}:{}: {}", path, where.begin.line, where.begin.column, what)};
}

void ConfigNode::refuse(std::string_view what) const { scrub837::refuse(*path_, node_->source(), what); }

bool ConfigNode::flag() const {
  auto const found = node_->value_exact<bool>();
  if (!found) refuse("true or false is expected");
  return *found;
}

std::string ConfigNode::text(std::string_view expected) const {
  auto const found = node_->value_exact<std::string>();
  if (!found) refuse(fmt::format("{} is expected, in quotes", expected));
  if (found->empty()) refuse(fmt::format("{} is expected, and the text is empty", expected));
  return *found;
}

std::string ConfigNode::word(std::span<std::string_view const> words) const {
  std::string choice;
  for (auto const known : words)
    choice += fmt::format(R"({}"{}")", choice.empty() ? "" : known == words.back() ? " or " : ", ", known);
  auto found = text(choice);
  if (std::find(words.begin(), words.end(), found) == words.end())
    refuse(fmt::format(R"({} is expected, not "{}"; did you mean "{}"?)", choice, found,
                       near_name(found, words)));
  return found;
}

std::int64_t ConfigNode::number(std::int64_t least, std::int64_t most) const {
  auto const found = node_->value_exact<std::int64_t>();
  if (!found || *found < least || *found > most)
    refuse(fmt::format("a whole number from {} to {} is expected", least, most));
  return *found;
}

std::vector<ConfigNode> ConfigNode::list(std::string_view expected) const {
  auto const* const entries = node_->as_array();
  if (entries == nullptr) refuse(fmt::format("a list of {} is expected, in square brackets", expected));
  std::vector<ConfigNode> result;
  for (auto const& entry : *entries) result.emplace_back(*path_, entry);
  return result;
}

toml::table const& ConfigNode::table(std::string_view expected) const {
  auto const* const entries = node_->as_table();
  if (entries == nullptr) refuse(fmt::format("a table of {} is expected", expected));
  return *entries;
}

}  // namespace scrub837
