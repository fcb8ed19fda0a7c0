#include "src/scrub/needed_words.hpp"

namespace scrub837 {

std::string_view what_to_do(Finding const& finding) {
  constexpr std::string_view any_value = "Type the right value in the column value.";
  if (!finding.needed.empty()) return finding.needed;
  auto const& doc = finding.rule->doc;
  if (finding.fix.value) return doc.value.empty() ? any_value : doc.value;
  return doc.ask.empty() ? doc.fix : doc.ask;
}

void add_once(std::string& text, std::string_view sentence) {
  if (text.find(sentence) != std::string::npos) return;
  text.append(text.empty() ? "" : " ").append(sentence);
}

}  // namespace scrub837
