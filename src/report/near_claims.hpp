#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scrub837 {

/// Claim numbers that are nearly the one that is looked for: the same but for case, blanks, hyphens or zeros
/// in front, or a slip or two of the keys.
class NearClaims {
 public:
  struct Near {
    std::string number;
    std::uint64_t claim_index = 0;
    bool same = false;  ///< but for how it is written; these come first
  };
  /// \param wanted the number that is looked for
  void look_at(std::string_view wanted, std::string_view number, std::uint64_t claim_index);
  [[nodiscard]] std::vector<Near> const& found() const { return found_; }

 private:
  std::vector<Near> found_;
};

/// `; did you mean ?`; empty if none is near. Slips are left out if there are numbers that are the
/// same. Numbers are patients' data: where they may not be shown, the claims are named by their place. \param
/// near each with its file
[[nodiscard]] std::string did_you_mean(std::vector<std::pair<std::string, NearClaims::Near>> const& near,
                                       bool show_phi);

}  // namespace scrub837
