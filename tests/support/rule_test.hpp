#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/failed_case.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/snippet.hpp"
#include "tests/support/text_diff.hpp"

namespace scrub837::test {

/// A snippet that breaks the rule.
struct InvalidCase {
  Snippet segments = {};
  std::string at = {};        ///< `SV101-7`; the segment's id if all of it is meant; empty if it is missing
  std::string severity = {};  ///< empty: the rule's own
  std::size_t times = 1;      ///< how often the rule is reported
  std::string fixed = {};     ///< the snippet after the rule's fix; empty: there is none
  bool unsafe = false;        ///< the fix needs --unsafe-fixes
};

struct RuleCases {
  std::vector<Snippet> valid;
  std::vector<InvalidCase> invalid;
  /// Settings of the payer profile that the cases are run under; empty: those of the rule's documentation.
  std::string profile = {};
};

/// The cases that fail, each once for each style; empty if all is well.
[[nodiscard]] std::vector<FailedCase> failed_cases(std::string_view rule, RuleCases const& cases);

/// Runs a rule over its cases, in every style: a valid snippet is not reported; an invalid one is, as often,
/// where and as severely as it says. A fix makes the clean file that of the fixed snippet, byte for byte,
/// which scrubbed again is left as it is, without the rule and without any error. Without a fix nothing is
/// applied, and an error holds the claim as received.
void rule_test(std::string_view rule, RuleCases const& cases, char const* file = __builtin_FILE(),
               unsigned line = __builtin_LINE());

}  // namespace scrub837::test
