#include "src/report_model/run_report.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "src/report/totals_json.hpp"

namespace scrub837 {
namespace {

// Numbers causes anew: to[number], those that are ~0 left out.
void renumber(std::vector<std::uint32_t>& causes, std::vector<std::uint32_t> const& to) {
  for (auto& cause : causes) cause = to[cause];
  std::erase(causes, ArrangedCauses::none);
  std::ranges::sort(causes);
  causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
}

void renumber(ReportAbove& above, std::vector<std::uint32_t> const& to) {
  if (above.cause == 0) return;
  auto const number = to[above.cause - 1];
  above.cause = number == ArrangedCauses::none ? 0 : number + 1;
}

// Puts the places of errors in the model for their numbers. Several may share one.
void link_errors_above(ReportModel& model) {
  struct Listed {
    std::uint32_t file, number, index;
  };
  constexpr auto key = [](Listed const& one) { return std::pair(one.file, one.number); };
  std::vector<Listed> listed;
  for (std::uint32_t i = 0; i < model.above.size(); ++i) {
    if (model.above[i].number != 0) listed.push_back({model.above[i].file, model.above[i].number, i});
  }
  std::ranges::stable_sort(listed, {}, key);
  for (auto& claim : model.claims) {
    std::vector<std::uint32_t> places;
    for (auto const number : claim.above) {
      auto const wanted = std::pair(claim.file, number);
      auto const before = places.size();
      for (auto one = std::ranges::lower_bound(listed, wanted, {}, key);
           one != listed.end() && key(*one) == wanted; ++one)
        places.push_back(one->index);
      if (places.size() == before) ++claim.above_left_out;
    }
    std::ranges::sort(places);
    claim.above = std::move(places);
  }
}

}  // namespace

RunReport::RunReport(ReportLimits const& limits)
    : limits_(limits),
      held_(limits.held),
      others_(limits.others),
      above_(limits.above),
      notes_(limits.notes) {}

void RunReport::add(Summary const& summary, InputReport::Parts parts) {
  auto const file = static_cast<std::uint32_t>(files_.size());
  auto const& totals = summary.outcome.totals;
  files_.push_back(
      {summary.file, summary.sha256, summary.outcome.status, totals.in, totals.of(Disposition::held)});
  auto const to = causes_.add(std::move(parts.causes));
  parts.held.set_file(file);
  parts.others.set_file(file);
  parts.above.set_file(file);
  parts.notes.set_file(file);
  parts.held.for_each([&](ReportClaim& claim) { renumber(claim.causes, to); });
  parts.above.for_each([&](ReportAbove& above) { renumber(above, to); });
  held_.join(std::move(parts.held));
  others_.join(std::move(parts.others));
  above_.join(std::move(parts.above));
  notes_.join(std::move(parts.notes));
}

ReportModel RunReport::model(RunSummary run) {
  auto arranged = causes_.arranged(limits_.causes);
  ReportModel model{.run = std::move(run), .files = std::move(files_)};
  model.not_checked = not_checked(model.run.facts, model.run.claims_not_compared);
  model.causes = std::move(arranged.causes);
  model.causes_left_out = arranged.left_out;
  model.claims = held_.take();
  auto others = others_.take();
  std::ranges::move(others, std::back_inserter(model.claims));
  model.above = above_.take();
  auto notes = notes_.take();
  std::ranges::move(notes, std::back_inserter(model.above));
  for (auto& claim : model.claims) renumber(claim.causes, arranged.index_of);
  for (auto& above : model.above) renumber(above, arranged.index_of);
  link_errors_above(model);
  model.claims_left_out = held_.left_out() + others_.left_out();
  model.above_left_out = above_.left_out();
  model.notes_left_out = notes_.left_out();
  return model;
}

}  // namespace scrub837
