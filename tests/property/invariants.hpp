#pragma once

#include <initializer_list>
#include <iterator>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/mutation.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/generated/generators.hpp"
#include "tests/support/generated/render.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test {

/// Up to about `most` changes of any kind; they shrink to fewer.
inline std::vector<Mutation> some_mutations(int most) {
  std::vector<Mutation> mutations;
  for (auto const& row :
       any_rows({{0, std::ssize(mutators())}, {0, std::numeric_limits<std::int64_t>::max()}}, most))
    mutations.push_back({static_cast<std::uint32_t>(row[0]), static_cast<std::uint64_t>(row[1])});
  return mutations;
}

/// The failures whose names begin with one of these words.
inline std::string complaints(Checked const& checked, std::initializer_list<std::string_view> names) {
  std::string text;
  for (auto const& failure : checked.failures) {
    for (auto const name : names) {
      if (!failure.check.starts_with(name)) continue;
      text += failure.check + ": " + failure.detail + "\n";
      break;
    }
  }
  return text;
}

}  // namespace scrub837::test
