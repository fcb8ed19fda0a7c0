#include "tests/support/rule_test.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <utility>

#include "scrub837/x12/segment.hpp"
#include "tests/support/text_diff.hpp"

namespace scrub837::test {
namespace {

bool stands_at(Found const& found, std::string_view at, Delimiters const& delimiters) {
  if (!found.element.empty()) return found.element == at;
  return nth_part(found.segment, delimiters.element, 0) == at;
}

class RuleTester {
 public:
  RuleTester(Rule const& rule, FileStyle const& style, std::shared_ptr<Profiles const> const& profiles,
             std::vector<FailedCase>& failed)
      : rule_(rule), style_(style), failed_(failed), unsafe_(with_unsafe_fixes()) {
    defaults_.info = unsafe_.info = true;
    defaults_.profiles = unsafe_.profiles = profiles;
  }

  void check_valid(Snippet const& snippet) {
    if (!expressible(snippet.text, style_)) return;
    case_ = {.snippet = snippet, .style = style_.name, .valid = true};
    case_.file = file_with(snippet.text, style_);
    auto const run = scrub(case_.file, defaults_);
    if (!findings_of(run, rule_.id).empty()) problem("is valid, and is reported");
    if (!run.outcome.totals.balanced()) problem("its totals don't balance");
    close_case(run);
  }

  void check_invalid(InvalidCase const& invalid) {
    if (!expressible(invalid.segments.text, style_) || !expressible(invalid.fixed, style_)) return;
    case_ = {.snippet = invalid.segments, .style = style_.name, .unsafe = invalid.unsafe};
    case_.file = file_with(invalid.segments.text, style_);
    auto const& received = case_.file;
    auto const run = scrub(received, defaults_);
    auto const found = findings_of(run, rule_.id);
    check_findings(invalid, found);
    if (invalid.fixed.empty()) {
      check_nothing_applied(run, received);
      check_nothing_applied(scrub(received, unsafe_), received);
    } else if (invalid.unsafe) {
      if (std::any_of(found.begin(), found.end(), [](Found const& f) { return f.applied; })) {
        problem("its fix is unsafe, and goes in without --unsafe-fixes");
      }
      check_held(run, received);
      auto const fixed = scrub(received, unsafe_);
      check_findings(invalid, findings_of(fixed, rule_.id));
      check_fixed(invalid, fixed, unsafe_);
    } else {
      check_fixed(invalid, run, defaults_);
    }
    close_case(run);
  }

 private:
  Scrubbed scrub(std::string const& bytes, Settings const& settings) const {
    return scrub_text(bytes, settings, style_.block_size);
  }

  void problem(std::string what) { case_.problems.push_back(std::move(what)); }

  void close_case(Scrubbed const& run) {
    if (case_.problems.empty()) return;
    for (auto const& found : run.findings)
      case_.findings.push_back(found.rule + " at " + (found.element.empty() ? found.segment : found.element));
    failed_.push_back(std::move(case_));
  }

  void check_findings(InvalidCase const& invalid, std::vector<Found> const& found) {
    if (found.size() != invalid.times) {
      problem("is reported " + std::to_string(found.size()) + " times instead of " +
              std::to_string(invalid.times));
    }
    auto const severity = invalid.severity.empty() ? std::string(name_of(rule_.severity)) : invalid.severity;
    for (auto const& finding : found) {
      if (!stands_at(finding, invalid.at, style_.delimiters)) {
        problem("is reported at " + (finding.element.empty() ? finding.segment : finding.element) +
                " instead of " + invalid.at);
      }
      if (finding.severity != severity) {
        problem("is reported as " + finding.severity + " instead of " + severity);
      }
      if (finding.message.empty() || finding.message.back() != '.') problem("its message is no sentence");
    }
  }

  void check_nothing_applied(Scrubbed const& run, std::string const& received) {
    for (auto const& finding : findings_of(run, rule_.id)) {
      if (finding.applied || finding.fix == Applicability::safe) {
        problem("has a " + std::string(name_of(finding.fix)) +
                " fix that the case doesn't tell of: " + visible(finding.after));
      }
    }
    check_held(run, received);
    bool const untouched = std::none_of(run.findings.begin(), run.findings.end(), [](Found const& finding) {
      return finding.applied || finding.severity == "error";
    });
    if (untouched && run.clean != received) problem("nothing is mended or held, and bytes changed");
  }

  // An error that stands holds its claim as received: one that stands above the claims, all of them.
  void check_held(Scrubbed const& run, std::string const& received) {
    auto const& totals = run.outcome.totals;
    auto const found = findings_of(run, rule_.id);
    for (auto const& finding : found) {
      if (finding.severity != "error" || finding.applied) continue;
      if (finding.claim_index == 0) continue;
      if (finding.disposition != "held") problem("is an error, and its claim is " + finding.disposition);
      if (run.held.find(claim_bytes(received, finding.claim_index, style_.delimiters)) == std::string::npos) {
        problem("is an error, and its claim does not stand in the held file as received");
      }
    }
    bool const stands = std::any_of(found.begin(), found.end(), [](Found const& finding) {
      return finding.severity == "error" && !finding.applied;
    });
    if (!stands || totals.in.claims != 1) return;
    if (run.held != received) problem("the held file is not as received: " + difference(run.held, received));
    if (!run.clean.empty()) problem("its only claim is held, and there is a clean file");
    if (run.rows.empty()) problem("an error holds the claim, and nothing is in the worklist");
  }

  void check_fixed(InvalidCase const& invalid, Scrubbed const& run, Settings const& settings) {
    auto const wanted = invalid.unsafe ? Applicability::unsafe : Applicability::safe;
    for (auto const& finding : findings_of(run, rule_.id)) {
      if (!finding.applied) problem("its fix does not go in");
      if (finding.fix != wanted) problem("its fix is " + std::string(name_of(finding.fix)));
    }
    auto const fixed = file_with(invalid.fixed, style_);
    if (run.clean != fixed) problem("is not fixed as told: " + difference(run.clean, fixed));
    if (!run.held.empty()) problem("is fixed, and something is held: " + run.rules());
    auto const again = scrub(fixed, settings);
    if (!findings_of(again, rule_.id).empty()) problem("is reported again after its fix");
    for (auto const& finding : again.findings) {
      if (finding.severity == "error") problem("after its fix there is the error " + finding.rule);
    }
    if (again.clean != fixed || !again.held.empty()) {
      problem("scrubbed again it changes: " + difference(again.clean, fixed));
    }
  }

  Rule const& rule_;
  FileStyle const& style_;
  std::vector<FailedCase>& failed_;
  Settings defaults_;
  Settings unsafe_;
  FailedCase case_;
};

}  // namespace

std::vector<FailedCase> failed_cases(std::string_view id, RuleCases const& cases) {
  std::vector<FailedCase> failed;
  auto const fail = [&](Snippet const& snippet, std::string problem) {
    failed.push_back({.snippet = snippet, .problems = {std::move(problem)}});
  };
  auto const* const rule = find_rule(id);
  if (rule == nullptr) {
    fail({}, "there is no rule " + std::string(id));
    return failed;
  }
  if (cases.valid.empty()) fail({}, "there is no valid case");
  if (cases.invalid.empty()) fail({}, "there is no invalid case");
  std::set<std::string> seen;
  auto const once = [&](Snippet const& snippet) {
    if (!seen.insert(snippet.text).second) fail(snippet, "the case is listed twice");
  };
  for (auto const& snippet : cases.valid) once(snippet);
  for (auto const& invalid : cases.invalid) once(invalid.segments);
  auto const profiles = profile_of(cases.profile.empty() ? rule->doc.profile : cases.profile);
  for (auto const& style : styles()) {
    RuleTester tester(*rule, style, profiles, failed);
    for (auto const& snippet : cases.valid) tester.check_valid(snippet);
    for (auto const& invalid : cases.invalid) tester.check_invalid(invalid);
  }
  return failed;
}

void rule_test(std::string_view rule, RuleCases const& cases, char const* file, unsigned line) {
  auto const failed = failed_cases(rule, cases);
  for (auto const& one : failed) {
    auto const at = line_of_case(one, file, line);
    auto const* const known = find_rule(rule);
    auto const profile = cases.profile.empty() && known != nullptr ? known->doc.profile : cases.profile;
    ADD_FAIL_CHECK_AT(file, static_cast<int>(at), report_of(rule, one, profile, at, failed_case_folder()));
  }
  CHECK(failed.empty());
}

}  // namespace scrub837::test
