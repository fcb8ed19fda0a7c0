#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace scrub837::test {

/// Random damage to bytes: some deleted, inserted, replaced, cut off.
struct Damage {
  int what = 0;
  std::uint32_t where = 0;
  char byte = 0;
  int length = 1;
};
[[nodiscard]] std::string damaged(std::string bytes, std::vector<Damage> const& damage);

}  // namespace scrub837::test
