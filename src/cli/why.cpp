#include "src/cli/why.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "grammar/worklist_csv.hpp"
#include "src/cli/command.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/publisher.hpp"
#include "src/io/read_lines.hpp"
#include "src/io/write_whole.hpp"
#include "src/report/colors.hpp"
#include "src/report/near_claims.hpp"
#include "src/report/two_columns.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

bool is_summary(fs::path const& path) {
  auto const name = path.filename().string();
  return name.ends_with(Publisher::summary_suffix) &&
         name != std::string(run_base) + std::string(Publisher::summary_suffix);
}

void add_summaries(fs::path const& folder, std::vector<fs::path>& found) {
  std::vector<FolderEntry> entries;
  if (!file_system().list(folder, entries)) throw system_error("cannot read the folder " + folder.string());
  for (auto const& entry : entries) {
    auto const path = folder / entry.name;
    if (is_summary(path)) found.push_back(path);
    if (entry.type == FolderEntry::Type::folder) add_summaries(path, found);
  }
}

// The summaries in what was named, sorted.
std::vector<fs::path> summaries_in(std::vector<std::string> const& places) {
  std::vector<fs::path> found;
  for (auto const& place : places) {
    auto const status = look_at(place);
    if (!fs::exists(status)) throw UsageError{"there is no file or folder " + place};
    if (!fs::is_directory(status)) {
      if (!is_summary(place))
        throw UsageError{
            place + " is not a folder of outputs or a *.summary.json; --claim shows a claim of a claim file"};
      found.emplace_back(place);
      continue;
    }
    add_summaries(place, found);
  }
  std::ranges::sort(found);
  return found;
}

// A row of claims.csv, by column.
using ClaimRow = std::map<std::string, std::string, std::less<>>;

// \param number CLM01 as reports write it \param near is shown the others
std::vector<ClaimRow> rows_of_claim(fs::path const& path, std::string_view number, NearClaims& near) {
  auto const text = read_whole(path);
  grammar::CsvReader reader(text, ',');
  grammar::CsvRow header;
  grammar::CsvRow row;
  std::vector<ClaimRow> rows;
  if (!reader.next(header)) return rows;
  while (reader.next(row)) {
    if (row.cells.size() < 2) continue;
    std::string_view cell = row.cells[0].text;
    // What a spreadsheet would take for a formula has an apostrophe in front.
    if (cell != number && !(cell.starts_with('\'') && cell.substr(1) == number)) {
      std::uint64_t index = 0;
      auto const& digits = row.cells[1].text;
      std::from_chars(digits.data(), digits.data() + digits.size(), index);
      if (cell.starts_with('\'')) cell.remove_prefix(1);
      near.look_at(number, cell, index);
      continue;
    }
    auto& found = rows.emplace_back();
    for (std::size_t i = 0; i < std::min(header.cells.size(), row.cells.size()); ++i)
      found[header.cells[i].text] = row.cells[i].text;
  }
  return rows;
}

std::string text_in(nlohmann::json const& record, char const* key) {
  auto const at = record.find(key);
  if (at == record.end() || at->is_null()) return {};
  return at->is_string() ? at->get<std::string>() : at->dump();
}

// What holds a claim, as claims.csv has it: `NAR001 NAR004; ENV010 at 2010AA segment 8`.
class HeldFor {
 public:
  explicit HeldFor(std::string_view text) {
    while (!text.empty()) {
      auto const end = std::min(text.find("; "), text.size());
      add(text.substr(0, end));
      text.remove_prefix(std::min(end + 2, text.size()));
    }
  }
  // Whether a finding is one of the reasons. \param of_claim it is in the claim itself
  [[nodiscard]] bool names(nlohmann::json const& record, bool of_claim) const {
    auto const rule = text_in(record, "rule");
    if (of_claim) return own_.contains(rule);
    auto const loop = text_in(record, "loop");
    auto const number = text_in(record, "segment_number");
    auto const in = rule + " at" + (loop.empty() ? "" : " " + loop);
    auto const where = number.empty() ? " byte " + text_in(record, "offset") : " segment " + number;
    // With the element, or the segment that is missing, if there is one.
    for (auto const* key : {"element", "segment"}) {
      auto const part = text_in(record, key);
      if (above_.contains(part.empty() ? in + where : fmt::format("{} {}{}", in, part, where))) return true;
    }
    if (above_.contains(in + where)) return true;
    return above_.contains(rule + " at set " + text_in(record, "transaction")) ||
           above_.contains(rule + " at group " + text_in(record, "group")) ||
           above_.contains(rule + " at interchange " + text_in(record, "interchange"));
  }

 private:
  void add(std::string_view reason) {
    auto const at = reason.find(" at ");
    if (at == std::string_view::npos) return add_rules(reason, {}, own_);
    add_rules(reason.substr(0, at), reason.substr(at), above_);
  }
  static void add_rules(std::string_view rules, std::string_view behind,
                        std::set<std::string, std::less<>>& to) {
    while (!rules.empty()) {
      auto const end = std::min(rules.find(' '), rules.size());
      to.insert(std::string(rules.substr(0, end)).append(behind));
      rules.remove_prefix(std::min(end + 1, rules.size()));
    }
  }
  std::set<std::string, std::less<>> own_;    // rules
  std::set<std::string, std::less<>> above_;  // rules with their place
};

std::string place_in_words(nlohmann::json const& record) {
  std::string place;
  auto const add = [&](std::string_view before, std::string const& value) {
    if (!value.empty()) place.append(before).append(displayed(value));
  };
  add(" at ", text_in(record, "element").empty() ? text_in(record, "segment") : text_in(record, "element"));
  add(", loop ", text_in(record, "loop"));
  add(", line ", text_in(record, "line_index"));
  add(", segment ", text_in(record, "segment_number"));
  return place;
}

void print_reasons(TwoColumns& page, fs::path const& findings, ClaimRow const& row) {
  auto const cell = [&](std::string_view name) {
    auto const at = row.find(name);
    return at == row.end() ? std::string{} : at->second;
  };
  HeldFor const held_for(cell("held_for"));
  auto const index = cell("claim_index");
  std::size_t count = 0;
  std::set<std::string> helped;
  read_lines(findings, [&](std::string_view line) {
    auto const record = nlohmann::json::parse(line, nullptr, false);
    if (!record.is_object()) return;
    auto const of_claim = text_in(record, "claim_index");
    if (!of_claim.empty() && of_claim != index) return;
    auto const fix = record.value("fix", nlohmann::json{});
    if (fix.is_object() && fix.value("applied", false)) return;
    if (!held_for.names(record, !of_claim.empty())) return;
    auto const rule = text_in(record, "rule");
    auto const* const known = find_rule(rule);
    page.heading(fmt::format("{}. {} {} {}{}", ++count, text_in(record, "severity"), rule,
                             known == nullptr ? std::string_view{} : known->name, place_in_words(record)),
                 color::red);
    page.note(1, displayed(text_in(record, "message")));
    if (helped.insert(rule).second && !text_in(record, "help").empty())
      page.note(1, "help: " + displayed(text_in(record, "help")), color::dim);
  });
  if (count == 0)
    page.heading("The findings that held it are not listed in " + displayed(findings.string()) + ".");
}

// \return whether the claim is held
bool print_claim(fs::path const& findings, ClaimRow const& row, std::string const& number,
                 Screen const& screen) {
  TwoColumns page(screen);
  auto const cell = [&](std::string_view name) {
    auto const at = row.find(name);
    return at == row.end() ? std::string{} : at->second;
  };
  bool const held = cell("disposition") == name_of(Disposition::held);
  page.heading(
      fmt::format("{}: claim {}: {}", displayed(cell("file")),
                  screen.show_phi ? displayed(number) : "#" + cell("claim_index"), cell("disposition")),
      color::bold);
  if (held) {
    page.heading("held for " + displayed(cell("held_for")), color::red);
    print_reasons(page, findings, row);
  } else {
    page.heading("It is not held: it is in the clean file.");
  }
  fmt::print("{}\n", page.page());
  return held;
}

}  // namespace

int show_why(std::vector<std::string> const& places, std::string const& number, Screen const& screen) {
  auto const summaries = summaries_in(places);
  bool found = false;
  bool held = false;
  std::vector<std::pair<std::string, NearClaims::Near>> near;
  for (auto const& path : summaries) {
    auto const summary = nlohmann::json::parse(read_whole(path), nullptr, false);
    if (!summary.is_object() || !summary.contains("outputs")) continue;
    auto const name = path.filename().string();
    auto const base = name.substr(0, name.size() - Publisher::summary_suffix.size());
    // What a summary doesn't name is of an earlier run.
    auto const is_named = [&](std::string const& output) {
      return std::ranges::any_of(summary["outputs"], [&](nlohmann::json const& one) {
        return one.is_object() && text_in(one, "name") == output;
      });
    };
    if (!is_named(base + ".claims.csv") || !is_named(base + ".findings.jsonl")) continue;
    NearClaims like_it;
    for (auto const& row :
         rows_of_claim(path.parent_path() / (base + ".claims.csv"), escaped_utf8(number), like_it)) {
      found = true;
      held = print_claim(path.parent_path() / (base + ".findings.jsonl"), row, number, screen) || held;
    }
    for (auto const& one : like_it.found()) near.emplace_back(text_in(summary, "file"), one);
  }
  if (!found) {
    auto const others = did_you_mean(near, screen.show_phi);
    throw UsageError{fmt::format(
        "no claims.csv of {} run output{} names this claim{}", summaries.size(),
        summaries.size() == 1 ? "" : "s",
        others.empty() ? ": it went out clean, or is not in these files" : std::string_view(others))};
  }
  return held ? claims_held : everything_went_out;
}

}  // namespace scrub837::cli
