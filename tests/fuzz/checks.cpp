#include "tests/fuzz/checks.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "scrub837/environment_error.hpp"
#include "scrub837/settings.hpp"
#include "tests/fuzz/census.hpp"
#include "tests/fuzz/document.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test {
namespace {

struct Mode {
  std::string_view name;
  bool unsafe_fixes = false;
  Hold hold = Hold::error;
};
constexpr std::array<Mode, 6> modes = {{{"default"},
                                        {"unsafe fixes", true},
                                        {"default again"},
                                        {"hold never", false, Hold::never},
                                        {"hold warning", false, Hold::warning},
                                        {"unsafe fixes, hold warning", true, Hold::warning}}};

class Checker {
 public:
  Checker(std::string const& bytes, Plan const& plan)
      : bytes_(bytes), plan_(plan), judge_(judge_of(plan.mode)), mode_(modes[plan.mode % modes.size()]) {}

  Checked run() {
    guarded("scrub", [&] {
      first_ = run_with_reports(bytes_, judge_);
      received_ = census_of(bytes_);
      counts();
      reports(first_);
      others();
      held();
    });
    if (failures_.empty() || !failures_[0].check.starts_with("throws")) {
      guarded("scrub in blocks", [&] { blocks(); });
      guarded("scrub again", [&] { again(); });
      guarded("rerun", [&] {
        if (plan_.worklist != 0) check_rerun(first_.held, first_.worklist, judge_, plan_.worklist, failures_);
      });
    }
    return {std::move(failures_), first_.outcome.status, first_.outcome.totals.in.claims, first_.sent()};
  }

 private:
  void fail(std::string check, std::string detail) {
    failures_.push_back({std::move(check), std::move(detail)});
  }

  template <typename Work>
  void guarded(std::string const& what, Work work) {
    try {
      work();
    } catch (EnvironmentError const& error) {
      fail("throws EnvironmentError: " + what, error.what());
    } catch (std::exception const& error) {
      fail("throws: " + what, error.what());
    }
  }

  void within(std::string const& check, std::uint64_t told, Census const& census) {
    // Where an ISA can't be read, all is held with it, and another ISA in it may be missed.
    bool const headless = first_.findings_jsonl.find("\"ENV019\"") != std::string::npos;
    bool const held = &census == &received_ || check.ends_with("held file");
    if ((told >= census.sure || (headless && held)) && told <= census.sure + census.doubtful + census.in_text)
      return;
    // What is no CLM segment to one reader may be one to the other, where delimiters or the ISA are in doubt.
    auto const known = census.sure + census.doubtful + census.in_text + census.other + census.in_binary;
    if (told > census.sure && census.named > known && told + census.other + census.in_binary <= census.named)
      return;
    fail(check, "told " + std::to_string(told) + ", counted " + std::to_string(census.sure) + " sure, " +
                    std::to_string(census.doubtful) + " doubtful, " + std::to_string(census.in_text) +
                    " in text, " + std::to_string(census.named) + " named");
  }

  void counts() {
    auto const clean = census_of(first_.clean);
    auto const held = census_of(first_.held);
    if (!first_.outcome.totals.balanced()) fail("totals do not balance", "");
    for (auto const* const parties : {&first_.outcome.by_payer, &first_.outcome.by_billing_provider}) {
      PartyTotals sum;
      for (auto const& party : *parties) sum.add(party);
      auto const& totals = first_.outcome.totals;
      if (sum.in != totals.in || sum.by_disposition != totals.by_disposition ||
          sum.clean_with_warnings != totals.clean_with_warnings)
        fail("totals by payer or provider are not those of the file", "");
    }
    if (first_.outcome.status == Status::unreadable) {
      if (!first_.clean.empty() || !first_.held.empty()) fail("unreadable, and something is written", "");
      return;
    }
    within("count of received claims", first_.outcome.totals.in.claims, received_);
    within("count of claims in the clean file", first_.sent(), clean);
    within("count of claims in the held file", first_.claims(Disposition::held), held);
    if (first_.sent() < clean.sure + clean.in_text) {
      fail("claim in the clean file that was not judged", std::to_string(clean.in_text) +
                                                              " CLM outside of interchanges, " +
                                                              std::to_string(first_.sent()) + " told");
    } else if (clean.in_text > 0 && mode_.hold != Hold::never) {
      fail("claim in the clean file without an interchange", std::to_string(clean.in_text));
    }
    // A CLM inside of a segment above the claims goes to both files with it.
    auto const out = clean.named + held.named;
    if (out < received_.surely_named ||
        (out > received_.named && clean.segments() + held.segments() > received_.named)) {
      fail("CLM lost or doubled", std::to_string(received_.named) + " received, " +
                                      std::to_string(clean.named) + " in the clean file, " +
                                      std::to_string(held.named) + " in the held file");
    }
  }

  void reports(ReportedRun const& run) {
    for (auto const& [name, text] :
         {std::pair<char const*, std::string const*>{"findings.jsonl", &run.findings_jsonl},
          {"findings.csv", &run.findings_csv},
          {"claims.csv", &run.claims_csv},
          {"worklist.csv", &run.worklist},
          {"attachments.csv", &run.attachments}}) {
      if (!is_utf8(*text)) fail(std::string(name) + " is not UTF-8", "");
    }
    if (run.claims_csv.find(",held,,") != std::string::npos) fail("held claim without a reason", "");
    for (auto const& line : split_text(run.findings_jsonl, '\n')) {
      if (!line.empty() && !nlohmann::json::accept(line))
        return fail("findings.jsonl is not JSON", line.substr(0, 80));
    }
  }

  // What is no 837P comes out as it came.
  void others() {
    if (first_.outcome.status == Status::unreadable) return;
    if (received_.only_other && first_.clean != bytes_) {
      return fail("file that is no 837P is changed", difference(bytes_, first_.clean));
    }
    if (received_.only_other && !first_.held.empty()) return fail("file that is no 837P is held", "");
    for (auto const& set : received_.other_sets) {
      auto const out = occurrences(first_.clean, set) + occurrences(first_.held, set);
      auto const received = std::count(received_.other_sets.begin(), received_.other_sets.end(), set);
      if (out < static_cast<std::size_t>(received))
        return fail("set that is no 837P is changed", set.substr(0, 40));
    }
    for (auto const& interchange : received_.other_interchanges) {
      if (occurrences(first_.clean, interchange) + occurrences(first_.held, interchange) <
          occurrences(bytes_, interchange)) {
        return fail("interchange that is no 837P is changed", interchange.substr(0, 106));
      }
    }
  }

  // An interchange in the midst of a claim is no part of it.
  [[nodiscard]] bool is_received_around_another(std::string claim) const {
    constexpr std::size_t beginning = 20;
    auto const is_line_end = [](char c) { return c == '\r' || c == '\n'; };
    auto bytes = bytes_;
    std::erase_if(bytes, is_line_end);
    std::erase_if(claim, is_line_end);
    auto const begins = claim.substr(0, beginning);
    for (auto at = bytes.find(begins); at != std::string::npos; at = bytes.find(begins, at + 1)) {
      std::size_t same = 0;
      while (same < claim.size() && at + same < bytes.size() && claim[same] == bytes[at + same]) ++same;
      auto isa = bytes.rfind("ISA", at + same);
      if (isa == std::string::npos || isa < at) isa = bytes.rfind("isa", at + same);
      if (isa == std::string::npos || isa < at) continue;
      auto const iea = bytes.find("IEA", isa);
      if (iea != std::string::npos && bytes.find(claim.substr(isa - at), iea) != std::string::npos)
        return true;
    }
    return false;
  }

  void held() {
    for (auto const& claim : census_of(first_.held).claims) {
      if (bytes_.find(claim) == std::string::npos && !is_received_around_another(claim)) {
        return fail("held claim is not as received", claim.substr(0, 60));
      }
    }
  }

  void blocks() {
    if (plan_.block_size == 0) return;
    auto const other = run_with_reports(bytes_, judge_, {.block_size = plan_.block_size});
    for (auto const& [name, one, two] : {std::tuple<char const*, std::string const*, std::string const*>{
                                             "clean file", &first_.clean, &other.clean},
                                         {"held file", &first_.held, &other.held},
                                         {"findings", &first_.findings_jsonl, &other.findings_jsonl},
                                         {"claims", &first_.claims_csv, &other.claims_csv},
                                         {"worklist", &first_.worklist, &other.worklist}}) {
      if (*one != *two) return fail(std::string(name) + " depends on the block size", difference(*one, *two));
    }
  }

  void again() {
    if (mode_.hold == Hold::never || first_.clean.empty() || first_.outcome.status == Status::unreadable)
      return;
    auto const second = run_with_reports(first_.clean, judge_);
    if (second.outcome.status == Status::unreadable) {
      // Text is kept; without an interchange there is nothing to scrub in it.
      auto const clean = census_of(first_.clean);
      if (clean.sure + clean.in_text > 0) fail("clean file with claims can't be read again", "");
      return;
    }
    if (!second.held.empty())
      return fail("clean file is held when scrubbed again", std::to_string(second.held.size()));
    if (second.clean != first_.clean) {
      return fail("clean file changes when scrubbed again", difference(first_.clean, second.clean));
    }
    if (second.claims(Disposition::fixed) > 0) fail("clean file is fixed when scrubbed again", "");
  }

  static std::string difference(std::string const& wanted, std::string const& got) {
    std::size_t at = 0;
    while (at < wanted.size() && at < got.size() && wanted[at] == got[at]) ++at;
    auto const begin = at < 20 ? 0 : at - 20;
    return "from byte " + std::to_string(at) + ": " + wanted.substr(begin, 60) + " -> " +
           got.substr(std::min(begin, got.size()), 60);
  }

  std::string const& bytes_;
  Plan plan_;
  Judge const& judge_;
  Mode mode_;
  ReportedRun first_;
  Census received_;
  std::vector<Failure> failures_;
};

}  // namespace

std::string_view mode_name(std::uint32_t mode) { return modes[mode % modes.size()].name; }
std::size_t mode_count() { return modes.size(); }

Judge const& judge_of(std::uint32_t mode) {
  // A judge keeps a reference to its settings.
  struct Made {
    explicit Made(Mode const& mode_) {
      settings.unsafe_fixes = mode_.unsafe_fixes;
      settings.hold = mode_.hold;
    }
    Settings settings;
    Judge judge{settings};
  };
  static auto const judges = [] {
    std::vector<std::unique_ptr<Made const>> made;
    for (auto const& one : modes) made.push_back(std::make_unique<Made const>(one));
    return made;
  }();
  return judges[mode % judges.size()]->judge;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    auto const byte = static_cast<unsigned char>(text[i]);
    std::size_t const size = byte < 0x80                   ? 1
                             : byte >= 0xC2 && byte < 0xE0 ? 2
                             : byte >= 0xE0 && byte < 0xF0 ? 3
                             : byte >= 0xF0 && byte < 0xF5 ? 4
                                                           : 0;
    if (size == 0 || i + size > text.size()) return false;
    std::uint32_t code = size == 1 ? byte : byte & (0xFFU >> (size + 1));
    for (std::size_t k = 1; k < size; ++k) {
      auto const next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0U) != 0x80U) return false;
      code = code << 6U | (next & 0x3FU);
    }
    if ((size == 3 && code < 0x800) || (size == 4 && code < 0x10000) || (code >= 0xD800 && code < 0xE000) ||
        code > 0x10FFFF)
      return false;
    i += size;
  }
  return true;
}

bool Checked::fails(std::string_view check) const {
  return std::any_of(failures.begin(), failures.end(),
                     [&](Failure const& failure) { return failure.check == check; });
}

Checked check_input(std::string const& bytes, Plan const& plan) { return Checker(bytes, plan).run(); }

}  // namespace scrub837::test
