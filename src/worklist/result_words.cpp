#include "src/worklist/result_words.hpp"

#include <fmt/format.h>

namespace scrub837 {

void add_words(std::string& text, std::string_view more, std::string_view between) {
  if (!text.empty()) text += between;
  text += more;
}

std::string rejected(std::string_view rules) {
  return fmt::format("the payer's front end will reject {}", rules);
}

}  // namespace scrub837
