#include "tests/support/generated/damage.hpp"

#include <algorithm>

namespace scrub837::test {

std::string damaged(std::string bytes, std::vector<Damage> const& damage) {
  for (auto const& one : damage) {
    if (bytes.empty()) break;
    // Half of the damage is done to the first 200 bytes, where the ISA and the GS stand.
    auto const span = one.where % 2 == 0 ? std::min<std::size_t>(bytes.size(), 200) : bytes.size();
    auto const at = one.where / 2 % span;
    auto const length = static_cast<std::size_t>(one.length);
    switch (one.what) {
      case 0:
        bytes.erase(at, length);
        break;
      case 1:
        bytes.insert(at, length, one.byte);
        break;
      case 2:
        bytes[at] = one.byte;
        break;
      default:
        bytes.resize(at);
        break;
    }
  }
  return bytes;
}

}  // namespace scrub837::test
