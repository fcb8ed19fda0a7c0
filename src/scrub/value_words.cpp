#include "src/scrub/value_words.hpp"

#include <fmt/format.h>

namespace scrub837 {

std::string value_words(std::string_view element) {
  return fmt::format(" Type in value what {} should be.", element);
}

}  // namespace scrub837
