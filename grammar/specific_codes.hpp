#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scrub837::grammar {

/// Words that must follow one another, and words that mean something else right before or behind them.
struct CodePhrase {
  std::vector<std::string> words;
  std::vector<std::string> not_after;
  std::vector<std::string> not_before;
};

/// A line of src/codes/specific_codes.txt.
struct CodeWords {
  std::vector<std::string> codes;  ///< of one service, each for other payers
  std::string from, to;            ///< `20160101`; empty: not known
  std::vector<std::string> flags;  ///< `visit`, `info` …: at least one
  std::vector<CodePhrase> phrases;
};

/// Reads the list. \return nothing of it if a line can't be read: its number, from 1, is put into `bad_line`
[[nodiscard]] std::vector<CodeWords> parse_specific_codes(std::string_view text, std::size_t& bad_line);

}  // namespace scrub837::grammar
