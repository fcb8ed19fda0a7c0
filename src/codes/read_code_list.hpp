#pragma once

#include <string>
#include <string_view>

#include "scrub837/code_lists.hpp"

namespace scrub837 {

/// A file that is no code list that scrub837 knows: why, and what to do.
struct CodeListError {
  std::string message;
};

/// Whether a text is a list by the positions of its bytes (ICD-10-CM, HCPCS), which have to stay as they are.
[[nodiscard]] bool is_fixed_width(std::string_view text);

/// Reads a code list as CMS or NUCC publish it, or a plain list of CPT codes. The text says which list it is;
/// its name says which edition. Throws CodeListError.
/// \param text in UTF-8, unless its positions count; \param name of the file, without its folder
/// \param path as a message names it; empty: by its name
[[nodiscard]] CodeList read_code_list(std::string_view text, std::string const& name,
                                      std::string const& path = {});

}  // namespace scrub837
