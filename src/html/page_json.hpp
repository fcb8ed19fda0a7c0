#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "src/html/page_text.hpp"

namespace scrub837 {

/// Adds JSON to a text, so that it can be in a script element. Fields that are empty or 0 are left out.
class PageJson {
 public:
  explicit PageJson(std::string& text) : text_(text) {}
  void open(char bracket) {
    comma();
    text_.push_back(bracket);
    first_ = true;
  }
  void open(std::string_view key, char bracket) {
    name(key);
    text_.push_back(bracket);
    first_ = true;
  }
  void close(char bracket) {
    text_.push_back(bracket);
    first_ = false;
  }
  void text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    name(key);
    add_json_text(text_, value);
  }
  void text_always(std::string_view key, std::string_view value) {
    name(key);
    add_json_text(text_, value);
  }
  template <typename Number>
  void number(std::string_view key, Number value) {
    name(key);
    text_.append(fmt::format_int(value).str());
  }
  template <typename Number>
  void number_if(std::string_view key, Number value) {
    if (value != 0) number(key, value);
  }
  void flag(std::string_view key, bool value) {
    if (!value) return;
    name(key);
    text_.append("true");
  }
  void text(std::string_view value) {
    comma();
    add_json_text(text_, value);
  }
  template <typename Number>
  void number(Number value) {
    comma();
    text_.append(fmt::format_int(value).str());
  }

 private:
  void comma() {
    if (!first_) text_.push_back(',');
    first_ = false;
  }
  void name(std::string_view key) {
    comma();
    text_.append("\"").append(key).append("\":");
  }
  std::string& text_;
  bool first_ = true;
};

}  // namespace scrub837
