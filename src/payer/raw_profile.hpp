#pragma once

#include <toml++/toml.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/profile.hpp"

namespace scrub837 {

/// A profile as its file has it.
struct Raw {
  std::string const* path = nullptr;
  toml::table const* table = nullptr;
  std::string name;
  toml::node const* inherits = nullptr;
};

/// Reads a profile's name and what it inherits from. Throws ConfigError for an unknown key.
[[nodiscard]] Raw read_raw(std::string const& path, toml::node const& node);
/// Which claims it is for.
[[nodiscard]] std::vector<PayerMatch> read_matches(Raw const& raw);
/// Throws ConfigError for a key that is not known. \param where the key is: `in a profile`
void check_keys(std::string const& path, toml::table const& table, std::span<std::string_view const> known,
                std::string_view where);
/// Makes a profile of its own values and those that it inherits. \param all where the bases are
[[nodiscard]] Profile resolve(Raw const& raw, std::vector<Raw> const& all);

}  // namespace scrub837
