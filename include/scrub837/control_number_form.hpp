#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scrub837 {

/// The form that a payer wants of an attachment control number (PWK06), in a small language: `9` is a digit,
/// `A` a letter, `X` a letter or digit, `'text'` that text, any other character itself; `{4}` or `{4,10}`
/// behind one of them says how often. `'NGS'9{6,12}` is NGS and six to twelve digits.
class ControlNumberForm {
 public:
  /// Throws std::invalid_argument, which says in plain words what is wrong with the form.
  explicit ControlNumberForm(std::string_view text);

  /// Whether a number has this form. Takes time by the length of both, whatever they hold.
  [[nodiscard]] bool fits(std::string_view number) const;
  [[nodiscard]] std::string const& text() const { return text_; }

 private:
  struct Part {
    char what = 'X';       ///< 9, A or X, or the character itself
    bool literal = false;  ///< the character itself
    std::uint8_t least = 1, most = 1;
  };
  std::string text_;
  std::vector<Part> parts_;
};

}  // namespace scrub837
