#include "src/html/page_summary.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "src/html/page_charts.hpp"
#include "src/html/page_values.hpp"
#include "src/html/page_words.hpp"

namespace scrub837 {

using namespace page_values;

namespace {

constexpr std::size_t max_causes_shown = 200;
constexpr std::size_t max_files_shown = 200;
constexpr std::size_t max_above_shown = 50;

Data as_list(std::vector<std::string> const& texts) {
  List list;
  for (auto const& one : texts) list.push_back(text(one));
  return {list};
}

std::string title_of(ReportModel const& model) {
  constexpr std::size_t named = 3;
  auto const count = model.files.size();
  std::string title;
  for (std::size_t i = 0; i < std::min(count, named); ++i)
    title.append(i == 0 ? "" : ", ").append(model.files[i].name);
  if (count > named) title += fmt::format(" and {}", counted(count - named, "more file"));
  return title;
}

std::string refused_words(ReportModel const& model) {
  std::vector<std::string> words;
  auto const add = [&](Status status, std::string_view singular, std::string_view plural) {
    auto const count = std::ranges::count(model.files, status, &ReportInput::status);
    if (count > 0) words.push_back(fmt::format("{} {}", count, count == 1 ? singular : plural));
  };
  add(Status::refused, "file has a damaged envelope", "files have a damaged envelope");
  add(Status::unreadable, "file is not readable", "files are not readable");
  return fmt::format("{}", fmt::join(words, "; "));
}

void add_answers(Data& page, ReportModel const& model) {
  auto const& totals = model.run.totals;
  bool const nothing_held = totals.of(Disposition::held).claims == 0;
  bool const no_files = model.files.empty();
  bool const no_claims = !no_files && totals.in.claims == 0;
  page.set("nothing_held", Data(nothing_held));
  page.set("no_files", Data(no_files));
  page.set("no_claims", Data(no_claims));
  page.set("none_held", Data(nothing_held && !no_files && !no_claims));
  PartyTotals const* top = nullptr;
  for (auto const& payer : model.run.by_payer) {
    auto const& held = payer.of(Disposition::held);
    if (!payer.others && held.claims > 0 && (top == nullptr || held.cents > top->of(Disposition::held).cents))
      top = &payer;
  }
  Data payer(false);
  if (top != nullptr) {
    payer = Data();
    payer.set("name", text(top->name.empty() ? "(no payer name)" : top->name));
    payer.set("dollars", dollars(top->of(Disposition::held).cents));
    payer.set("claims", counted(top->of(Disposition::held).claims, "claim"));
  }
  page.set("top_payer", payer);
  RootCause const* best = nullptr;
  for (auto const& cause : model.causes) {
    if (cause.reach != RootCause::Reach::each &&
        cause.freed.claims > (best == nullptr ? 1 : best->freed.claims))
      best = &cause;
  }
  Data repair(false);
  if (best != nullptr) {
    repair = Data();
    auto what = what_is_wrong(*best);
    if (what.ends_with('.')) what.pop_back();
    repair.set("what", fmt::format("{}{}{}", best->subject, best->subject.empty() ? "" : ": ", what));
    repair.set("frees", "frees " + counted(best->freed.claims, "claim"));
    repair.set("dollars", dollars(best->freed.cents));
    repair.set("same", Data(true));
    repair.set("index", std::to_string(best - model.causes.data()));
  }
  page.set("top_repair", repair);
  page.set("no_repair", best == nullptr && !model.causes.empty() ? Data(true) : Data(false));
  std::string oldest;
  for (auto const& cause : model.causes) {
    if (!cause.oldest.empty() && (oldest.empty() || cause.oldest < oldest)) oldest = cause.oldest;
  }
  Data first(false);
  if (!oldest.empty()) {
    first = Data();
    first.set("date", oldest);
    first.set("shown", us_date(oldest));
  }
  page.set("oldest_held", first);
}

Data tile(std::string_view kind, std::string_view label, Tally const& tally, std::string_view note = {}) {
  Data one;
  one.set("kind", text(kind));
  one.set("label", text(label));
  one.set("claims", grouped(tally.claims));
  one.set("dollars", dollars(tally.cents));
  one.set("note", if_any(note));
  return one;
}

void add_totals(Data& page, ReportModel const& model) {
  auto const& totals = model.run.totals;
  List tiles{tile("in", "Received", totals.in)};
  std::vector<std::string> claims;
  std::vector<std::string> charges;
  for (auto const disposition : every) {
    auto const at = static_cast<std::size_t>(disposition);
    auto const& tally = totals.of(disposition);
    auto const& warned = totals.clean_with_warnings;
    bool const warns = disposition == Disposition::clean && warned.claims > 0;
    tiles.push_back(
        tile(name_of(disposition), labels[at], tally,
             warns ? fmt::format("{} with warnings, {}", grouped(warned.claims), dollars(warned.cents))
                   : std::string{}));
    claims.push_back(fmt::format("{} {}", grouped(tally.claims), name_of(disposition)));
    charges.push_back(fmt::format("{} {}", dollars(tally.cents), name_of(disposition)));
  }
  page.set("tiles", Data(tiles));
  page.set("claims_sum",
           fmt::format("{} received = {}", grouped(totals.in.claims), fmt::join(claims, " + ")));
  page.set("dollars_sum",
           fmt::format("{} received = {}", dollars(totals.in.cents), fmt::join(charges, " + ")));
  page.set("in_claims", grouped(totals.in.claims));
  page.set("in_noun", totals.in.claims == 1 ? "claim" : "claims");
  page.set("held_claims", grouped(totals.of(Disposition::held).claims));
  page.set("held_dollars", dollars(totals.of(Disposition::held).cents));
}

Data cause_row(RootCause const& cause, std::size_t index) {
  bool const one = cause.reach != RootCause::Reach::each;
  Data row;
  row.set("what", what_is_wrong(cause));
  row.set("message", fmt::format("{} {}", cause.rule->id, cause.rule->name));
  row.set("reach", one ? "one" : "each");
  row.set("reach_words", one ? "one correction" : "claim by claim");
  row.set("subject", if_any(cause.subject));
  row.set("value", if_any(cause.element.empty() ? std::string{} : cause.value));
  row.set("element", text(cause.element));
  row.set("place", place_of(cause));
  row.set("claims", grouped(cause.held.claims));
  row.set("dollars", dollars(cause.held.cents));
  row.set("frees", grouped(cause.freed.claims));
  row.set("oldest", if_any(cause.oldest));
  row.set("oldest_shown", us_date(cause.oldest));
  row.set("index", std::to_string(index));
  return row;
}

void add_causes(Data& page, ReportModel const& model) {
  List rows;
  for (std::size_t i = 0; i < std::min(model.causes.size(), max_causes_shown); ++i)
    rows.push_back(cause_row(model.causes[i], i));
  auto const left_out = model.causes.size() - rows.size() + model.causes_left_out;
  page.set("causes_any", rows.empty() ? Data(false) : Data(true));
  page.set("causes", Data(rows));
  page.set("causes_more", left_out == 0 ? Data(false)
                                        : text(fmt::format("{} with fewer dollars not listed here.",
                                                           counted(left_out, "more cause"))));
}

// What holds no claim: fixes and warnings above the claims.
void add_above(Data& page, ReportModel const& model) {
  List rows;
  std::uint64_t count = model.notes_left_out;
  for (auto const& above : model.above) {
    auto const& finding = above.finding;
    if (!is_note(above)) continue;
    ++count;
    if (rows.size() == max_above_shown) continue;
    Data row;
    row.set("kind", text(finding.applied ? "fixed" : name_of(finding.severity)));
    row.set("message", text(finding.message));
    row.set("rule", fmt::format("{} {}", finding.rule->id, finding.rule->name));
    row.set("before", if_any(finding.applied ? std::string_view(finding.before) : std::string_view{}));
    row.set("after", text(finding.after.empty() ? "segment removed" : std::string_view(finding.after)));
    row.set("file", text(model.files[above.file].name));
    // What a fix changes is shown before and after.
    row.set("segment", if_any(finding.applied ? std::string_view{} : std::string_view(above.segment)));
    row.set("place",
            if_any(fmt::format("{}{}{}", finding.loop,
                               finding.loop.empty() || finding.element.empty() ? "" : " ", finding.element)));
    row.set("number", above.segment_number == 0 ? Data(false) : text(std::to_string(above.segment_number)));
    row.set("set", above.set.empty() ? Data(false) : text("set " + above.set));
    rows.push_back(row);
  }
  page.set("above_any", rows.empty() ? Data(false) : Data(true));
  page.set("above", Data(rows));
  page.set("above_more", count == rows.size() ? Data(false)
                                              : text(counted(count - rows.size(), "more finding") +
                                                     " in the findings.csv files."));
}

void add_limits(Data& page, ReportModel const& model) {
  std::vector<std::string> limits;
  if (model.claims_left_out > 0)
    limits.push_back(fmt::format(
        "This page shows {} of {} in detail: held claims first, then the largest charges. Totals, charts and "
        "causes count all of them; the claims.csv and worklist.csv files list all of them.",
        grouped(model.claims.size()), counted(model.claims.size() + model.claims_left_out, "claim")));
  if (model.above_left_out > 0)
    limits.push_back(fmt::format("{} above the claims not shown in detail; see the findings.csv files.",
                                 counted(model.above_left_out, "finding")));
  page.set("limits", as_list(limits));
}

void add_basis(Data& page, ReportModel const& model) {
  List lists;
  for (auto const& list : model.run.facts.code_lists) {
    Data one;
    one.set("name", text(list.name));
    one.set("date", text(list.date));
    lists.push_back(one);
  }
  page.set("code_lists", Data(lists));
  page.set("not_checked_any", model.not_checked.empty() ? Data(false) : Data(true));
  page.set("not_checked", fmt::format("{}", fmt::join(model.not_checked, ", ")));
  List files;
  for (auto const& file : model.files) {
    if (files.size() == max_files_shown) break;
    Data one;
    one.set("name", text(file.name));
    one.set("status", text(name_of(file.status)));
    one.set("claims", grouped(file.in.claims));
    one.set("held", grouped(file.held.claims));
    one.set("dollars", dollars(file.held.cents));
    files.push_back(one);
  }
  auto const left_out = model.files.size() - files.size();
  page.set("files", Data(files));
  page.set("files_more",
           left_out == 0 ? Data(false) : text(counted(left_out, "more file") + " in run.summary.json."));
  List profiles;
  for (auto const& profile : model.run.facts.profiles) profiles.push_back(text(profile.path));
  page.set("profiles", Data(profiles));
  page.set("options", as_list(model.run.facts.options));
}

}  // namespace

Data page_summary(ReportModel const& model) {
  Data page;
  page.set("title", title_of(model));
  page.set("refused", if_any(refused_words(model)));
  page.set("version", text(version()));
  page.set("redacted", Data(model.redacted));
  add_totals(page, model);
  add_answers(page, model);
  add_charts(page, model);
  add_causes(page, model);
  add_above(page, model);
  add_limits(page, model);
  add_basis(page, model);
  return page;
}

}  // namespace scrub837
