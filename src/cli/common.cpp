#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "src/cli/command.hpp"
#include "src/cli/given_options.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/config/config_file.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/input_files.hpp"
#include "src/report/text_report.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

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
  // Commands that only read the ledger do not know how long claims are compared.
  bool const compares = all.find_nothrow("sent-days", false) != nullptr;
  if (auto const days = common.from_file.retention.ledger_days;
      compares && days != 0 && days < common.sent_days) {
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

InputList inputs_of(CommonOptions const& common, InputKind kind, Outputs outputs,
                    std::function<void(std::string const&)> const& tell) {
  auto list = find_inputs(common.inputs, kind);
  if (!list.error.empty()) throw UsageError{list.error};
  if (outputs == Outputs::distinct && !list.clash.empty()) throw UsageError{list.clash};
  std::for_each(list.unread.begin(), list.unread.end(), tell);
  for (auto const& path : list.passed_over) spdlog::info("{}: passed over (no X12)", displayed(path));
  return list;
}

}  // namespace scrub837::cli
