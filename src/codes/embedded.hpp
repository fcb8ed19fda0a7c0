#pragma once

#include <string_view>

namespace scrub837 {

/// src/codes/unlisted_codes.txt, as it was when scrub837 was built.
extern std::string_view const unlisted_codes_text;

}  // namespace scrub837
