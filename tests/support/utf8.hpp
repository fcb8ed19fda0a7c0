#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace scrub837::test {

/// Whether a text is valid UTF-8, as another library sees it.
inline bool is_utf8(std::string const& text) {
  try {
    static_cast<void>(nlohmann::json(text).dump());
    return true;
  } catch (nlohmann::json::type_error const&) {
    return false;
  }
}

/// What `\xHH` stands for, put back: undoes escaped_utf8().
inline std::string unescaped(std::string const& text) {
  auto const hex = [](char byte) { return std::string_view("0123456789ABCDEF").find(byte); };
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool const escape = i + 3 < text.size() && text[i] == '\\' && text[i + 1] == 'x' &&
                        hex(text[i + 2]) < 16 && hex(text[i + 3]) < 16;
    bytes.push_back(escape ? static_cast<char>(hex(text[i + 2]) * 16 + hex(text[i + 3])) : text[i]);
    if (escape) i += 3;
  }
  return bytes;
}

}  // namespace scrub837::test
