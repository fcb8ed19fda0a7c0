#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837::grammar {

/// A piece of a letter's template.
struct TemplatePart {
  enum class What : std::uint8_t {
    text,       ///< goes out as it is
    value,      ///< {{name}}
    begin_if,   ///< {{#if name}}
    otherwise,  ///< {{else}}
    end_if,     ///< {{/if}}
    malformed,  ///< {{ that begins none of these
  };
  What what = What::text;
  std::string text;      ///< the text, or the name
  std::size_t line = 0;  ///< on which it begins, from 1
};

/// Cuts a template into its pieces. Total: every text is taken.
[[nodiscard]] std::vector<TemplatePart> parse_letter_template(std::string_view text);

}  // namespace scrub837::grammar
