#pragma once

#include <string_view>

namespace scrub837::guide {

/// grammar/005010X222A1.guide, as it was when scrub837 was built.
extern std::string_view const guide_text;

}  // namespace scrub837::guide
