#include "src/config/checked_lists.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "scrub837/code_lists.hpp"
#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/narrative/specific_codes.hpp"

namespace scrub837 {
namespace {

constexpr unsigned snip_types = 7;

// What is only looked up where somebody has loaded the list.
constexpr std::array loaded_only{CodeListKind::icd10cm, CodeListKind::hcpcs, CodeListKind::cpt,
                                 CodeListKind::taxonomy, CodeListKind::deactivated_npi};

std::vector<CodeListKind> missing_lists(Settings const& settings) {
  std::vector<CodeListKind> missing;
  std::copy_if(loaded_only.begin(), loaded_only.end(), std::back_inserter(missing),
               [&](CodeListKind kind) { return !settings.code_lists->has(kind); });
  return missing;
}

// Rules of the catalogue that are off, and the SNIP types that have no other.
struct SwitchedOff {
  std::vector<unsigned> types;
  std::vector<std::string_view> rules;
};

SwitchedOff switched_off(Settings const& settings) {
  SwitchedOff off;
  for (unsigned type = 1; type <= snip_types; ++type) {
    std::vector<std::string_view> rules;
    std::size_t all = 0;
    for (Rule const* const rule : registry()) {
      if (rule->snip != type) continue;
      ++all;
      if (!settings.enabled(*rule)) rules.push_back(rule->id);
    }
    if (all > 0 && rules.size() == all) {
      off.types.push_back(type);
    } else {
      off.rules.insert(off.rules.end(), rules.begin(), rules.end());
    }
  }
  return off;
}

std::string date_of(CodeList const& list) {
  if (list.holds.last == 0) return list.edition;
  return fmt::format("{} to {}", format_day(list.holds.first), format_day(list.holds.last));
}

void add_loaded(CodeLists const& lists, CodeListKind kind, std::vector<RunFacts::CodeList>& checked) {
  for (auto const& list : lists.lists_of(kind)) {
    auto name = std::string(name_of(kind));
    if (list.holds.last != 0) name += " " + list.edition;
    checked.push_back({std::move(name), date_of(list)});
  }
}

}  // namespace

std::vector<RunFacts::CodeList> checked_lists(Settings const& settings) {
  auto const& lists = *settings.code_lists;
  std::vector<RunFacts::CodeList> checked{{"unlisted codes", std::string(UnlistedCodes::date())},
                                          {"listed home visits", std::string(specific_codes_date())}};
  for (std::size_t i = 0; i < code_list_kinds; ++i) {
    auto const kind = static_cast<CodeListKind>(i);
    if (lists.has(kind)) {
      add_loaded(lists, kind, checked);
    } else if (auto const date = CodeLists::date(kind); !date.empty()) {
      checked.push_back({std::string(name_of(kind)), std::string(date)});
    }
  }
  return checked;
}

std::vector<std::string> not_checked_of(Settings const& settings) {
  std::vector<std::string> words;
  for (auto const kind : missing_lists(settings))
    words.push_back(fmt::format("{}: no list is loaded", name_of(kind)));
  if (!settings.profiles) words.emplace_back("payer requirements: no profile is loaded");
  auto const off = switched_off(settings);
  for (auto const type : off.types) words.push_back(fmt::format("SNIP type {}: switched off", type));
  if (!off.rules.empty()) words.push_back(fmt::format("rules switched off: {}", fmt::join(off.rules, " ")));
  return words;
}

std::string not_checked_line(Settings const& settings) {
  std::vector<std::string> parts;
  if (auto const missing = missing_lists(settings); !missing.empty()) {
    std::vector<std::string_view> names;
    names.reserve(missing.size());
    for (auto const kind : missing) names.push_back(name_of(kind));
    parts.push_back(fmt::format("{} (no list)", fmt::join(names, ", ")));
  }
  auto const off = switched_off(settings);
  if (!off.types.empty()) parts.push_back(fmt::format("SNIP {} (off)", fmt::join(off.types, ", ")));
  if (!off.rules.empty())
    parts.push_back(off.rules.size() == 1 ? "1 rule (off)" : fmt::format("{} rules (off)", off.rules.size()));
  return parts.empty() ? std::string{} : fmt::format("not checked: {}\n", fmt::join(parts, "; "));
}

}  // namespace scrub837
