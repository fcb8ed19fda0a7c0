#include "src/html/page_charts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "src/html/page_values.hpp"
#include "src/html/page_words.hpp"

namespace scrub837 {

using namespace page_values;

namespace {

constexpr std::size_t max_bars = 8;

void add_rate(Data& page, Totals const& totals) {
  constexpr std::uint64_t full = 400;
  auto const whole = totals.in.claims;
  page.set("clean_rate", percent(totals.of(Disposition::clean).claims, whole));
  List bars;
  std::vector<std::string> words;
  std::uint64_t before = 0;
  for (auto const disposition : every) {
    auto const count = totals.of(disposition).claims;
    if (count == 0) continue;
    Data bar;
    bar.set("kind", text(name_of(disposition)));
    bar.set("label", text(labels[static_cast<std::size_t>(disposition)]));
    bar.set("percent", percent(count, whole));
    bar.set("x", length_of(before, whole, full));
    bar.set("width", length_of(count, whole, full));
    bars.push_back(bar);
    words.push_back(fmt::format("{} {}", percent(count, whole), name_of(disposition)));
    before += count;
  }
  page.set("rate_bars", Data(bars));
  page.set("rate_words", fmt::format("Claims: {}", fmt::join(words, ", ")));
}

void add_payers(Data& page, ReportModel const& model) {
  std::vector<PartyTotals const*> payers;
  for (auto const& payer : model.run.by_payer) {
    if (payer.of(Disposition::held).claims > 0) payers.push_back(&payer);
  }
  std::ranges::stable_sort(payers, std::greater{},
                           [](auto const* payer) { return payer->of(Disposition::held).cents; });
  List bars;
  Tally rest;
  std::uint64_t left_out = 0;
  for (auto const* const payer : payers) {
    auto const& held = payer->of(Disposition::held);
    if (bars.size() == max_bars) {
      ++left_out;
      rest.claims += held.claims;
      rest.cents += held.cents;
      continue;
    }
    auto const most = payers.front()->of(Disposition::held).cents;
    Data bar;
    bar.set("name", text(payer->others         ? "(all others)"
                         : payer->name.empty() ? "(no payer name)"
                                               : payer->name));
    bar.set("dollars", dollars(held.cents));
    bar.set("claims", grouped(held.claims));
    auto const length = [](std::int64_t cents) {
      return static_cast<std::uint64_t>(std::max<std::int64_t>(cents, 0));
    };
    bar.set("width", length_of(length(held.cents), length(most), 100));
    bars.push_back(bar);
  }
  page.set("payers", Data(bars));
  page.set("payers_more", left_out == 0
                              ? Data(false)
                              : text(fmt::format("{}: {} in {}", counted(left_out, "more payer"),
                                                 dollars(rest.cents), counted(rest.claims, "claim"))));
}

// Of one rule, the worst first.
void add_severities(Data& bar, Totals::BySeverity const& counts, std::uint64_t most) {
  List parts;
  std::vector<std::string> words;
  std::uint64_t before = 0;
  for (auto const severity : {Severity::error, Severity::warning, Severity::info}) {
    auto const count = counts[static_cast<std::size_t>(severity)];
    if (count == 0) continue;
    Data part;
    part.set("kind", text(name_of(severity)));
    part.set("x", length_of(before, most, 100));
    part.set("part_width", length_of(count, most, 100));
    parts.push_back(part);
    words.push_back(severity == Severity::info ? grouped(count) + " info"
                                               : counted(count, name_of(severity)));
    before += count;
  }
  bar.set("parts", Data(parts));
  bar.set("words", fmt::format("{}", fmt::join(words, ", ")));
}

void add_rules(Data& page, Totals const& totals) {
  std::vector<std::pair<std::string_view, std::uint64_t>> rules(totals.by_rule.begin(), totals.by_rule.end());
  std::ranges::stable_sort(rules, std::greater{}, &std::pair<std::string_view, std::uint64_t>::second);
  List bars;
  std::uint64_t rest = 0;
  for (auto const& [id, count] : rules) {
    if (bars.size() == max_bars) {
      rest += count;
      continue;
    }
    auto const* const rule = find_rule(id);
    Data bar;
    bar.set("id", text(id));
    bar.set("name", text(rule != nullptr ? rule->name : ""));
    bar.set("count", grouped(count));
    auto const severities = totals.by_rule_and_severity.find(id);
    add_severities(
        bar, severities == totals.by_rule_and_severity.end() ? Totals::BySeverity{} : severities->second,
        rules.front().second);
    bars.push_back(bar);
  }
  page.set("rules", Data(bars));
  page.set("rules_more", rest == 0 ? Data(false)
                                   : text(fmt::format("{}: {}", counted(rules.size() - max_bars, "more rule"),
                                                      counted(rest, "finding"))));
}

}  // namespace

void add_charts(Data& page, ReportModel const& model) {
  add_rate(page, model.run.totals);
  add_payers(page, model);
  add_rules(page, model.run.totals);
}

}  // namespace scrub837
