#pragma once

#include <string>

namespace scrub837::test {

/// A copy without patients' data, as redact::redact() makes it; empty: the bytes are no X12.
[[nodiscard]] std::string redacted(std::string const& bytes, unsigned round = 0);
/// The first of some copies in which the same is found, as `redact` takes it; empty if there is none.
[[nodiscard]] std::string alike(std::string const& bytes);
/// Words of the original that are still there, and are neither codes nor of the vocabulary.
[[nodiscard]] std::string left_in(std::string const& copy, std::string const& original);
/// The bytes that are not letters, digits or points: delimiters, blanks, line ends.
[[nodiscard]] std::string structure_of(std::string const& bytes);

}  // namespace scrub837::test
