#include "src/ledger/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "scrub837/claim/money.hpp"
#include "src/cli/command.hpp"
#include "src/cli/existing_ledger.hpp"
#include "src/io/file_operations.hpp"
#include "src/text/csv.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

constexpr std::array<std::string_view, 4> disposition_names{"clean", "fixed", "held", "released"};

void check_since(std::string const& since) {
  constexpr std::string_view pattern = "0000-00-00";
  bool right = since.size() == pattern.size();
  for (std::size_t i = 0; right && i < since.size(); ++i)
    right = pattern[i] == '-' ? since[i] == '-' : since[i] >= '0' && since[i] <= '9';
  if (!right && !since.empty()) throw UsageError{"--since must be a date such as 2026-11-01, not " + since};
}

// `2026-11-27 02:00`, UTC.
std::string minute_of(std::string const& at) {
  constexpr std::size_t date = 10, minute = 16;
  return at.size() < minute ? at : at.substr(0, date) + " " + at.substr(date + 1, minute - date - 1);
}

// A row of an answer: names and values.
using Fields = std::vector<std::pair<std::string_view, std::string>>;

Fields event_fields(ledger::ClaimEvent const& event) {
  return {{"at", event.at},
          {"run", std::to_string(event.run)},
          {"command", event.command},
          {"file", event.file},
          {"claim_index", std::to_string(event.claim_index)},
          {"sender", event.sender},
          {"interchange", event.interchange},
          {"group", event.group},
          {"transaction", event.set},
          {"disposition", event.disposition},
          {"charge", format_cents(event.cents)},
          {"rules", event.rules},
          {"sent_interchange", event.sent_interchange},
          {"sent_group", event.sent_group},
          {"released_by", event.released_by}};
}

Fields event_fields(ledger::FileEvent const& event) {
  Fields fields{{"at", event.file.at},
                {"run", std::to_string(event.file.run)},
                {"command", event.command},
                {"file", event.file.name},
                {"sha256", event.file.sha256},
                {"bytes", std::to_string(event.file.bytes)},
                {"status", event.file.status},
                {"sender", event.sender},
                {"interchange", event.interchange},
                {"group", event.group},
                {"sets", std::to_string(event.sets)}};
  static constexpr std::array<std::string_view, 8> names{"claims_clean",    "charges_clean",   "claims_fixed",
                                                         "charges_fixed",   "claims_held",     "charges_held",
                                                         "claims_released", "charges_released"};
  for (std::size_t i = 0; i < disposition_names.size(); ++i) {
    fields.emplace_back(names.at(2 * i), std::to_string(event.by_disposition.at(i).claims));
    fields.emplace_back(names.at(2 * i + 1), format_cents(event.by_disposition.at(i).cents));
  }
  fields.emplace_back("moved_to", event.file.moved_to);
  return fields;
}

template <typename Event>
void print_event_rows(std::vector<Event> const& events, bool csv) {
  if (csv) {
    CsvLine header;
    for (auto const& [name, value] : event_fields(Event{})) header.add(name);
    fmt::print("{}", header.end());
  }
  for (auto const& event : events) {
    CsvLine line;
    nlohmann::ordered_json json;
    for (auto const& [name, value] : event_fields(event)) {
      if (csv) {
        line.add(value);
      } else {
        json[std::string(name)] = value;
      }
    }
    if (csv) {
      fmt::print("{}", line.end());
    } else {
      fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
  }
}

// What became of it, in words: `sent as interchange 000000123`.
std::string words_of_event(ledger::ClaimEvent const& event) {
  if (event.disposition == "held" && event.rules == "DUP002")
    return "had been sent already; not sent again (DUP002)";
  if (event.disposition == "held")
    return event.rules.empty() ? "held for a fault above it" : "held for " + event.rules;
  auto text = fmt::format("{}, sent as interchange {}", event.disposition,
                          event.sent_interchange.empty() ? "(none)" : event.sent_interchange);
  if (!event.rules.empty()) text += ", with " + event.rules;
  if (!event.released_by.empty()) text += ", released by " + event.released_by;
  return text;
}

void print_claim_events(std::vector<ledger::ClaimEvent> const& events) {
  if (events.empty()) return fmt::print("The ledger does not know this claim.\n");
  for (auto const& event : events) {
    fmt::print("{}  {} (run {})  {:>10}  {}\n", minute_of(event.at), event.command, event.run,
               format_cents(event.cents), displayed(words_of_event(event)));
    fmt::print("    claim {} of {}; received in interchange {}, group {}, set {} from {}\n",
               event.claim_index, displayed(event.file), displayed(event.interchange), displayed(event.group),
               displayed(event.set), displayed(event.sender));
  }
  fmt::print("Times are UTC.\n");
}

// The clean files of a file, if they are still where they were written.
std::vector<std::string> clean_files(ledger::FileEntry const& file) {
  std::vector<std::string> found;
  for (auto const& output : file.outputs) {
    auto const name = output.substr(std::min(output.find(' '), output.size() - 1) + 1);
    auto path = file.summary.parent_path() / name;
    if (name.ends_with(".clean.837") && is_regular_file(look_at(path))) found.push_back(path.string());
  }
  return found;
}

void print_file_events(std::vector<ledger::FileEvent> const& events) {
  if (events.empty()) return fmt::print("The ledger knows no file of that time.\n");
  for (auto const& event : events) {
    std::uint64_t claims = 0;
    std::string parts;
    for (std::size_t i = 0; i < disposition_names.size(); ++i) {
      auto const& total = event.by_disposition.at(i);
      claims += total.claims;
      if (total.claims == 0) continue;
      parts += fmt::format("{}{} {} ({})", parts.empty() ? ": " : ", ", total.claims, disposition_names.at(i),
                           format_cents(total.cents));
    }
    fmt::print("{}  {} (run {})  {}  {}\n", minute_of(event.file.at), event.command, event.file.run,
               event.file.status, displayed(event.file.name));
    fmt::print("    {} {}{}\n", claims, claims == 1 ? "claim" : "claims", parts);
    for (auto const& file : clean_files(event.file)) fmt::print("    to send: {}\n", displayed(file));
    if (!event.file.moved_to.empty()) fmt::print("    now {}\n", displayed(event.file.moved_to));
  }
  fmt::print("Times are UTC.\n");
}

template <typename Event>
void print_events_as(std::string const& format, std::vector<Event> const& events,
                     void (*print)(std::vector<Event> const&)) {
  if (format == "text") return print(events);
  if (format != "jsonl" && format != "csv")
    throw UsageError{"--format must be text, jsonl or csv, not " + format};
  print_event_rows(events, format == "csv");
}

int run_history(std::span<std::string const> arguments) {
  CommonOptions common;
  common.takes_inputs = false;
  std::string claim;
  std::string since;
  std::string format = "text";
  options::options_description shown("Options");
  shown.add_options()                                                                                //
      ("claim", options::value(&claim)->value_name("CLM01"), "the life of one claim over the runs")  //
      ("since", options::value(&since)->value_name("DATE"), "from this day on: 2026-11-01 (UTC)")    //
      ("format", options::value(&format)->value_name("text|jsonl|csv"),
       "text (the default), JSON lines or CSV");
  add_asked_ledger(shown, common);
  if (!parse(arguments, shown, "scrub837 history   what runs did with files and claims",
             "scrub837 history --config /etc/scrub837/scrub837.toml --claim LHV-1022", common)) {
    return everything_went_out;
  }
  check_since(since);
  auto const ledger = existing_ledger(common);
  if (claim.empty()) {
    print_events_as(format, ledger::file_history(*ledger, since), print_file_events);
  } else {
    print_events_as(format, ledger::claim_history(*ledger, claim, since), print_claim_events);
  }
  return everything_went_out;
}

std::int64_t run_number(std::vector<std::string> const& given) {
  if (given.empty()) return 0;
  std::int64_t number = 0;
  auto const& text = given.front();
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (given.size() > 1 || error != std::errc{} || end != text.data() + text.size() || number <= 0)
    throw UsageError{"status takes the number of one run, such as 12"};
  return number;
}

int run_status(std::span<std::string const> arguments) {
  CommonOptions common;
  common.takes_inputs = false;
  std::string format = "text";
  options::options_description shown("Options");
  shown.add_options()("format", options::value(&format)->value_name("text|jsonl|csv"),
                      "text (the default), JSON lines or CSV: a row a file");
  add_asked_ledger(shown, common);
  if (!parse(arguments, shown,
             "scrub837 status [RUN]   how a run ended, and its files (default: the last run)",
             "scrub837 status 12 --config /etc/scrub837/scrub837.toml", common)) {
    return everything_went_out;
  }
  auto const number = run_number(common.inputs);
  auto const ledger = existing_ledger(common);
  auto const run = ledger::run_entry(*ledger, number);
  if (auto const pass = ledger->last_pass(); format == "text" && number == 0 && !pass.empty())
    fmt::print("the inbox was looked at last at {}\n", pass);
  if (!run) {
    if (number != 0) throw UsageError{fmt::format("the ledger knows no run {}", number)};
    fmt::print("The ledger knows no run yet.\n");
    return everything_went_out;
  }
  if (format == "text") {
    fmt::print("run {}: {} by scrub837 {}\n  begun {}\n", run->id, run->command, run->version, run->started);
    if (run->ended.empty()) {
      fmt::print("  not ended: it is at work, or was cut off\n");
    } else {
      fmt::print("  ended {} with exit code {}\n  {}\n", run->ended, run->exit_code, displayed(run->line));
    }
  }
  print_events_as(format, ledger::file_history(*ledger, {}, run->id), print_file_events);
  return everything_went_out;
}

}  // namespace

constexpr Command history{"history", "what runs did with files and claims, from the ledger", run_history};
constexpr Command status_of_run{"status", "how a run ended, from the ledger", run_status};

}  // namespace scrub837::cli
