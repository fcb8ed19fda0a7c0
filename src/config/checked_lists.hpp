#pragma once

#include <string>
#include <vector>

namespace scrub837 {

class Settings;

/// A list that codes were looked up in, and of when it is.
struct CheckedList {
  std::string name;  ///< `ICD-10-CM 2026`
  std::string date;  ///< `2025-10-01 to 2026-09-30`; of a built-in list, when it was looked over
};

/// The code lists that are built in or loaded.
[[nodiscard]] std::vector<CheckedList> checked_lists(Settings const& settings);
/// What a clean claim was not checked for, in words: lists that are not loaded, SNIP types and rules that are
/// switched off, payers without a profile.
[[nodiscard]] std::vector<std::string> not_checked_of(Settings const& settings);
/// The same for a screen, in one line; empty if nothing was left out.
[[nodiscard]] std::string not_checked_line(Settings const& settings);

}  // namespace scrub837
