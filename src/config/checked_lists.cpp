#include "src/config/checked_lists.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>

#include "scrub837/code_lists.hpp"
#include "scrub837/profile.hpp"
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

bool is_dated(CodeLists const& lists, CodeListKind kind) {
  return std::ranges::any_of(lists.lists_of(kind), [](CodeList const& list) {
    return list.holds.first != 0 || list.holds.last != 0;
  });
}

// What loaded lists do not say of the service dates.
struct Gap {
  CodeListKind kind;
  std::string words;
};

// The days from the first that a kind's lists are for to the last; 0: open.
DaySpan covered_by(std::span<CodeList const> lists) {
  auto covered = lists.front().holds;
  for (auto const& list : lists) {
    covered.first = std::min(covered.first, list.holds.first);
    covered.last = covered.last == 0 || list.holds.last == 0 ? 0 : std::max(covered.last, list.holds.last);
  }
  return covered;
}

std::vector<Gap> gaps_in(CodeLists const& lists, DaySpan services) {
  std::vector<Gap> gaps;
  if (services.first == 0) return gaps;
  for (auto const kind : loaded_only) {
    if (!is_dated(lists, kind)) continue;
    auto const covered = covered_by(lists.lists_of(kind));
    bool const early = services.first < covered.first;
    bool const late = covered.last != 0 && services.last > covered.last;
    if (services.last < covered.first || (covered.last != 0 && services.first > covered.last)) {
      gaps.push_back({kind, "no list for the service dates"});
    } else {
      if (early)
        gaps.push_back({kind, fmt::format("no list for services before {}", format_day(covered.first))});
      if (late)
        gaps.push_back({kind, fmt::format("no list for services after {}", format_day(covered.last))});
    }
  }
  return gaps;
}

std::string claims(std::uint64_t count) {
  return fmt::format("{} {}", count, count == 1 ? "claim" : "claims");
}

// Rules that a profile turns off, of the profiles that a claim had.
struct OffInProfile {
  std::string_view name;
  std::vector<std::string_view> rules;
};

std::vector<OffInProfile> off_in_profiles(Settings const& settings, ClaimsSeen const& seen) {
  std::vector<OffInProfile> result;
  if (!settings.profiles) return result;
  for (auto const& profile : settings.profiles->all()) {
    if (profile.index >= seen.by_profile.size() || seen.by_profile[profile.index] == 0) continue;
    OffInProfile off{profile.name, {}};
    for (Rule const* const rule : registry()) {
      if (settings.enabled(*rule) && profile.off.contains(rule)) off.rules.push_back(rule->id);
    }
    if (!off.rules.empty()) result.push_back(std::move(off));
  }
  return result;
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

bool has_dated_lists(CodeLists const& lists) {
  return std::ranges::any_of(loaded_only, [&](CodeListKind kind) { return is_dated(lists, kind); });
}

std::vector<std::string> not_checked_of(Settings const& settings, ClaimsSeen const& seen) {
  std::vector<std::string> words;
  for (auto const kind : missing_lists(settings))
    words.push_back(fmt::format("{}: no list is loaded", name_of(kind)));
  for (auto const& gap : gaps_in(*settings.code_lists, seen.services))
    words.push_back(fmt::format("{}: {}", name_of(gap.kind), gap.words));
  if (!settings.profiles) words.emplace_back("payer requirements: no profile is loaded");
  if (seen.without_profile > 0)
    words.push_back(
        fmt::format("payer requirements: {} of payers without a profile", claims(seen.without_profile)));
  auto const off = switched_off(settings);
  for (auto const type : off.types) words.push_back(fmt::format("SNIP type {}: switched off", type));
  if (!off.rules.empty()) words.push_back(fmt::format("rules switched off: {}", fmt::join(off.rules, " ")));
  for (auto const& profile : off_in_profiles(settings, seen))
    words.push_back(
        fmt::format("rules switched off by profile {}: {}", profile.name, fmt::join(profile.rules, " ")));
  return words;
}

std::string not_checked_line(Settings const& settings, ClaimsSeen const& seen) {
  std::vector<std::string> parts;
  if (auto const missing = missing_lists(settings); !missing.empty()) {
    std::vector<std::string_view> names;
    names.reserve(missing.size());
    for (auto const kind : missing) names.push_back(name_of(kind));
    parts.push_back(fmt::format("{} (no list)", fmt::join(names, ", ")));
  }
  for (auto const& gap : gaps_in(*settings.code_lists, seen.services))
    parts.push_back(fmt::format("{} ({})", name_of(gap.kind), gap.words));
  if (seen.without_profile > 0)
    parts.push_back(fmt::format("payer requirements of {} (no profile)", claims(seen.without_profile)));
  auto const off = switched_off(settings);
  if (!off.types.empty()) parts.push_back(fmt::format("SNIP {} (off)", fmt::join(off.types, ", ")));
  if (!off.rules.empty())
    parts.push_back(off.rules.size() == 1 ? "1 rule (off)" : fmt::format("{} rules (off)", off.rules.size()));
  for (auto const& profile : off_in_profiles(settings, seen))
    parts.push_back(fmt::format("{} (off in profile {})", fmt::join(profile.rules, ", "), profile.name));
  return parts.empty() ? std::string{} : fmt::format("not checked: {}\n", fmt::join(parts, "; "));
}

}  // namespace scrub837
