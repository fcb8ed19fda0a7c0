#include "scrub837/settings.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "grammar/code_list.hpp"
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

UnlistedCodes::UnlistedCodes() { add_list(unlisted_codes_text); }

namespace {

constexpr std::size_t longest_code = 8;

std::uint64_t packed(std::string_view code) {
  std::uint64_t number = 0;
  if (code.size() == 5) {
    // The length of every CPT and HCPCS code, taken in one step.
    std::uint32_t first_four = 0;
    std::memcpy(&first_four, code.data(), sizeof first_four);
    return std::uint64_t{first_four} << 8U | static_cast<unsigned char>(code[4]);
  }
  for (char const byte : code) number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

std::size_t first_slot(std::uint64_t number, std::size_t size) {
  return static_cast<std::size_t>(number * 0x9E3779B97F4A7C15U >> 32U) & (size - 1);
}

}  // namespace

void UnlistedCodes::add(std::string_view code) {
  if (code.empty() || code.size() > longest_code || contains(code)) return;
  if (size_ * 4 >= table_.size()) {
    auto const old =
        std::exchange(table_, std::vector<std::uint64_t>(std::max<std::size_t>(64, table_.size() * 2)));
    for (auto const number : old) {
      if (number == 0) continue;
      auto slot = first_slot(number, table_.size());
      while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
      table_[slot] = number;
    }
  }
  auto const number = packed(code);
  auto slot = first_slot(number, table_.size());
  while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
  table_[slot] = number;
  ++size_;
}

std::size_t UnlistedCodes::add_list(std::string_view text) {
  auto const codes = grammar::parse_code_list(text);
  for (auto const& code : codes) add(code);
  return codes.size();
}

bool UnlistedCodes::contains(std::string_view code) const {
  if (code.empty() || code.size() > longest_code || table_.empty()) return false;
  auto const number = packed(code);
  auto slot = first_slot(number, table_.size());
  while (table_[slot] != 0 && table_[slot] != number) slot = (slot + 1) & (table_.size() - 1);
  return table_[slot] == number;
}

std::string_view UnlistedCodes::date() { return date_of(unlisted_codes_text); }

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
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

std::string_view name_of(Applicability applicability) {
  switch (applicability) {
    case Applicability::none:
      return "none";
    case Applicability::safe:
      return "safe";
    case Applicability::unsafe:
      return "unsafe";
    case Applicability::input:
      return "input";
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
