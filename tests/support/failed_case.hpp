#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/snippet.hpp"

namespace scrub837::test {

/// A case of a rule that failed in one style of file.
struct FailedCase {
  Snippet snippet = {};
  std::string style = {};
  bool valid = false;                      ///< it is one of the valid cases
  bool unsafe = false;                     ///< run with --unsafe-fixes, too
  std::string file = {};                   ///< the whole file; empty: none was run
  std::vector<std::string> problems = {};  ///< what is wrong, each in a sentence
  std::vector<std::string> findings = {};  ///< `ATT002 at PWK06`: all that was found in it
};

/// The line of the case in its test file. \param call the line of rule_test(), if nothing better is known
[[nodiscard]] unsigned line_of_case(FailedCase const& failed, std::filesystem::path const& file,
                                    unsigned call);
/// The same in the text of a test file.
[[nodiscard]] unsigned line_of_case(FailedCase const& failed, std::istream& source, unsigned call);

/// What to print: the case, its problems, what was found, and a command that runs its file again.
/// \param profile settings of the payer profile; empty: none
/// \param line of the case
/// \param folder where the file is written
[[nodiscard]] std::string report_of(std::string_view rule, FailedCase const& failed, std::string_view profile,
                                    unsigned line, std::filesystem::path const& folder);

/// A new folder of this run for the files of failed cases. It stays.
[[nodiscard]] std::filesystem::path const& failed_case_folder();

}  // namespace scrub837::test
