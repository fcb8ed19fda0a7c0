#pragma once

#include <string_view>
#include <vector>

namespace scrub837 {

/// The types of documents that PWK01 can name, by the shipped guide table; sorted.
[[nodiscard]] std::vector<std::string_view> report_types();
/// Whether this is one of them.
[[nodiscard]] bool is_report_type(std::string_view type);

}  // namespace scrub837
