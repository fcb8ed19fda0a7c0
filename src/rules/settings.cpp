#include "scrub837/settings.hpp"

#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/codes/embedded.hpp"

namespace scrub837 {
namespace {

bool names(std::string_view word, std::string_view id) {
  return word == "ALL" || word == id || (word.size() == 3 && id.starts_with(word));
}

std::string upper(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return result;
}

template <typename Use>
std::string for_each_named(std::span<std::string const> words, Use use) {
  for (auto const& word : words) {
    bool known = false;
    for (auto const rules : {registry(), notices()}) {
      for (Rule const* const rule : rules) {
        if (!names(upper(word), rule->id)) continue;
        known = true;
        use(*rule);
      }
    }
    if (!known) return word;
  }
  return {};
}

}  // namespace

UnlistedCodes::UnlistedCodes() { add_lines(unlisted_codes_text); }

void UnlistedCodes::add(std::string_view code) { codes_.emplace(code); }

void UnlistedCodes::add_lines(std::string_view text) {
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    while (!line.empty()) {
      auto const first = line.find_first_not_of(" \t\r,;");
      if (first == std::string_view::npos) break;
      line.remove_prefix(first);
      auto const length = std::min(line.find_first_of(" \t\r,;"), line.size());
      add(line.substr(0, length));
      line.remove_prefix(length);
    }
  }
}

bool UnlistedCodes::contains(std::string_view code) const {
  // Codes are five characters: small enough to live in the string itself, without allocation.
  return code.size() <= 15 && codes_.contains(std::string(code));
}

std::string_view UnlistedCodes::date() {
  constexpr std::string_view mark = "# date ";
  auto const text = unlisted_codes_text.substr(unlisted_codes_text.find(mark) + mark.size());
  return text.substr(0, text.find('\n'));
}

Settings::Settings() = default;

std::string Settings::select(std::span<std::string const> words) {
  std::unordered_set<Rule const*> kept;
  auto unknown = for_each_named(words, [&](Rule const& rule) { kept.insert(&rule); });
  if (!unknown.empty()) return unknown;
  for (Rule const* const rule : registry()) {
    if (!kept.contains(rule)) disabled_.insert(rule);
  }
  return {};
}

std::string Settings::ignore(std::span<std::string const> words) {
  return for_each_named(words, [&](Rule const& rule) { disabled_.insert(&rule); });
}

bool Settings::set_severity(std::string_view id, Severity severity) {
  auto const* rule = find_rule(id);
  if (rule == nullptr) return false;
  severities_[rule] = severity;
  return true;
}

Severity Settings::severity(Rule const& rule) const {
  auto const found = severities_.find(&rule);
  return found == severities_.end() ? rule.severity : found->second;
}

std::vector<Rule const*> Settings::active() const {
  std::vector<Rule const*> result;
  std::copy_if(registry().begin(), registry().end(), std::back_inserter(result),
               [&](Rule const* rule) { return enabled(*rule); });
  return result;
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return {};
}

std::string_view name_of(Applicability applicability) {
  switch (applicability) {
    case Applicability::none: return "none";
    case Applicability::safe: return "safe";
    case Applicability::unsafe: return "unsafe";
    case Applicability::input: return "input";
  }
  return {};
}

Rule const* find_rule(std::string_view id) {
  auto const wanted = upper(id);
  for (auto const rules : {registry(), notices()}) {
    for (Rule const* const rule : rules) {
      if (rule->id == wanted) return rule;
    }
  }
  return nullptr;
}

}  // namespace scrub837
