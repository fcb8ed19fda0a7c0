#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "scrub837/environment_error.hpp"
#include "scrub837/report.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "scrub837/summary.hpp"

namespace scrub837 {

/// One input of a run: where it is, how reports call it, and where its outputs go.
struct InputFile {
  std::filesystem::path path;    ///< `-` for standard input
  std::string shown;             ///< as it appears in reports and messages
  std::filesystem::path folder;  ///< outputs go here, below the output folder
  std::string base;              ///< the stem of its outputs
  bool named = true;             ///< given by name, not found in a folder
  /// How the outputs would be named if no other input (or another one) shared the stem; empty if that name is
  /// another input's. What an earlier run wrote for this file under it goes when the new outputs come.
  std::string other_base = {};
};

/// Is told how many bytes of the input were read, and its size (after gunzip).
using Progress = std::function<void(std::uint64_t done, std::uint64_t size)>;

/// Scrubs one input: judges and mends its claims, splits them into a clean and a held file, and publishes
/// both with their reports below `out` (docs/contract.md). Memory does not grow with the input.
/// \return the control totals and what was written. Bad input is findings and a status, never an exception
/// \throws EnvironmentError: nothing of this input is published then; what an earlier run published stands
Summary scrub_file(InputFile const& file, std::filesystem::path const& out, Settings const& settings,
                   Progress const& progress = {});

/// Is handed a finding, in the order of the input; views of the record are valid only during the call.
using OnFinding = std::function<void(FindingRecord const&)>;

/// Judges one input and hands over what it finds; writes nothing. An interchange's findings come when it has
/// ended: until then its end may still show that it is none of ours, so they are kept.
/// \return what scrub_file would, without outputs and their digests
/// \throws EnvironmentError if the input can't be read
Summary check_file(InputFile const& file, Settings const& settings, OnFinding const& on_finding,
                   Progress const& progress = {});

}  // namespace scrub837
