#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837::test {

struct SeenClaim {
  std::string id;               ///< CLM01
  std::int64_t cents = 0;       ///< CLM02
  std::string bytes;            ///< CLM to its last segment, blanks before and line ends behind included
  std::size_t interchange = 0;  ///< from 1
};

struct SeenSet {
  std::string type;           ///< ST01
  std::string control;        ///< ST02
  bool professional = false;  ///< an 837 whose lines are SV1
  std::size_t claims = 0;
  std::string bytes;
};

/// What the tests' own reader makes of bytes. It shares no code with scrub837.
struct Structure {
  std::vector<std::string> faults;  ///< counts, control numbers and HL numbers that are wrong
  std::vector<SeenSet> sets;
  std::vector<SeenClaim> claims;  ///< of professional sets
  std::size_t interchanges = 0;

  [[nodiscard]] std::int64_t cents() const;
  [[nodiscard]] std::string all_faults() const;
  [[nodiscard]] SeenClaim const* find(std::string_view id) const;
};

/// Reads interchanges, each with its own delimiters. Text that stands outside of any is passed over.
[[nodiscard]] Structure read_structure(std::string_view bytes);

}  // namespace scrub837::test
