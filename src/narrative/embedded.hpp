#pragma once

#include <string_view>

namespace scrub837 {

/// Data files of src/narrative/, as they were when scrub837 was built.
extern std::string_view const vocabulary_text;
extern std::string_view const phrases_text;
extern std::string_view const reasons_text;
extern std::string_view const resend_reasons_text;

}  // namespace scrub837
