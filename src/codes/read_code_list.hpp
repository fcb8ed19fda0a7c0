#pragma once

#include <string>
#include <string_view>

#include "scrub837/code_lists.hpp"

namespace scrub837 {

/// A file that is no code list that scrub837 knows: why, and what to do.
struct CodeListError {
  std::string message;
};

/// Reads a code list as CMS or NUCC publish it, or a plain list of CPT codes. The text says which list it is;
/// its name says which edition. Throws CodeListError.
/// \param text in UTF-8; \param name of the file, without its folder
[[nodiscard]] CodeList read_code_list(std::string_view text, std::string const& name);

}  // namespace scrub837
