#include "src/narrative/slip.hpp"

#include <algorithm>

namespace scrub837 {

bool is_slip(std::string_view typed, std::string_view meant, bool stem) {
  if (typed.size() + 1 < meant.size() || (!stem && typed.size() > meant.size() + 1)) return false;
  auto const fits = [stem](std::string_view rest, std::string_view of) {
    return stem ? rest.starts_with(of) : rest == of;
  };
  auto const shorter = std::min(typed.size(), meant.size());
  auto const same = static_cast<std::size_t>(
      std::mismatch(typed.begin(), typed.begin() + static_cast<std::ptrdiff_t>(shorter), meant.begin())
          .first -
      typed.begin());
  typed.remove_prefix(same);
  meant.remove_prefix(same);
  if (meant.empty()) return false;
  if (fits(typed, meant.substr(1))) return true;
  if (typed.empty()) return false;
  if (fits(typed.substr(1), meant) || fits(typed.substr(1), meant.substr(1))) return true;
  return typed.size() >= 2 && meant.size() >= 2 && typed[0] == meant[1] && typed[1] == meant[0] &&
         fits(typed.substr(2), meant.substr(2));
}

}  // namespace scrub837
