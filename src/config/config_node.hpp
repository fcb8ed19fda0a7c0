#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837 {

/// A mistake in a configuration file: where it is, and what is wrong.
struct ConfigError {
  std::string message;
};

/// A value of a configuration file and where it is. What it is not asked to be is refused: every getter
/// throws ConfigError with file, line and column.
class ConfigNode {
 public:
  /// Views of the file's name and value, which have to live on.
  ConfigNode(std::string const& path, toml::node const& node) : path_(&path), node_(&node) {}

  [[nodiscard]] bool flag() const;
  [[nodiscard]] bool is_text() const { return node_->is_string(); }
  /// A text that is not empty. \param expected what it stands for: `a file name`
  [[nodiscard]] std::string text(std::string_view expected) const;
  /// One of these words.
  [[nodiscard]] std::string word(std::span<std::string_view const> words) const;
  /// A whole number from `least` to `most`.
  [[nodiscard]] std::int64_t number(std::int64_t least, std::int64_t most) const;
  /// The entries of a list. \param expected what is listed: `rule ids`
  [[nodiscard]] std::vector<ConfigNode> list(std::string_view expected) const;
  /// A table's entries. \param expected what it is a table of
  [[nodiscard]] toml::table const& table(std::string_view expected) const;

  /// Says what is wrong with this value.
  [[noreturn]] void refuse(std::string_view what) const;

 private:
  std::string const* path_;
  toml::node const* node_;
};

/// Throws ConfigError for a place in a configuration file.
[[noreturn]] void refuse(std::string const& path, toml::source_region const& where, std::string_view what);

}  // namespace scrub837
