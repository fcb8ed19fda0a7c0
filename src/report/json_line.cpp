#include "src/report/json_line.hpp"

#include <algorithm>

#include "src/text/eight_bytes.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

constexpr std::string_view hex = "0123456789abcdef";

// Whether a text may be between quotes as it is; a no may be wrong.
bool is_surely_plain(std::string_view text) {
  return !any_eight(
      text, [](EightBytes bytes) { return bytes.unprintable() | bytes.hold('"') | bytes.hold('\\'); });
}

}  // namespace

void JsonLine::key(std::string_view name) {
  auto const begin = line_.size();
  line_.try_resize(begin + name.size() + 4);
  auto* out = line_.data() + begin;
  if (out[-1] != '{') *out++ = ',';
  *out++ = '"';
  out = std::copy(name.begin(), name.end(), out);
  *out++ = '"';
  *out++ = ':';
  line_.try_resize(static_cast<std::size_t>(out - line_.data()));
}

void JsonLine::quoted(std::string_view value) {
  line_.push_back('"');
  if (is_surely_plain(value)) {
    append(value);
  } else {
    for (char const byte : escaped_utf8(value)) {
      auto const number = static_cast<unsigned char>(byte);
      if (byte == '"' || byte == '\\') {
        line_.push_back('\\');
        line_.push_back(byte);
      } else if (number < 0x20 || number == 0x7F) {
        append("\\u00");
        line_.push_back(hex[number >> 4U]);
        line_.push_back(hex[number & 15U]);
      } else {
        line_.push_back(byte);
      }
    }
  }
  line_.push_back('"');
}

JsonLine& JsonLine::text(std::string_view name, std::string_view value) {
  key(name);
  quoted(value);
  return *this;
}

JsonLine& JsonLine::text_or_null(std::string_view name, std::string_view value) {
  return value.empty() ? null(name) : text(name, value);
}

JsonLine& JsonLine::text_or_null(std::string_view name, std::optional<std::string_view> value) {
  return value ? text(name, *value) : null(name);
}

JsonLine& JsonLine::number(std::string_view name, std::uint64_t value) {
  key(name);
  auto const digits = fmt::format_int(value);
  append({digits.data(), digits.size()});
  return *this;
}

JsonLine& JsonLine::number_or_null(std::string_view name, std::uint64_t value) {
  return value == 0 ? null(name) : number(name, value);
}

JsonLine& JsonLine::boolean(std::string_view name, bool value) {
  key(name);
  append(value ? "true" : "false");
  return *this;
}

JsonLine& JsonLine::null(std::string_view name) {
  key(name);
  append("null");
  return *this;
}

JsonLine& JsonLine::open(std::string_view name) {
  key(name);
  line_.push_back('{');
  return *this;
}

JsonLine& JsonLine::close() {
  line_.push_back('}');
  return *this;
}

std::string_view JsonLine::end() {
  append("}\n");
  return {line_.data(), line_.size()};
}

}  // namespace scrub837
