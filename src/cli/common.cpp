#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <set>

#include "scrub837/claim/money.hpp"
#include "scrub837/code_lists.hpp"
#include "scrub837/profile.hpp"
#include "src/cli/command.hpp"
#include "src/cli/given_options.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/codes/read_code_list.hpp"
#include "src/config/companion_guide.hpp"
#include "src/config/config_file.hpp"
#include "src/config/load_code_lists.hpp"
#include "src/config/rule_names.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/input_files.hpp"
#include "src/report/text_report.hpp"
#include "src/text/utf8.hpp"

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

// How findings are printed is one choice: made on the command line, the file has no say in it.
bool decided(options::variables_map const& values, std::string const& name) {
  auto const any = [&](std::initializer_list<std::string> names) {
    return std::ranges::any_of(names, [&](auto const& one) { return given(values, one); });
  };
  if (name == "diff") return any({"statistics", "format", "group"});
  if (name == "statistics") return any({"diff", "group"});
  if (name == "format") return any({"diff"});
  if (name == "group") return any({"diff", "statistics"});
  return false;
}

// The file that --config names.
ConfigFile read_config_named(std::string const& path) {
  auto const status = look_at(path);
  if (is_directory(status)) throw UsageError{path + " is a folder, not a configuration file"};
  if (!exists(status)) throw UsageError{"there is no configuration file " + path};
  return read_config(path);
}

// The file's options as if they stood behind those of the command line, which therefore win.
// \param inbox those of the table [inbox] count first
options::parsed_options as_parsed(ConfigFile const& file, options::options_description const& known,
                                  options::variables_map const& values, bool inbox) {
  options::parsed_options parsed(&known);
  std::set<std::string, std::less<>> said;
  auto const add = [&](ConfigFile::Option const& from_file) {
    // An option of another command is accepted in the file, and not used.
    if (known.find_nothrow(from_file.name, false) == nullptr || decided(values, from_file.name)) return;
    if (!said.insert(from_file.name).second) return;
    options::option option;
    option.string_key = from_file.name;
    option.value = from_file.values;
    parsed.options.push_back(std::move(option));
  };
  for (auto const& from_file : file.inbox) {
    bool const of_ledger = from_file.name == "ledger" || from_file.name == "sent-days";
    if (inbox || of_ledger) add(from_file);
  }
  for (auto const& from_file : file.options) add(from_file);
  return parsed;
}

}  // namespace

void add_judging(options::options_description& description, CommonOptions& common) {
  options::options_description of_rules("Rules");
  of_rules.add_options()  //
      ("select", options::value(&common.select)->value_name("IDS"),
       "run only these rules: ids, families (NAR), ALL")                                 //
      ("ignore", options::value(&common.ignore)->value_name("IDS"), "skip these rules")  //
      ("severity", options::value(&common.severities)->value_name("RULE=LEVEL"),
       "error, warning or info for a rule; may be repeated")  //
      ("snip", options::value(&common.snip)->value_name("TYPES"),
       "run only rules of these SNIP types: 1-4 or 1,2,5")  //
      ("guide", options::value(&common.guide)->value_name("FILE"),
       "a companion guide that narrows 005010X222A1")  //
      ("profiles", options::value(&common.profiles)->value_name("FILE"),
       "payer profiles; may be repeated")  //
      ("codes", options::value(&common.codes)->value_name("FILE"),
       "code lists of CMS and NUCC; may be repeated")  //
      ("unsafe-fixes", options::bool_switch(&common.unsafe_fixes),
       "also apply fixes that lose or guess something")  //
      ("hold", options::value(&common.hold)->value_name("LEVEL"),
       "hold claims with: error (default), warning, never")  //
      ("info", options::bool_switch(&common.info), "list info findings too");
  description.add(of_rules);
}

void add_general(options::options_description& description, CommonOptions& common) {
  options::options_description messages("Messages and settings");
  messages.add_options()                                                                                //
      ("quiet", options::bool_switch(&common.quiet), "print one summary line only")                     //
      ("verbose", options::bool_switch(&common.verbose), "log each file; check: print byte offsets")    //
      ("log", options::value(&common.log)->value_name("FILE"), "log to this file, too, as JSON lines")  //
      ("log-level", options::value(&common.log_level)->value_name("LEVEL"),
       "error (default), warning, info or debug")  //
      ("config", options::value(&common.config)->value_name("FILE"),
       "read options from a configuration file");
  description.add(messages);
}

void add_common(options::options_description& description, CommonOptions& common) {
  add_judging(description, common);
  add_general(description, common);
}

void add_inputs(options::options_description& description, CommonOptions& common) {
  options::options_description of_inputs("Inputs");
  of_inputs.add_options()  //
      ("jobs", options::value(&common.jobs)->value_name("N"),
       "files scrubbed at the same time (default 1)")  //
      ("expect-input", options::bool_switch(&common.expect_input),
       "exit code 3 if nothing is found in a folder");
  description.add(of_inputs);
}

void add_outputs(options::options_description& description, CommonOptions& common) {
  options::options_description of_outputs("Outputs");
  of_outputs.add_options()                                                                              //
      ("html", options::bool_switch(&common.html), "also write run.report.html, to read in a browser")  //
      ("xlsx", options::bool_switch(&common.xlsx),
       "also write worklists as workbooks (.xlsx), to fill in")  //
      ("all-claims", options::bool_switch(&common.all_claims),
       "claims.csv lists every claim, clean ones too")  //
      ("optional-rows", options::bool_switch(&common.optional_rows),
       "also ask about warnings of held claims")  //
      ("minimum-necessary", options::bool_switch(&common.minimum_necessary),
       "worklists without names of patients");
  description.add(of_outputs);
}

void add_ledger(options::options_description& description, CommonOptions& common) {
  options::options_description of_ledger("Ledger");
  of_ledger.add_options()  //
      ("ledger", options::value(&common.ledger)->value_name("FILE"),
       "ledger of what was sent; made if there is none")  //
      ("sent-days", options::value(&common.sent_days)->value_name("N"),
       "how far back claims are looked up in it (default 365)");
  description.add(of_ledger);
}

namespace {

constexpr std::ptrdiff_t screen_lines = 24;
// What the help of a command names without a line of its own, if all would not fit a screen.
constexpr auto less_used = std::to_array<std::string_view>(
    {"snip", "guide", "log", "log-level", "severity", "unsafe-fixes", "info", "jobs", "expect-input",
     "all-claims", "optional-rows", "minimum-necessary", "sent-days", "redact", "control-number"});

std::string text_of(options::options_description const& description) {
  std::ostringstream text;
  text << description;
  return text.str();
}

// Everything in groups if it fits a screen, or is asked for; else the options that are used most, and the
// names of the others.
void print_options(options::options_description const& shown, std::string_view usage_line,
                   std::string_view example, bool all) {
  auto text = fmt::format("{}\n{}\nExample:\n  {}\n", usage_line, text_of(shown), example);
  if (!all && std::ranges::count(text, '\n') > screen_lines) {
    options::options_description brief;
    std::string others = "More options, described by --help-all:";
    for (auto const& option : shown.options()) {
      if (std::ranges::find(less_used, option->long_name()) == less_used.end()) {
        brief.add(option);
      } else {
        others += " --" + option->long_name();
      }
    }
    constexpr std::size_t width = 80;
    text = fmt::format("{}\n{}{}Example:\n  {}\n", usage_line, text_of(brief), wrapped(others, width, "  "),
                       example);
  }
  fmt::print("{}", text);
}

}  // namespace

bool parse(std::span<std::string const> arguments, options::options_description const& shown,
           std::string_view usage_line, std::string_view example, CommonOptions& common) {
  options::options_description all;
  all.add(shown);
  // What a command has no use for is accepted, and not in its help.
  if (shown.find_nothrow("jobs", false) == nullptr) add_inputs(all, common);
  if (shown.find_nothrow("optional-rows", false) == nullptr) add_outputs(all, common);
  if (shown.find_nothrow("ledger", false) == nullptr) add_ledger(all, common);
  if (common.is_inbox) add_judging(all, common);
  all.add_options()("help", "")("help-all", "")("input", options::value(&common.inputs))(
      "block-size", options::value(&common.block_size));
  options::positional_options_description positional;
  positional.add("input", -1);
  // A lone dash is standard input, which the parser would take for an option.
  std::vector<std::string> words(arguments.begin(), arguments.end());
  try {
    options::variables_map values;
    options::store(
        options::command_line_parser(words)
            .options(all)
            .positional(positional)
            .style(options::command_line_style::unix_style & ~options::command_line_style::allow_guessing)
            .run(),
        values);
    bool const help_all = values.contains("help-all");
    if (values.contains("help") || help_all) {
      print_options(shown, usage_line, example, help_all);
      return false;
    }
    common.options_for_rerun = options_for_rerun(values);
    if (values.contains("config")) {
      common.from_file = read_config_named(values["config"].as<std::string>());
      options::store(as_parsed(common.from_file, all, values, common.is_inbox), values);
    }
    common.reported_options = reported_options(values, common.from_file);
    options::notify(values);
  } catch (options::error const& error) {
    throw UsageError{error.what()};
  }
  if (common.inputs.empty() && common.takes_inputs) throw UsageError{"no input file or folder was given"};
  if (common.sent_days < 1) throw UsageError{"--sent-days must be at least 1"};
  if (auto const days = common.from_file.retention.ledger_days; days != 0 && days < common.sent_days) {
    throw UsageError{
        fmt::format("ledger_days ({}) is less than sent_days ({}): the ledger would forget claims that were "
                    "sent, and they would go out "
                    "again",
                    days, common.sent_days)};
  }
  if (common.block_size < 64) throw UsageError{"--block-size must be at least 64 bytes"};
  if (common.jobs == 0 || common.jobs > max_jobs)
    throw UsageError{fmt::format("--jobs must be 1 to {}", max_jobs)};
  return true;
}

namespace {

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

}  // namespace

namespace {

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

InputList inputs_of(CommonOptions const& common, InputKind kind, Outputs outputs,
                    std::function<void(std::string const&)> const& tell) {
  auto list = find_inputs(common.inputs, kind);
  if (!list.error.empty()) throw UsageError{list.error};
  if (outputs == Outputs::distinct && !list.clash.empty()) throw UsageError{list.clash};
  std::for_each(list.unread.begin(), list.unread.end(), tell);
  for (auto const& path : list.passed_over) spdlog::info("{}: passed over (no X12)", displayed(path));
  return list;
}

struct ProgressBar::State {
  using Clock = std::chrono::steady_clock;
  bool wanted = false;
  bool drawn = false;
  Clock::time_point start = Clock::now();
  Clock::time_point last = start;
};

ProgressBar::ProgressBar(bool wanted) : state_(std::make_shared<State>()) {
  state_->wanted = wanted && ::isatty(STDERR_FILENO) == 1;
}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::clear() {
  if (!state_->drawn) return;
  std::fputs("\r\x1b[K", stderr);
  state_->drawn = false;
}

Progress ProgressBar::for_file(std::string name) {
  if (!state_->wanted) return nullptr;
  return [state = state_, name = std::move(name)](std::uint64_t done, std::uint64_t size) {
    auto const now = State::Clock::now();
    if (now - state->start < std::chrono::seconds(1) || now - state->last < std::chrono::milliseconds(100))
      return;
    state->last = now;
    state->drawn = true;
    constexpr std::uint64_t cells = 30;
    auto const filled = size == 0 ? 0 : std::min<std::uint64_t>(cells, done * cells / size);
    auto const seconds = std::chrono::duration<double>(now - state->start).count();
    auto shown = name;
    constexpr std::size_t widest = 24;
    if (auto const width = display_width(shown); width > widest)
      shown = "..." + displayed_columns(shown, width - widest + 3, widest);
    std::fputs("\r\x1b[K", stderr);
    complain("{} [{}{}] {:3}% {:.0f} MB/s", shown, std::string(filled, '#'), std::string(cells - filled, '.'),
             size == 0 ? 0 : std::min<std::uint64_t>(100, done * 100 / size),
             static_cast<double>(done) / 1e6 / seconds);
    std::fflush(stderr);
  };
}

}  // namespace scrub837::cli
