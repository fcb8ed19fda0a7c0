#include "src/cli/config_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "src/cli/command.hpp"
#include "src/cli/near_name.hpp"

namespace scrub837::cli {
namespace {

constexpr std::array<std::string_view, 9> keys{
    "select",  "ignore",        "hold",           "unsafe_fixes",
    "info",    "optional_rows", "unlisted_codes", "unlisted_codes_file",
    "severity"};

[[noreturn]] void refuse(std::string const& path, toml::source_region const& where, std::string const& what) {
  throw UsageError{fmt::format("{}:{}:{}: {}", path, where.begin.line, where.begin.column, what)};
}

std::vector<std::string> words(std::string const& path, toml::node const& node) {
  std::vector<std::string> result;
  auto const* const list = node.as_array();
  if (list == nullptr) refuse(path, node.source(), "a list of texts is expected");
  for (auto const& entry : *list) {
    auto const text = entry.value<std::string>();
    if (!text) refuse(path, entry.source(), "a text is expected");
    result.push_back(*text);
  }
  return result;
}

template <typename T>
T value(std::string const& path, toml::node const& node, std::string_view expected) {
  auto const found = node.value_exact<T>();
  if (!found) refuse(path, node.source(), fmt::format("{} is expected", expected));
  return *found;
}

void read_severities(std::string const& path, toml::node const& node, Settings& settings) {
  auto const* const table = node.as_table();
  if (table == nullptr)
    refuse(path, node.source(), "severity is a table: rule = \"error\", \"warning\" or \"info\"");
  for (auto const& [rule, level] : *table) {
    auto const name = value<std::string>(path, level, "\"error\", \"warning\" or \"info\"");
    auto const severity = name == "error"     ? Severity::error
                          : name == "warning" ? Severity::warning
                                              : Severity::info;
    if (name != "error" && name != "warning" && name != "info") {
      refuse(path, level.source(), "\"error\", \"warning\" or \"info\" is expected");
    }
    if (!settings.set_severity(rule.str(), severity)) {
      refuse(path, rule.source(), fmt::format("there is no rule {}", rule.str()));
    }
  }
}

void read_hold(std::string const& path, toml::node const& node, Settings& settings) {
  auto const name = value<std::string>(path, node, "\"error\", \"warning\" or \"never\"");
  if (name == "error") {
    settings.hold = Hold::error;
  } else if (name == "warning") {
    settings.hold = Hold::warning;
  } else if (name == "never") {
    settings.hold = Hold::never;
  } else {
    refuse(path, node.source(), "\"error\", \"warning\" or \"never\" is expected");
  }
}

void add_codes_file(std::string const& path, toml::node const& node, Settings& settings) {
  auto const name = std::filesystem::path(value<std::string>(path, node, "a file name"));
  auto const whole = name.is_absolute() ? name : std::filesystem::path(path).parent_path() / name;
  std::ifstream file(whole);
  if (!file) refuse(path, node.source(), "cannot read " + whole.string());
  std::ostringstream text;
  text << file.rdbuf();
  settings.unlisted.add_lines(text.str());
}

}  // namespace

void read_config(std::string const& path, Settings& settings) {
  toml::table table;
  try {
    table = toml::parse_file(path);
  } catch (toml::parse_error const& error) {
    if (!std::filesystem::exists(path)) throw UsageError{"there is no configuration file " + path};
    refuse(path, error.source(), std::string(error.description()));
  }
  for (auto const& [key, node] : table) {
    if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) {
      refuse(path, key.source(),
             fmt::format("there is no setting {}; did you mean {}?", key.str(), near_name(key.str(), keys)));
    }
    std::string unknown;
    if (key == "select") unknown = settings.select(words(path, node));
    if (key == "ignore") unknown = settings.ignore(words(path, node));
    if (!unknown.empty()) refuse(path, node.source(), "there is no rule or family " + unknown);
    if (key == "hold") read_hold(path, node, settings);
    if (key == "unsafe_fixes") settings.unsafe_fixes = value<bool>(path, node, "true or false");
    if (key == "info") settings.info = value<bool>(path, node, "true or false");
    if (key == "optional_rows") settings.optional_rows = value<bool>(path, node, "true or false");
    if (key == "unlisted_codes") {
      for (auto const& code : words(path, node)) settings.unlisted.add(code);
    }
    if (key == "unlisted_codes_file") add_codes_file(path, node, settings);
    if (key == "severity") read_severities(path, node, settings);
  }
}

}  // namespace scrub837::cli
