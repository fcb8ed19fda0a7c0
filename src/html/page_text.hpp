#pragma once

#include <string>
#include <string_view>

namespace scrub837 {

/// `text` as the text of an element or attribute of a page. Nothing in it is markup; what would not be seen,
/// or turn the text around it (control characters, marks of direction), is shown as `⟨202E⟩`.
[[nodiscard]] std::string html_text(std::string_view text);

/// Adds `text` as a string of JSON that a page can have in a script element: no `<`, so that it can't end the
/// element or begin a comment. Bytes that are not UTF-8 are written `\xHH` (escaped_utf8).
void add_json_text(std::string& json, std::string_view text);

/// What a Content-Security-Policy calls a script or style by: `sha256-…`.
[[nodiscard]] std::string policy_hash(std::string_view text);

}  // namespace scrub837
