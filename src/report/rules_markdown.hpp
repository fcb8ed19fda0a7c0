#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// The catalogue as a Markdown page (docs/rules.md): a table of all rules, then a section a rule, then the
/// notices. Made from the rules' own texts alone.
[[nodiscard]] std::string rules_markdown();

/// Text with whatever Markdown would take for markup marked as plain.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace scrub837
