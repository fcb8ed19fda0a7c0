#pragma once

#include <string>
#include <vector>

namespace scrub837 {

/// What a run judged by: alike for all of its inputs.
struct RunFacts {
  /// A file that was read, by the path that was given for it.
  struct ReadFile {
    std::string path;
    std::string sha256;
  };
  /// A companion guide, by its own name, and its file.
  struct Guide {
    std::string name;
    ReadFile file;
  };
  /// A list of codes, and of which day it is.
  struct CodeList {
    std::string name;
    std::string date;
  };
  std::vector<std::string> options;  ///< `--hold warning`: those that change what is found or written
  std::vector<ReadFile> profiles;
  std::vector<Guide> guides;  ///< that narrow the one that is shipped
  std::vector<CodeList> code_lists;
  std::vector<std::string> not_checked;  ///< what was not looked at, in words
};

}  // namespace scrub837
