#include "src/cli/given_options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "scrub837/rule.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

namespace options = boost::program_options;

// What changes which claims go out.
constexpr std::array judging{"config", "hold",   "profiles", "codes",    "guide",
                             "snip",   "select", "ignore",   "severity", "unsafe-fixes"};
constexpr std::array writing{"info", "optional-rows", "minimum-necessary", "all-claims",    "html",
                             "xlsx", "worklist",      "attachments",       "control-number"};

// What was sent before, which is not sent again.
constexpr std::array sending{"ledger", "sent-days"};

// What another rerun has to be given anew.
bool is_used_once(std::string_view name) { return name == "worklist" || name == "control-number"; }

// Hands over an option's values; a switch has one that is empty.
template <typename Use>
void for_each_value(options::variables_map const& values, std::string const& name, Use use) {
  if (!given(values, name)) return;
  auto const& value = values[name].value();
  if (auto const* const list = boost::any_cast<std::vector<std::string>>(&value)) {
    for (auto const& one : *list) use(one);
  } else if (auto const* const text = boost::any_cast<std::string>(&value)) {
    use(*text);
  } else if (auto const* const number = boost::any_cast<int>(&value)) {
    use(std::to_string(*number));
  } else if (auto const* const on = boost::any_cast<bool>(&value); on != nullptr && *on) {
    use(std::string{});
  }
}

// As bash, zsh and the next POSIX shell read it: no byte of it changes what is on the screen.
std::string in_escapes(std::string const& word) {
  std::string quoted = "$'";
  for (char const byte : word) {
    if (byte == '\'' || byte == '\\') {
      quoted.append(1, '\\').append(1, byte);
    } else if (byte >= ' ' && byte <= '~') {
      quoted.push_back(byte);
    } else {
      quoted += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
    }
  }
  return quoted + "'";
}

}  // namespace

std::string shell_word(std::string const& word) {
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./,:@%+=";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  if (displayed(word) != word) return in_escapes(word);
  std::string quoted = "'";
  for (char const byte : word) quoted += byte == '\'' ? "'\\''" : std::string(1, byte);
  return quoted + "'";
}

bool given(options::variables_map const& values, std::string const& name) {
  return values.contains(name) && !values[name].defaulted();
}

std::string options_for_rerun(options::variables_map const& values) {
  std::string text;
  auto const add = [&](std::string const& name) {
    for_each_value(values, name, [&](std::string const& value) {
      text += fmt::format(" --{}", name);
      if (!value.empty()) text += " " + shell_word(value);
    });
  };
  std::ranges::for_each(judging, add);
  std::ranges::for_each(sending, add);
  for (std::string_view const name : writing) {
    if (!is_used_once(name)) add(std::string(name));
  }
  return text;
}

std::vector<std::string> reported_options(options::variables_map const& values, ConfigFile const& file) {
  std::vector<std::string> reported;
  auto const add = [&](std::string const& name) {
    for_each_value(values, name, [&](std::string const& value) {
      reported.push_back(fmt::format("--{}{}{}", name, value.empty() ? "" : " ", value));
    });
  };
  // Before those of the command line, which win.
  for (auto const& [rule, severity] : file.severities)
    reported.push_back(fmt::format("--severity {}={}", rule->id, name_of(severity)));
  std::ranges::for_each(judging, add);
  if (!file.unlisted_codes.empty())
    reported.push_back(fmt::format("unlisted_codes {}", fmt::join(file.unlisted_codes, " ")));
  for (auto const& [kind, code] : file.extra_codes)
    reported.push_back(fmt::format("extra_codes {} {}", name_of(kind), code));
  std::ranges::for_each(writing, add);
  return reported;
}

}  // namespace scrub837::cli
