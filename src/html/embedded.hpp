#pragma once

#include <string_view>

namespace scrub837 {

/// The page's template (Mustache), its one style and its one script.
extern std::string_view const page_template, page_style, page_script;

}  // namespace scrub837
