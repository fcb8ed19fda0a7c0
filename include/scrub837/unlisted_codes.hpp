#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace scrub837 {

/// Procedure codes that say only what they are not (unlisted, not otherwise classified). Code numbers
/// alone; the built-in list is src/codes/unlisted_codes.txt.
class UnlistedCodes {
 public:
  UnlistedCodes();  ///< the built-in list
  void add(std::string_view code);
  /// Adds the codes of a list: ours, or the one that CMS publishes (see grammar/code_list.hpp).
  /// \return how many it names
  std::size_t add_list(std::string_view text);
  [[nodiscard]] bool contains(std::string_view code) const;
  [[nodiscard]] std::size_t size() const { return size_; }
  /// When the built-in list was last looked over, as `2026-11-23`.
  [[nodiscard]] static std::string_view date();

 private:
  // Codes have at most eight characters: packed into a number and hashed openly, 0 is free.
  std::vector<std::uint64_t> table_;
  std::size_t size_ = 0;
};

}  // namespace scrub837
