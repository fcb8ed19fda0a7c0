#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "tests/support/generated/damage.hpp"
#include "tests/support/generated/file.hpp"

// RapidCheck is slow to compile: only generators.cpp includes it. What is drawn is drawn within holds().
namespace scrub837::test {

/// Any file: 1 to 3 interchanges, 1 or 2 groups, 1 to 4 sets, households of all shapes, faults anywhere.
[[nodiscard]] GeneratedFile any_file();
/// The same without refused scopes and faults of the surface.
[[nodiscard]] GeneratedFile sound_file();
/// The bytes of a small one.
[[nodiscard]] std::string small_file(bool sound = false);
/// Any damage to bytes.
[[nodiscard]] std::vector<Damage> any_damage();

/// A file that is always the same for the same numbers; drawn from nothing else. \param size 0 to 100
[[nodiscard]] GeneratedFile numbered_file(std::uint64_t number, int size, bool sound);

// RapidCheck prints what was drawn by these.
void showValue(GeneratedFile const& file, std::ostream& out);
void showValue(Damage const& damage, std::ostream& out);

}  // namespace scrub837::test
