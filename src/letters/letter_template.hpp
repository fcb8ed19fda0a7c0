#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/letter_template.hpp"

namespace scrub837 {

/// What a template's placeholders stand for, as plain text. A name that is missing is empty.
using LetterValues = std::map<std::string, std::string, std::less<>>;

/// What is wrong with a template, and on which line.
struct TemplateFault {
  std::size_t line = 0;
  std::string words;
  std::string unknown;  ///< the placeholder that doesn't exist, if that is the fault
};

/// An HTML page with placeholders: {{name}}; {{#if name}} … {{else}} … {{/if}}, which may be nested.
class LetterTemplate {
 public:
  /// \param known names that may be in it
  LetterTemplate(std::string_view text, std::span<std::string_view const> known);

  /// Empty if the template can be used.
  [[nodiscard]] std::vector<TemplateFault> const& faults() const { return faults_; }
  /// The page with its values in, escaped for HTML. Only if there are no faults.
  [[nodiscard]] std::string render(LetterValues const& values) const;

 private:
  std::vector<grammar::TemplatePart> parts_;
  std::vector<TemplateFault> faults_;
};

/// The template that is used where none is named.
extern std::string_view const default_letter;

}  // namespace scrub837
