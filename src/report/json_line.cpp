#include "src/report/json_line.hpp"

#include "src/claim/eight_bytes.hpp"
#include "src/report/utf8.hpp"

namespace scrub837 {
namespace {

constexpr std::string_view hex = "0123456789abcdef";

// Whether a text may stand between quotes as it is; a no may be wrong.
bool is_surely_plain(std::string_view text) {
  return !any_eight(
      text, [](EightBytes bytes) { return bytes.unprintable() | bytes.hold('"') | bytes.hold('\\'); });
}

}  // namespace

void JsonLine::key(std::string_view name) {
  if (line_.size() > 1) line_.push_back(',');
  line_.append("\"").append(name).append("\":");
}

void JsonLine::quoted(std::string_view value) {
  line_.push_back('"');
  if (is_surely_plain(value)) {
    line_.append(value);
  } else {
    for (char const byte : escaped_utf8(value)) {
      auto const number = static_cast<unsigned char>(byte);
      if (byte == '"' || byte == '\\') {
        line_.push_back('\\');
        line_.push_back(byte);
      } else if (number < 0x20 || number == 0x7F) {
        line_.append("\\u00").append(1, hex[number >> 4U]).append(1, hex[number & 15U]);
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
  line_.append(std::to_string(value));
  return *this;
}

JsonLine& JsonLine::number_or_null(std::string_view name, std::uint64_t value) {
  return value == 0 ? null(name) : number(name, value);
}

JsonLine& JsonLine::boolean(std::string_view name, bool value) {
  key(name);
  line_.append(value ? "true" : "false");
  return *this;
}

JsonLine& JsonLine::null(std::string_view name) {
  key(name);
  line_.append("null");
  return *this;
}

JsonLine& JsonLine::object(std::string_view name, JsonLine&& inner) {
  key(name);
  line_.append(std::move(inner).finish());
  return *this;
}

std::string JsonLine::finish() && {
  line_.push_back('}');
  return std::move(line_);
}

}  // namespace scrub837
