#pragma once

#include <array>
#include <string_view>

#include "scrub837/profile.hpp"
#include "src/config/config_node.hpp"

namespace scrub837 {

/// A key of a code's section in a profile.
struct RequirementSetting {
  std::string_view key;
  /// Throws ConfigError for a value that can't be.
  void (*read)(ConfigNode const& value, PayerRequirements& requirements);
};

/// All keys, in the order in which they are documented.
[[nodiscard]] std::span<RequirementSetting const> demand_settings();

}  // namespace scrub837
