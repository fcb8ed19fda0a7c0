#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837 {

/// Claim numbers that are nearly the one that is looked for: a slip or two of the keys.
class NearClaims {
 public:
  struct Near {
    std::string number;
    std::uint64_t claim_index = 0;
  };
  /// \param wanted the number that is looked for
  void look_at(std::string_view wanted, std::string_view number, std::uint64_t claim_index);
  [[nodiscard]] std::vector<Near> const& found() const { return found_; }

 private:
  std::vector<Near> found_;
};

}  // namespace scrub837
