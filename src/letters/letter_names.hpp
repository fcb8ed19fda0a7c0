#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/scrub.hpp"

namespace scrub837 {

/// Names of letters: `night.LHV-1002-1.html` for line 1 of claim LHV-1002 of night.837. No two letters of a
/// run have one name, whatever inputs they are of, on a disk that ignores upper and lower case too.
class LetterNames {
 public:
  LetterNames() = default;
  explicit LetterNames(std::span<InputFile const> files);
  /// \param input number of the input file; \param index of the claim, if its number is not enough
  [[nodiscard]] std::string next(std::size_t input, std::string_view claim, std::string_view index,
                                 std::int64_t line);

 private:
  struct Base {
    std::string folder, name;
  };
  [[nodiscard]] bool take(std::string const& folder, std::string const& name);

  std::vector<Base> bases_;  ///< of each input
  std::set<std::string> taken_;
};

/// Letters, digits, `-` and `_` as they are, anything else as `_`: a part of a file's name.
[[nodiscard]] std::string safe_for_file_name(std::string_view text);

}  // namespace scrub837
