#pragma once

#include <span>
#include <string_view>

namespace scrub837 {

/// A code and what it is, in plain words.
struct CodeWords {
  std::string_view code, words;
};
/// Types of documents (PWK01) and ways of sending them (PWK02), by their codes.
[[nodiscard]] std::span<CodeWords const> document_types();
[[nodiscard]] std::span<CodeWords const> ways_to_send();

/// What a type of document (PWK01) is, in plain words: `nursing notes`; empty for what is no code.
[[nodiscard]] std::string_view report_type_words(std::string_view code);
/// How a document is sent (PWK02), such as `by fax`; empty for what is no code.
[[nodiscard]] std::string_view transmission_words(std::string_view code);
/// What a place of service is, such as `home`; empty for what is no code.
[[nodiscard]] std::string_view place_words(std::string_view code);

}  // namespace scrub837
