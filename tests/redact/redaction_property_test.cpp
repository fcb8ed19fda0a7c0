#include "tests/redact/redacted_copy.hpp"
#include "tests/support/generated/generators.hpp"
#include "tests/support/property.hpp"

// What a redacted copy is, on generated files: households of all shapes, faults anywhere, any delimiters.

namespace scrub837::test::redaction_property_test {
namespace {

constexpr int size = 15;

TEST_CASE("redaction: the same is found in the copy, no value is left in it, and its structure stays") {
  holds(
      60,
      [] {
        auto const original = small_file(true);
        auto const copy = alike(original);
        ensure(!copy.empty());
        ensure_equal(left_in(copy, original), std::string());
        ensure_equal(structure_of(copy), structure_of(original));
      },
      size);
}

TEST_CASE("redaction: of damaged files, too, no name is left") {
  holds(
      60,
      [] {
        auto const original = damaged(small_file(), any_damage());
        auto const copy = redacted(original);
        if (copy.empty()) return;
        for (std::string const name : {"JOHN", "JANE", "MAIN ST", "DEMOTOWN", "PAYER01", "5555550100"}) {
          if (original.find(name) != std::string::npos) ensure(copy.find(name) == std::string::npos);
        }
      },
      size);
}

TEST_CASE("redaction: the same is found in a copy of a copy") {
  holds(
      30,
      [] {
        auto const once = redacted(small_file());
        auto const twice = alike(once);
        ensure(!twice.empty());
        ensure(once != twice);
      },
      size);
}

}  // namespace
}  // namespace scrub837::test::redaction_property_test
