#pragma once

#include <span>
#include <string>
#include <string_view>

#include "tests/fuzz/document.hpp"
#include "tests/fuzz/random.hpp"

namespace scrub837::test {

/// A transaction that is not an 837P: its GS01, GS08 and the segments of one set, written with `*`, `:` and
/// `~`.
struct OtherTransaction {
  std::string_view functional_id, version, set;
};
[[nodiscard]] std::span<OtherTransaction const> other_transactions();

/// One of them as a set, a group or an interchange, with the delimiters of `like`.
[[nodiscard]] std::string other_set(Random& random, DocumentPart const& like);
[[nodiscard]] std::string other_group(Random& random, DocumentPart const& like);
[[nodiscard]] std::string other_interchange(Random& random, DocumentPart const& like);

/// A BIN or BDS segment whose data may be X12, with the right length or a wrong one.
[[nodiscard]] std::string binary_segment(Random& random, DocumentPart const& like);

}  // namespace scrub837::test
