#include "src/config/config_file.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "grammar/code_list.hpp"
#include "scrub837/rule.hpp"
#include "src/config/config_node.hpp"
#include "src/config/inbox_table.hpp"
#include "src/config/rule_names.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/write_whole.hpp"
#include "src/text/near_name.hpp"
#include "src/worklist/spreadsheet_text.hpp"

namespace scrub837 {
namespace {

/// A key while its value is read.
struct Entry {
  std::string_view key;
  ConfigNode value;
  std::string const& path;
  ConfigFile& config;

  /// The option of the same name: `unsafe_fixes` is `--unsafe-fixes`.
  void add_option(std::vector<std::string> values) const {
    std::string name(key);
    std::replace(name.begin(), name.end(), '_', '-');
    config.options.push_back({std::move(name), std::move(values)});
  }
  [[nodiscard]] std::filesystem::path file_name(std::string_view expected) const {
    std::filesystem::path const name = value.text(expected);
    return name.is_absolute() ? name : std::filesystem::path(path).parent_path() / name;
  }
};

void read_flag(Entry const& entry) {
  if (entry.value.flag()) entry.add_option({"true"});
}

void read_jobs(Entry const& entry) { entry.add_option({std::to_string(entry.value.number(1, max_jobs))}); }

void read_out(Entry const& entry) { entry.add_option({entry.file_name("a folder").string()}); }

void read_attachments(Entry const& entry) {
  auto const name = entry.file_name("a file name");
  if (!is_regular_file(look_at(name))) entry.value.refuse("cannot read " + name.string());
  entry.add_option({name.string()});
}

void read_guide(Entry const& entry) {
  auto const name = entry.file_name("a file name");
  if (!is_regular_file(look_at(name))) entry.value.refuse("cannot read " + name.string());
  entry.add_option({name.string()});
}

void read_snip(Entry const& entry) {
  constexpr unsigned last = 7;
  // As on the command line: "1-4".
  if (entry.value.is_text()) {
    auto text = entry.value.text("SNIP types");
    if (text.find_first_not_of("1234567-, ") != std::string::npos)
      entry.value.refuse(R"(SNIP types from 1 to 7 are expected, such as "1-4" or "1,2,5")");
    return entry.add_option({std::move(text)});
  }
  std::vector<std::string> types;
  for (auto const& node : entry.value.list("SNIP types"))
    types.push_back(std::to_string(node.number(1, last)));
  if (types.empty()) entry.value.refuse("no rule would run; leave out snip to run all rules");
  entry.add_option(std::move(types));
}

// Files that an option names; each has to be there.
void read_files(Entry const& entry, std::string_view listed) {
  std::vector<std::string> files;
  for (auto const& node : entry.value.list(listed)) {
    std::filesystem::path const name = node.text("a file name");
    files.push_back(
        (name.is_absolute() ? name : std::filesystem::path(entry.path).parent_path() / name).string());
    if (!is_regular_file(look_at(files.back()))) node.refuse("cannot read " + files.back());
  }
  if (!files.empty()) entry.add_option(std::move(files));
}

void read_profiles(Entry const& entry) { read_files(entry, "profile files"); }

void read_code_lists(Entry const& entry) { read_files(entry, "code list files"); }

void read_hold(Entry const& entry) {
  constexpr std::array<std::string_view, 3> levels{"error", "warning", "never"};
  entry.add_option({entry.value.word(levels)});
}

void read_format(Entry const& entry) {
  constexpr std::array<std::string_view, 3> formats{"text", "jsonl", "csv"};
  entry.add_option({entry.value.word(formats)});
}

void read_group(Entry const& entry) {
  constexpr std::array<std::string_view, 5> groups{"rule", "payer", "provider", "claim", "none"};
  entry.add_option({entry.value.word(groups)});
}

void read_rules(Entry const& entry) {
  std::vector<std::string> words;
  for (auto const& node : entry.value.list("rule ids and families")) {
    words.push_back(node.text("a rule id or family"));
    if (rules_named(words.back()).empty()) node.refuse(no_such_rules(words.back()));
  }
  if (!words.empty()) entry.add_option(std::move(words));
}

void read_select(Entry const& entry) {
  if (entry.value.list("rule ids and families").empty())
    entry.value.refuse("no rule would run; leave out select to run all rules");
  read_rules(entry);
}

void read_codes(Entry const& entry) {
  constexpr std::size_t longest = 8;
  for (auto const& node : entry.value.list("procedure codes")) {
    auto const code = node.text("a procedure code");
    bool const usable = code.size() <= longest && std::all_of(code.begin(), code.end(), [](char c) {
                          return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                        });
    if (!usable) node.refuse("a procedure code is expected: at most 8 capital letters and digits");
    entry.config.unlisted_codes.push_back(code);
  }
}

void read_codes_file(Entry const& entry) {
  auto const name = entry.file_name("a file name");
  auto const status = look_at(name);
  if (!exists(status) || is_directory(status)) entry.value.refuse("cannot read " + name.string());
  auto const codes = grammar::parse_code_list(spreadsheet_text(read_whole(name)));
  if (codes.empty()) entry.value.refuse(name.string() + " has no procedure code");
  auto& all = entry.config.unlisted_codes;
  all.insert(all.end(), codes.begin(), codes.end());
}

/// The lists that a code can be added to, by their key in [extra_codes].
struct ExtraList {
  std::string_view key;
  CodeListKind kind;
};
constexpr std::array extra_lists{
    ExtraList{"place_of_service", CodeListKind::place_of_service},
    ExtraList{"state", CodeListKind::state},
    ExtraList{"country", CodeListKind::country},
    ExtraList{"claim_filing_indicator", CodeListKind::claim_filing_indicator},
    ExtraList{"diagnosis", CodeListKind::icd10cm},
    ExtraList{"hcpcs", CodeListKind::hcpcs},
    ExtraList{"cpt", CodeListKind::cpt},
    ExtraList{"taxonomy", CodeListKind::taxonomy},
};

void read_extra_codes(Entry const& entry) {
  constexpr std::size_t longest = 10;
  for (auto const& [key, value] : entry.value.table(R"(code lists: place_of_service = ["66"])")) {
    auto const found = std::find_if(extra_lists.begin(), extra_lists.end(),
                                    [id = key.str()](ExtraList const& list) { return list.key == id; });
    if (found == extra_lists.end()) {
      std::vector<std::string_view> known;
      known.reserve(extra_lists.size());
      for (auto const& list : extra_lists) known.push_back(list.key);
      refuse(
          entry.path, key.source(),
          fmt::format("there is no code list {}; did you mean {}?", key.str(), near_name(key.str(), known)));
    }
    for (auto const& node : ConfigNode(entry.path, value).list("codes")) {
      auto code = node.text("a code");
      bool const usable = code.size() <= longest && std::all_of(code.begin(), code.end(), [](char c) {
                            return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                          });
      if (!usable) node.refuse("a code is expected: at most 10 capital letters and digits, without a point");
      entry.config.extra_codes.emplace_back(found->kind, std::move(code));
    }
  }
}

void read_severities(Entry const& entry) {
  constexpr std::array<std::string_view, 3> levels{"error", "warning", "info"};
  for (auto const& [key, node] : entry.value.table(R"(rule ids: ATT001 = "error", "warning" or "info")")) {
    auto const& rule = rule_of_key(entry.path, key, "severity");
    auto const level = ConfigNode(entry.path, node).word(levels);
    entry.config.severities.emplace_back(&rule, *severity_named(level));
  }
}

void read_inbox(Entry const& entry) { entry.config.inbox = read_inbox_table(entry.path, entry.value); }

// Which interchanges may be sent from here.
void read_send(Entry const& entry) {
  for (auto const& [key, value] : entry.value.table(R"(usage = ["P"] and receivers = ["CLEARINGHOUSE"])")) {
    auto& into = key.str() == "usage" ? entry.config.send_usage
                 : key.str() == "receivers"
                     ? entry.config.send_receivers
                     : (refuse(entry.path, key.source(), "[send] has usage and receivers only"),
                        entry.config.send_usage);
    for (auto const& node : ConfigNode(entry.path, value).list("codes")) into.push_back(node.text("a code"));
    if (into.empty())
      refuse(entry.path, key.source(), "nothing could be sent; leave it out to send everything");
  }
}

void read_retention(Entry const& entry) {
  constexpr std::int64_t longest = 36'500;
  auto& retention = entry.config.retention;
  for (auto const& [key, value] : entry.value.table("days: archive_days = 2190")) {
    ConfigNode const node(entry.path, value);
    auto const days = [&] { return static_cast<int>(node.number(0, longest)); };
    if (key.str() == "archive_days") {
      retention.archive_days = days();
    } else if (key.str() == "outputs_days") {
      retention.outputs_days = days();
    } else if (key.str() == "ledger_days") {
      retention.ledger_days = days();
    } else if (key.str() == "legal_hold") {
      retention.legal_hold =
          Entry{"legal_hold", node, entry.path, entry.config}.file_name("a file name").string();
      if (!is_regular_file(look_at(retention.legal_hold))) node.refuse("cannot read " + retention.legal_hold);
    } else {
      refuse(entry.path, key.source(),
             "[retention] has archive_days, outputs_days, ledger_days and legal_hold only");
    }
  }
}

void read_log_level(Entry const& entry) {
  constexpr std::array<std::string_view, 4> levels{"error", "warning", "info", "debug"};
  entry.add_option({entry.value.word(levels)});
}

void read_file_to_write(Entry const& entry) { entry.add_option({entry.file_name("a file name").string()}); }

void read_sent_days(Entry const& entry) {
  constexpr std::int64_t most = 100'000;
  entry.add_option({std::to_string(entry.value.number(1, most))});
}

struct Setting {
  std::string_view key;
  void (*read)(Entry const&);
};

// A key of another command is read and checked like any other, and then not used: one file serves them all.
constexpr std::array known_settings{
    Setting{"select", read_select},
    Setting{"ignore", read_rules},
    Setting{"snip", read_snip},
    Setting{"guide", read_guide},
    Setting{"profiles", read_profiles},
    Setting{"codes", read_code_lists},
    Setting{"extra_codes", read_extra_codes},
    Setting{"hold", read_hold},
    Setting{"unsafe_fixes", read_flag},
    Setting{"info", read_flag},
    Setting{"optional_rows", read_flag},
    Setting{"minimum_necessary", read_flag},
    Setting{"jobs", read_jobs},
    Setting{"quiet", read_flag},
    Setting{"all_claims", read_flag},
    Setting{"html", read_flag},
    Setting{"xlsx", read_flag},
    Setting{"expect_input", read_flag},
    Setting{"verbose", read_flag},
    Setting{"out", read_out},
    Setting{"attachments", read_attachments},
    Setting{"format", read_format},
    Setting{"group", read_group},
    Setting{"diff", read_flag},
    Setting{"statistics", read_flag},
    Setting{"show_phi", read_flag},
    Setting{"unlisted_codes", read_codes},
    Setting{"unlisted_codes_file", read_codes_file},
    Setting{"severity", read_severities},
    Setting{"inbox", read_inbox},
    Setting{"send", read_send},
    Setting{"retention", read_retention},
    Setting{"ledger", read_file_to_write},
    Setting{"log", read_file_to_write},
    Setting{"log_level", read_log_level},
    Setting{"sent_days", read_sent_days},
};

[[noreturn]] void refuse_key(std::string const& path, toml::key const& key) {
  std::vector<std::string_view> known;
  known.reserve(std::size(known_settings));
  for (auto const& setting : known_settings) known.push_back(setting.key);
  refuse(path, key.source(),
         fmt::format("there is no setting {}; did you mean {}?", key.str(), near_name(key.str(), known)));
}

// What can't be printed at the same time.
void refuse_rivals(std::string const& path, toml::table const& table) {
  bool const rival = table["diff"].value_or(false) || table["statistics"].value_or(false);
  if (rival && !table["group"].value_or(std::string_view{}).empty())
    refuse(path, table["group"].node()->source(), "group cannot be used with diff or statistics");
  if (!table["diff"].value_or(false)) return;
  auto const& diff = *table["diff"].node();
  if (table["statistics"].value_or(false))
    refuse(path, diff.source(), "diff and statistics cannot be used together");
  if (table["format"].value_or(std::string_view("text")) != "text")
    refuse(path, diff.source(), "diff cannot be used with format");
}

}  // namespace

ConfigFile read_config(std::string const& path) {
  toml::table table;
  try {
    table = toml::parse(read_whole(path), path);
  } catch (toml::parse_error const& error) {
    refuse(path, error.source(), error.description());
  }
  ConfigFile config;
  for (auto const& [key, node] : table) {
    auto const* const setting = std::find_if(known_settings.begin(), known_settings.end(),
                                             [&, id = key.str()](auto const& s) { return s.key == id; });
    if (setting == known_settings.end()) refuse_key(path, key);
    setting->read({setting->key, ConfigNode(path, node), path, config});
  }
  refuse_rivals(path, table);
  return config;
}

}  // namespace scrub837
