#include "src/letters/letter_template.hpp"

#include <algorithm>

namespace scrub837 {
namespace {

using What = grammar::TemplatePart::What;

void append_escaped(std::string& page, std::string_view text) {
  for (char const byte : text) {
    switch (byte) {
      case '&':
        page += "&amp;";
        break;
      case '<':
        page += "&lt;";
        break;
      case '>':
        page += "&gt;";
        break;
      case '"':
        page += "&quot;";
        break;
      case '\'':
        page += "&#39;";
        break;
      default:
        // HTML has no place for control characters.
        page += static_cast<unsigned char>(byte) < 0x20 && byte != '\n' ? ' ' : byte;
    }
  }
}

std::string_view value_of(LetterValues const& values, std::string_view name) {
  auto const found = values.find(name);
  return found == values.end() ? std::string_view{} : std::string_view(found->second);
}

}  // namespace

LetterTemplate::LetterTemplate(std::string_view text, std::span<std::string_view const> known)
    : parts_(grammar::parse_letter_template(text)) {
  struct Open {
    std::size_t line;
    bool otherwise;
  };
  std::vector<Open> open;
  auto const fault = [&](std::size_t line, std::string words, std::string unknown = {}) {
    faults_.push_back({line, std::move(words), std::move(unknown)});
  };
  for (auto const& part : parts_) {
    if ((part.what == What::value || part.what == What::begin_if) &&
        std::find(known.begin(), known.end(), part.text) == known.end()) {
      fault(part.line, "there is no placeholder " + part.text, part.text);
    }
    if (part.what == What::begin_if) {
      open.push_back({part.line, false});
    } else if (part.what == What::otherwise) {
      if (open.empty() || open.back().otherwise) {
        fault(part.line, "{{else}} without {{#if}}");
      } else {
        open.back().otherwise = true;
      }
    } else if (part.what == What::end_if) {
      if (open.empty()) {
        fault(part.line, "{{/if}} without {{#if}}");
      } else {
        open.pop_back();
      }
    } else if (part.what == What::malformed) {
      fault(part.line, "{{ must begin {{name}}, {{#if name}}, {{else}} or {{/if}}");
    }
  }
  for (auto const& left : open) fault(left.line, "{{#if}} has no {{/if}}");
}

std::string LetterTemplate::render(LetterValues const& values) const {
  std::string page;
  std::vector<bool> shown;
  for (auto const& part : parts_) {
    switch (part.what) {
      case What::begin_if:
        shown.push_back(!value_of(values, part.text).empty());
        continue;
      case What::otherwise:
        shown.back() = !shown.back();
        continue;
      case What::end_if:
        shown.pop_back();
        continue;
      default:
        break;
    }
    if (std::find(shown.begin(), shown.end(), false) != shown.end()) continue;
    if (part.what == What::value) {
      append_escaped(page, value_of(values, part.text));
    } else {
      page += part.text;
    }
  }
  return page;
}

}  // namespace scrub837
