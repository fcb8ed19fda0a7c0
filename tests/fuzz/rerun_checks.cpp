#include <algorithm>
#include <map>

#include "src/claim/typographic.hpp"
#include "src/text/csv.hpp"
#include "src/text/utf8.hpp"
#include "src/worklist/read_worklist.hpp"
#include "src/worklist/worklist_supplies.hpp"
#include "tests/fuzz/census.hpp"
#include "tests/fuzz/checks.hpp"
#include "tests/fuzz/document.hpp"
#include "tests/fuzz/worklist_mutators.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test {
namespace {

std::string without_zeros(std::string const& text) {
  auto const at = text.find_first_not_of('0');
  return at == std::string::npos ? std::string{} : text.substr(at);
}

// Where a text stands in a file of claims.
struct Found {
  std::string claim;     // CLM01
  std::size_t line = 0;  // from 1; 0: above the lines, or lines can't be told apart
};
std::vector<Found> find_text(Document const& document, std::string_view text) {
  std::vector<Found> found;
  for (auto const& span : document.units(Unit::claim)) {
    std::size_t line = 0;
    auto const clm = document.parts[span.first].elements();
    bool regular = true;
    for (auto i = span.first; i < span.last; ++i) {
      auto const& part = document.parts[i];
      if (part.id == "LX") ++line;
      if (part.id == "SV1") regular = regular && document.parts[i - 1].id == "LX";
      if (part.body.find(text) != std::string::npos) found.push_back({clm.size() > 1 ? clm[1] : "", line});
    }
    if (!regular) {
      for (auto& one : found) one.line = 0;
    }
  }
  return found;
}

// What a key is about, as the worklist had it before anybody touched it.
struct Meant {
  std::string claim, line_index, line, date_from, date_to;
};

class RerunChecker {
 public:
  RerunChecker(std::string const& held, Grid const& asked, Judge const& judge, std::uint64_t seed,
               std::vector<Failure>& failures)
      : held_(held), asked_(asked), judge_(judge), random_(seed), failures_(failures) {}

  void run() {
    auto typed = asked_;
    type_into(typed, random_);
    for (auto count = random_.below(4); count > 0; --count) mangle(typed, random_);
    auto csv = write_grid(typed);
    bool const whole = !random_.one_in(4);
    if (!whole) mangle_bytes(csv, random_);

    auto const file = read_worklist(csv);
    WorklistSupplies supplies(file);
    auto const out = run_with_reports(held_, judge_, {.supplies = &supplies, .numbers = ControlNumbers{1}});
    totals(out);
    if (!whole) return;
    auto const count = std::min<std::size_t>(typed.rows.size(), 400);
    Document const clean(out.clean);
    for (std::size_t i = 0; i < count; ++i) row(typed, i, clean, out, supplies, file);
  }

 private:
  void fail(std::string check, std::string detail) {
    for (auto const& failure : failures_) {
      if (failure.check == check) return;
    }
    failures_.push_back({std::move(check), std::move(detail)});
  }

  void totals(ReportedRun const& out) {
    if (!out.outcome.totals.balanced()) fail("rerun: totals do not balance", "");
    if (out.outcome.status == Status::unreadable) return;
    auto const clean = census_of(out.clean);
    if (out.sent() < clean.sure || (out.sent() > clean.sure + clean.doubtful && out.sent() > clean.named)) {
      fail("rerun: count of claims in the clean file",
           std::to_string(out.sent()) + " told, " + std::to_string(clean.sure) + " counted");
    }
    auto const before = census_of(held_);
    auto const held = census_of(out.held);
    auto const out_named = clean.named + held.named;
    if (out_named < before.surely_named ||
        (out_named > before.named && clean.segments() + held.segments() > before.named)) {
      fail("rerun: CLM lost or doubled", std::to_string(before.named) + " before, " +
                                             std::to_string(clean.named) + " and " +
                                             std::to_string(held.named));
    }
    for (auto const& claim : held.claims) {
      if (held_.find(claim) == std::string::npos)
        return fail("rerun: held claim is not as received", claim.substr(0, 60));
    }
    if (!is_utf8(out.worklist) || !is_utf8(out.findings_csv)) fail("rerun: reports are not UTF-8", "");
  }

  // An apostrophe keeps a number such as @1 from being a formula.
  static std::string without_apostrophe(std::string cell) {
    if (cell.starts_with('\'') && begins_formula(std::string_view(cell).substr(1))) cell.erase(0, 1);
    return cell;
  }

  // Blanks around a key change nothing.
  static std::string trimmed_key(std::string key) {
    key.erase(0, key.find_first_not_of(' '));
    key.erase(key.find_last_not_of(' ') + 1);
    return key;
  }

  // Nor do zeros before its line number.
  static std::string plain_key(std::string key) {
    key = trimmed_key(std::move(key));
    auto const dash = key.rfind('-');
    if (dash == std::string::npos) return key;
    while (dash + 2 < key.size() && key[dash + 1] == '0') key.erase(dash + 1, 1);
    return key;
  }

  // What a key was asked about; nothing if the worklist had no such key.
  std::optional<Meant> meant_by(std::string const& key) const {
    for (std::size_t i = 0; i < asked_.rows.size(); ++i) {
      if (plain_key(asked_.cell(i, "key")) != plain_key(key)) continue;
      return Meant{without_apostrophe(asked_.cell(i, "claim")), asked_.cell(i, "line_index"),
                   asked_.cell(i, "line"), asked_.cell(i, "date_from"), asked_.cell(i, "date_to")};
    }
    return std::nullopt;
  }

  // Whether a claim that was received without a number has this one by a row of its own (CLM01).
  bool is_number_typed_for(std::string const& key, Grid const& typed, std::string const& claim) const {
    auto const digest = key.substr(0, key.find('-'));
    for (std::size_t i = 0; i < asked_.rows.size(); ++i) {
      if (asked_.cell(i, "element") != "CLM01" || !trimmed_key(asked_.cell(i, "claim")).empty()) continue;
      auto const asked = trimmed_key(asked_.cell(i, "key"));
      if (asked.substr(0, asked.find('-')) != digest) continue;
      for (std::size_t row = 0; row < typed.rows.size(); ++row) {
        if (plain_key(typed.cell(row, "key")) == plain_key(asked) &&
            without_accents(typed.cell(row, "value")) == claim)
          return true;
      }
    }
    return false;
  }

  // A row, and what its results say.
  static std::string about(std::size_t index, std::string const& key, WorklistSupplies const& supplies) {
    auto text = "row " + std::to_string(index + 2) + ", key " + key;
    for (auto const& result : supplies.results()) {
      if (result.key == key) text += "; " + std::string(name_of(result.state)) + " " + result.words;
    }
    return text;
  }

  void row(Grid const& typed, std::size_t index, Document const& clean, ReportedRun const& out,
           WorklistSupplies const& supplies, WorklistFile const& file) {
    // A text may have been moved to another row: what it is typed at counts.
    auto const text = typed.cell(index, "narrative");
    auto const at = text.find("QXZ");
    if (at == std::string::npos || at + 6 > text.size() || text.find("WOUND CARE LEFT HEEL") != 0) return;
    auto const word = text.substr(at, 6);
    // A text that stands at two rows may be that of either.
    std::size_t times = 0;
    for (std::size_t i = 0; i < typed.rows.size(); ++i) times += typed.cell(i, "narrative") == text ? 1 : 0;
    if (times != 1) return;
    auto const key = trimmed_key(typed.cell(index, "key"));
    auto const meant = meant_by(key);
    auto const found = find_text(clean, word);
    if (!meant) {
      // A key that was asked nothing is still right if it is of the row's claim, and the row names no line.
      bool const same_claim =
          typed.cell(index, "line").empty() && std::all_of(found.begin(), found.end(), [&](Found const& one) {
            return escaped_utf8(one.claim) == typed.cell(index, "claim");
          });
      if (!found.empty() && !same_claim)
        fail("rerun: text typed at no key is sent", about(index, key, supplies));
      return;
    }
    for (auto const& one : found) {
      if (escaped_utf8(one.claim) != meant->claim && !is_number_typed_for(key, typed, one.claim))
        fail("rerun: text on another claim than its key's", "row " + std::to_string(index + 2));
      if (one.line != 0 && meant->line_index != "" && std::to_string(one.line) != meant->line_index) {
        fail("rerun: text on another line than its key's", "row " + std::to_string(index + 2));
      }
    }
    auto const differs = [&](std::string_view column, std::string const& original) {
      auto const cell = without_apostrophe(typed.cell(index, column));
      return !cell.empty() && !original.empty() && without_zeros(cell) != without_zeros(original);
    };
    bool const contradicts = differs("claim", meant->claim) || differs("line", meant->line) ||
                             differs("date_from", meant->date_from) || differs("date_to", meant->date_to);
    if (contradicts && !found.empty()) {
      fail("rerun: row that contradicts its key is sent", about(index, key, supplies));
    }
    if (out.clean.find(word) != std::string::npos || out.outcome.status == Status::unreadable) return;
    if (out.worklist.find(word) != std::string::npos) return;
    // What no new worklist carries, `rerun` keeps in a file of its own.
    auto const left = supplies.rows_left();
    for (auto const& result : supplies.results()) {
      if (result.key == key && std::binary_search(left.begin(), left.end(), result.number)) return;
    }
    auto const line = std::to_string(index + 2);
    for (auto const& result : supplies.results()) {
      if (result.key == key && result.state == RowResult::State::not_found) return;
    }
    for (auto const& problem : file.problems) {
      if (problem.starts_with("row " + line + ":")) return;
    }
    // A column of its own name is read; without the key or the narrative nothing can be.
    if (!typed.column("key") || !typed.column("narrative")) return;
    fail("rerun: typed text is lost", about(index, key, supplies));
  }

  std::string const& held_;
  Grid const& asked_;
  Judge const& judge_;
  Random random_;
  std::vector<Failure>& failures_;
};

}  // namespace

void check_rerun(std::string const& held, std::string const& worklist, Judge const& judge, std::uint64_t seed,
                 std::vector<Failure>& failures) {
  if (held.empty()) return;
  auto const asked = read_grid(worklist);
  if (!asked || asked->rows.empty()) return;
  RerunChecker(held, *asked, judge, seed, failures).run();
}

}  // namespace scrub837::test
