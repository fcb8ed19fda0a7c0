#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace scrub837 {

/// Removes what killed runs left in a folder of outputs and the folders below it: locks that nobody holds,
/// hidden temporaries, and earlier outputs that were moved aside for new ones that are published. What runs
/// that are at work use stays.
/// \param suffixes of all outputs that a Publisher writes, the summary's included
/// \return how many bytes were freed
/// \throws EnvironmentError
std::uint64_t remove_leftovers(std::filesystem::path const& folder, std::span<std::string const> suffixes);

}  // namespace scrub837
