#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// The text of a file that a spreadsheet saved, as UTF-8 without a byte-order mark: UTF-8 and UTF-16 with or
/// without their mark; bytes that are not UTF-8 are Mac OS Roman where the line ends or the bytes
/// themselves show it, else Windows-1252.
[[nodiscard]] std::string spreadsheet_text(std::string bytes);

}  // namespace scrub837
