#pragma once

#include <cstdint>
#include <string>

#include "tests/support/generated/file.hpp"

namespace scrub837::test {

/// The file as received; or what should go out of a file without refused scopes and faults of the surface:
/// the splitting written a second time, from the model and not from the bytes.
enum class Part : std::uint8_t { received, clean, held };
[[nodiscard]] std::string render(GeneratedFile const& file, Part part = Part::received);

}  // namespace scrub837::test
