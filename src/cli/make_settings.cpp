#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/code_lists.hpp"
#include "scrub837/profile.hpp"
#include "src/cli/command.hpp"
#include "src/codes/read_code_list.hpp"
#include "src/config/companion_guide.hpp"
#include "src/config/load_code_lists.hpp"
#include "src/config/rule_names.hpp"

namespace scrub837::cli {
namespace {

std::vector<std::string> split_words(std::vector<std::string> const& lists) {
  std::vector<std::string> words;
  for (auto const& list : lists) {
    std::size_t begin = 0;
    while (begin <= list.size()) {
      auto const end = std::min(list.find_first_of(", ", begin), list.size());
      if (end > begin) words.push_back(list.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return words;
}

// ATT001=error
void set_severity(Settings& settings, std::string_view word) {
  auto const equals = std::min(word.find('='), word.size());
  auto const name = word.substr(0, equals);
  auto const level = severity_named(word.substr(std::min(equals + 1, word.size())));
  if (!level) throw UsageError{fmt::format("--severity needs RULE=error, warning or info, not {}", word)};
  auto const* const rule = single_rule(name);
  if (rule == nullptr) throw UsageError{no_single_rule(name, "--severity")};
  settings.set_severity(*rule, *level);
}

// 1-4, or 1,2,5
std::vector<unsigned> snip_types(std::vector<std::string> const& words) {
  constexpr unsigned last = 7;
  std::vector<unsigned> types;
  for (std::string_view const word : words) {
    if (word.starts_with(',') || word.ends_with(',') || word.find(",,") != std::string_view::npos)
      throw UsageError{fmt::format("--snip takes SNIP types from 1 to 7, as 1-4 or 1,2,5, not {}", word)};
  }
  for (auto const& word : split_words(words)) {
    auto const is_type = [](char c) { return c >= '1' && c <= static_cast<char>('0' + last); };
    bool const one = word.size() == 1 && is_type(word[0]);
    bool const range = word.size() == 3 && is_type(word[0]) && word[1] == '-' && is_type(word[2]);
    if (!one && !range)
      throw UsageError{
          fmt::format("--snip needs SNIP types from 1 to 7, such as 1-4 or 1,2,5, not {}", word)};
    if (range && word[0] > word[2])
      throw UsageError{
          fmt::format("--snip {}: the smaller type comes first, as in {}-{}", word, word[2], word[0])};
    for (auto type = word[0]; type <= word.back(); ++type) types.push_back(static_cast<unsigned>(type - '0'));
  }
  if (types.empty()) throw UsageError{"--snip needs SNIP types from 1 to 7, such as 1-4 or 1,2,5"};
  return types;
}

void set_severities(Settings& settings, CommonOptions const& common) {
  for (auto const& [rule, severity] : common.from_file.severities) settings.set_severity(*rule, severity);
  auto const words = split_words(common.severities);
  if (words.empty() && !common.severities.empty())
    throw UsageError{"--severity needs RULE=error, warning or info"};
  for (auto const& word : words) set_severity(settings, word);
}

void set_code_lists(Settings& settings, CommonOptions const& common) {
  if (common.codes.empty() && common.from_file.extra_codes.empty()) return;
  auto lists = std::make_shared<CodeLists>();
  for (auto const& path : common.codes) {
    try {
      auto list = load_code_list(path);
      if (list.kind == CodeListKind::noc) {
        for (auto const& code : list.codes.all()) settings.unlisted.add(code);
      }
      lists->add(std::move(list));
    } catch (CodeListError const& error) {
      throw UsageError{"--codes: " + error.message};
    }
  }
  for (auto const& [kind, code] : common.from_file.extra_codes) lists->add_code(kind, code);
  settings.code_lists = std::move(lists);
}

}  // namespace

Settings make_settings(CommonOptions const& common) {
  Settings settings;
  auto const& hold = common.hold;
  set_severities(settings, common);
  for (auto const& code : common.from_file.unlisted_codes) settings.unlisted.add(code);
  settings.send = {common.from_file.send_usage, common.from_file.send_receivers};
  settings.unsafe_fixes = common.unsafe_fixes;
  settings.info = common.info;
  settings.optional_rows = common.optional_rows;
  settings.minimum_necessary = common.minimum_necessary;
  settings.all_claims = common.all_claims;
  settings.options = common.reported_options;
  if (hold == "error") {
    settings.hold = Hold::error;
  } else if (hold == "warning") {
    settings.hold = Hold::warning;
  } else if (hold == "never") {
    settings.hold = Hold::never;
  } else if (!hold.empty()) {
    throw UsageError{"--hold must be error, warning or never, not " + hold};
  }
  auto const select = split_words(common.select);
  auto const ignore = split_words(common.ignore);
  for (auto const& unknown :
       {select.empty() ? std::string{} : settings.select(select), settings.ignore(ignore)}) {
    if (!unknown.empty()) throw UsageError{no_such_rules(unknown)};
  }
  if (!common.snip.empty()) settings.keep_snip_types(snip_types(common.snip));
  if (!common.guide.empty()) {
    auto companion = read_companion_guide(common.guide);
    settings.guide = std::move(companion.guide);
    settings.guides.push_back(std::move(companion.read_from));
  }
  if (!common.profiles.empty()) settings.profiles = Profiles::read_files(common.profiles);
  set_code_lists(settings, common);
  if (!settings.send.usage.empty() || !settings.send.receivers.empty()) {
    for (auto const* const rule : registry()) {
      if (rule->duty == Duty::guards_sending) settings.enforce(*rule);
    }
  }
  return settings;
}

}  // namespace scrub837::cli
