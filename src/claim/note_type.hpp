#pragma once

#include <string_view>

namespace scrub837 {

/// Whether a note (NTE) may have this type in NTE01 (005010X222A1, 2300 and 2400 NTE).
[[nodiscard]] constexpr bool is_note_type(std::string_view type, bool at_line) {
  if (type == "ADD" || type == "DCP" || type == "TPO") return true;
  return !at_line && (type == "CER" || type == "DGN");
}

}  // namespace scrub837
