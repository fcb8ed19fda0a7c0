#include <algorithm>

#include "scrub837/rule.hpp"

namespace scrub837 {
namespace {

bool same_in_either_case(std::string_view left, std::string_view right) {
  auto const upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  return std::ranges::equal(left, right, {}, upper, upper);
}

}  // namespace

Rule const* find_rule(std::string_view id) {
  for (auto const rules : {registry(), notices()}) {
    for (Rule const* const rule : rules) {
      if (same_in_either_case(rule->id, id)) return rule;
    }
  }
  return nullptr;
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

std::optional<Severity> severity_named(std::string_view name) {
  for (auto const severity : {Severity::error, Severity::warning, Severity::info}) {
    if (name == name_of(severity)) return severity;
  }
  return std::nullopt;
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

}  // namespace scrub837
