#pragma once

#include <string>
#include <vector>

#include "tests/guide/full_file.hpp"

namespace scrub837::test::guide {

/// The full file with one row of the facts broken, and what must be found.
struct Mutation {
  std::string kind;  ///< "required element emptied"
  std::string row;   ///< which row: `2010AA N403`
  std::vector<Made> file;
  std::vector<std::string> rules;  ///< one of these is the right one
  std::string loop;
  std::string element;      ///< the finding's element, or one of which this is the beginning; empty: any
  std::size_t segment = 0;  ///< of the file: where the finding stands; for what is missing, any
  bool missing = false;
};

/// All of them.
[[nodiscard]] std::vector<Mutation> mutations();

}  // namespace scrub837::test::guide
