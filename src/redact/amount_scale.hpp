#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "src/redact/tokens.hpp"

namespace scrub837::redact {

/// Multiplies all amounts of a file by the same number: sums that are right stay right, and wrong ones wrong.
class AmountScale {
 public:
  AmountScale(Secret const& secret, Survey const& survey);
  /// \return nothing changed if the value is not an amount, or 0
  [[nodiscard]] std::string of(std::string_view value) const { return scaled(value, up_, down_); }

 private:
  [[nodiscard]] static std::string scaled(std::string_view value, std::int64_t up, std::int64_t down);
  std::int64_t up_ = 1, down_ = 1;
};

}  // namespace scrub837::redact
