#include "tests/support/rule_test.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <stdexcept>

#include "scrub837/claim/money.hpp"
#include "scrub837/x12/segment.hpp"

namespace scrub837::test {
namespace {

constexpr std::string_view isa =
    "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
    "*260914*1200*^*00501*000000001*0*T*:";
constexpr std::string_view gs = "GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*1*X*005010X222A1";
constexpr std::array<std::string_view, 19> head{
    "ST*837*0001*005010X222A1",
    "BHT*0019*00*DEMO1*20260914*1200*CH",
    "NM1*41*2*DEMO SENDER*****46*SENDER01",
    "PER*IC*DEMO DESK*TE*5555550100",
    "NM1*40*2*DEMO PAYER*****46*PAYER01",
    "HL*1**20*1",
    "PRV*BI*PXC*251E00000X",
    "NM1*85*2*DEMO HOME CARE*****XX*1234567893",
    "N3*1 DEMO ST",
    "N4*RICHMOND*VA*232190000",
    "REF*EI*123456789",
    "PER*IC*DEMO BILLING*TE*5555550101",
    "HL*2*1*22*0",
    "SBR*P*18*******CI",
    "NM1*IL*1*DOE*JANE****MI*DEMO0001",
    "N3*2 DEMO ST",
    "N4*RICHMOND*VA*232190000",
    "DMG*D8*19500101*F",
    "NM1*PR*2*DEMO PAYER*****PI*PAYER01",
};
constexpr std::string_view described = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1";
constexpr std::string_view service_date = "DTP*472*D8*20260914";

using Texts = std::vector<std::string>;

Texts split(std::string_view text, char at) {
  Texts parts;
  while (!text.empty()) {
    auto const length = std::min(text.find(at), text.size());
    parts.emplace_back(text.substr(0, length));
    text.remove_prefix(std::min(length + 1, text.size()));
  }
  return parts;
}

std::string element(std::string_view segment, std::size_t number) {
  std::string text(nth_part(segment, '*', number));
  std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });
  if (number == 0) {
    // Whatever may stand before an id.
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || static_cast<unsigned char>(c) > 0x7F; });
  }
  return text;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

// Which segment of the head a snippet's segment replaces.
std::optional<std::size_t> twin_in_head(std::string const& segment) {
  auto const id = element(segment, 0);
  if (!is_one_of(id, {"ST", "BHT", "HL", "SBR", "NM1"})) return std::nullopt;
  auto const same = [&](std::string_view other) {
    if (nth_part(other, '*', 0) != id) return false;
    if (id == "HL") return nth_part(other, '*', 3) == element(segment, 3);
    if (id == "NM1") return nth_part(other, '*', 1) == element(segment, 1);
    return true;
  };
  auto const found = std::find_if(head.begin(), head.end(), same);
  if (found == head.end()) return std::nullopt;
  return static_cast<std::size_t>(found - head.begin());
}

std::string charge_text(Money sum) {
  auto const cents = to_cents(sum);
  return cents % 100 == 0 ? std::to_string(cents / 100) : format_cents(cents);
}

// A claim around the segments of its lines.
Texts claim_around(Texts const& segments, std::string_view id) {
  std::vector<Texts> lines;
  if (segments.empty() || !is_one_of(element(segments[0], 0), {"LX", "SV1"})) {
    lines.push_back({"LX*1", std::string(described)});
  }
  for (auto const& segment : segments) {
    auto const name = element(segment, 0);
    if (name == "LX") {
      lines.push_back({segment});
    } else if (name == "SV1" && (lines.empty() || lines.back().size() != 1)) {
      lines.push_back({"LX*" + std::to_string(lines.size() + 1), segment});
    } else {
      lines.back().push_back(segment);
    }
  }
  Money sum = 0;
  Texts body;
  for (auto& line : lines) {
    bool const dated =
        std::any_of(line.begin(), line.end(), [](auto const& s) { return element(s, 0) == "DTP"; });
    if (!dated) {
      auto const behind = std::find_if(line.begin(), line.end(), [](auto const& s) {
        return !is_one_of(element(s, 0), {"LX", "SV1", "SV5", "PWK", "CR1", "CR3", "CRC"});
      });
      line.insert(behind, std::string(service_date));
    }
    for (auto const& segment : line) {
      if (element(segment, 0) == "SV1") sum += parse_money(element(segment, 2)).value_or(0);
      body.push_back(segment);
    }
  }
  Texts claim{"CLM*" + std::string(id) + "*" + charge_text(sum) + "***12:B:1*Y*A*Y*Y", "HI*ABK:Z9181"};
  claim.insert(claim.end(), body.begin(), body.end());
  return claim;
}

std::string joined(Texts const& segments) {
  std::string text;
  for (auto const& segment : segments) text.append(segment).push_back('~');
  return text;
}

// The file around a snippet, in the delimiters of the snippet and without line ends.
std::string canonical_file(std::string_view snippet) {
  if (snippet.find("ISA*") != std::string_view::npos && snippet.find("GS*HC") != std::string_view::npos) {
    return std::string(snippet);
  }
  auto const segments = split(snippet, '~');
  bool const open_end = !snippet.empty() && snippet.back() != '~';
  bool has_claim = false;
  std::size_t levels = 0;
  for (auto const& segment : segments) {
    has_claim = has_claim || element(segment, 0) == "CLM";
    levels += element(segment, 0) == "HL" ? 1U : 0U;
  }
  bool const whole_body = has_claim && levels > 1;

  std::string isa_text(isa);
  std::string gs_text(gs);
  Texts before(head.begin(), head.end());
  Texts body;
  Texts line;
  std::array<std::optional<std::string>, 3> trailers;
  bool in_body = false;
  for (auto const& segment : segments) {
    auto const id = element(segment, 0);
    if (is_one_of(id, {"SE", "GE", "IEA"})) {
      trailers[id == "SE" ? 0 : id == "GE" ? 1 : 2] = segment;
      in_body = false;
      continue;
    }
    in_body = in_body || id == "CLM" || (whole_body && id == "HL");
    auto const twin = twin_in_head(segment);
    if (in_body) {
      body.push_back(segment);
    } else if (id == "ISA") {
      isa_text = segment;
    } else if (id == "GS") {
      gs_text = segment;
    } else if (twin) {
      before[*twin] = segment;
    } else {
      line.push_back(segment);
    }
  }
  if (whole_body) before.resize(5);
  if (body.empty()) body = claim_around(line, "DEMO-1");
  if (body.size() > 0 && has_claim && !line.empty()) throw std::logic_error("a line's segments before CLM");

  std::size_t first = 3;
  std::size_t last = 0;
  for (std::size_t i = 0; i < trailers.size(); ++i) {
    if (!trailers[i]) continue;
    first = std::min(first, i);
    last = std::max(last, i);
  }
  std::array<std::string, 3> const usual{
      "SE*" + std::to_string(before.size() + body.size() + 1) + "*" + element(before[0], 2),
      "GE*1*" + element(gs_text, 6), "IEA*1*" + element(isa_text, 13)};
  auto text = isa_text + "~" + gs_text + "~" + joined(before) + joined(body);
  for (std::size_t i = 0; i < trailers.size(); ++i) {
    if (!trailers[i] && i > first && i < last) continue;
    text.append(trailers[i].value_or(usual[i])).push_back('~');
  }
  if (open_end) {
    if (!trailers[2]) throw std::logic_error("only the file's last segment can lack its terminator");
    text.pop_back();
  }
  return text;
}

std::string render(std::string_view canonical, FileStyle const& style) {
  std::string text;
  for (char const byte : canonical) {
    switch (byte) {
      case '*':
        text.push_back(style.delimiters.element);
        break;
      case ':':
        text.push_back(style.delimiters.component);
        break;
      case '^':
        text.push_back(style.delimiters.repetition);
        break;
      case '~':
        text.append(1, style.delimiters.terminator).append(style.tail);
        break;
      default:
        text.push_back(byte);
    }
  }
  return text;
}

std::string visible(std::string_view bytes) {
  std::string text;
  for (char const byte : bytes) {
    switch (byte) {
      case '\n':
        text += "\\n";
        break;
      case '\r':
        text += "\\r";
        break;
      case '\t':
        text += "\\t";
        break;
      default:
        text.push_back(byte);
    }
  }
  return text;
}

std::vector<Found> findings_of(Scrubbed const& scrubbed, std::string_view rule) {
  std::vector<Found> result;
  std::copy_if(scrubbed.findings.begin(), scrubbed.findings.end(), std::back_inserter(result),
               [&](Found const& found) { return found.rule == rule; });
  return result;
}

bool stands_at(Found const& found, std::string_view at, Delimiters const& delimiters) {
  if (!found.element.empty()) return found.element == at;
  return nth_part(found.segment, delimiters.element, 0) == at;
}

class RuleTester {
 public:
  RuleTester(Rule const& rule, FileStyle const& style, std::shared_ptr<Profiles const> const& profiles,
             std::vector<std::string>& problems)
      : rule_(rule), style_(style), problems_(problems), unsafe_(with_unsafe_fixes()) {
    defaults_.info = unsafe_.info = true;
    defaults_.profiles = unsafe_.profiles = profiles;
  }

  void check_valid(std::string const& snippet) {
    snippet_ = snippet;
    if (!expressible(snippet, style_)) return;
    auto const run = scrub(file_with(snippet, style_), defaults_);
    if (!findings_of(run, rule_.id).empty()) problem("is valid, and is reported");
    if (!run.outcome.totals.balanced()) problem("its totals don't balance");
  }

  void check_invalid(InvalidCase const& invalid) {
    snippet_ = invalid.segments;
    if (!expressible(invalid.segments, style_) || !expressible(invalid.fixed, style_)) return;
    auto const received = file_with(invalid.segments, style_);
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
      auto const mended = scrub(received, unsafe_);
      check_findings(invalid, findings_of(mended, rule_.id));
      check_fixed(invalid, mended, unsafe_);
    } else {
      check_fixed(invalid, run, defaults_);
    }
  }

 private:
  Scrubbed scrub(std::string const& bytes, Settings const& settings) const {
    return scrub_text(bytes, settings, style_.block_size);
  }

  void problem(std::string const& what) {
    problems_.push_back("[" + style_.name + "] " + visible(snippet_) + "\n    " + what);
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
  std::vector<std::string>& problems_;
  Settings defaults_;
  Settings unsafe_;
  std::string snippet_;
};

}  // namespace

std::vector<FileStyle> const& styles() {
  static std::vector<FileStyle> const all{
      {},
      {"| ^ } and LF as terminator", {'|', '^', '}', '\n'}, ""},
      {"* : ^ ~ and CR LF", {}, "\r\n"},
      // Also in small blocks, as far as the reader takes them.
      {": > ^ ~ in blocks of 64 bytes", {':', '>', '^', '~'}, "", 64},
  };
  return all;
}

std::string difference(std::string_view got, std::string_view wanted) {
  if (got == wanted) return {};
  auto const at = static_cast<std::size_t>(
      std::mismatch(got.begin(), got.end(), wanted.begin(), wanted.end()).first - got.begin());
  auto const from = at < 30 ? 0 : at - 30;
  auto const around = [&](std::string_view text) {
    return text.empty() ? "nothing" : "…" + visible(text.substr(std::min(from, text.size()), 90)) + "…";
  };
  return "at byte " + std::to_string(at) + " there is " + around(got) + " instead of " + around(wanted);
}

bool expressible(std::string_view snippet, FileStyle const& style) {
  constexpr Delimiters written;
  return std::none_of(snippet.begin(), snippet.end(),
                      [&](char byte) { return !written.contains(byte) && style.delimiters.contains(byte); });
}

std::string file_with(std::string_view snippet, FileStyle const& style) {
  return render(canonical_file(snippet), style);
}

std::string set_with(std::string_view control, std::string_view claims) {
  auto const file = canonical_file("ST*837*" + std::string(control) + "*005010X222A1~" + std::string(claims));
  auto const begin = file.find("ST*837");
  return file.substr(begin, file.find("GE*1*1~") - begin);
}

std::string group_with(std::string_view sets, std::string_view control, std::string_view count) {
  return replaced(std::string(gs), "*1*X", "*" + std::string(control) + "*X") + "~" + std::string(sets) +
         "GE*" + std::string(count) + "*" + std::string(control) + "~";
}

std::string interchange_with(std::string_view groups, std::string_view control, std::string_view count) {
  return replaced(std::string(isa), "000000001", control) + "~" + std::string(groups) + "IEA*" +
         std::string(count) + "*" + std::string(control) + "~";
}

std::string claim_with(std::string_view id, std::string_view line) {
  return joined(claim_around(split(line, '~'), id));
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  auto const at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
    throw std::logic_error("'" + std::string(from) + "' does not stand exactly once");
  }
  return text.replace(at, from.size(), to);
}

std::vector<std::string> problems_of(std::string_view id, RuleCases const& cases) {
  std::vector<std::string> problems;
  auto const* const rule = find_rule(id);
  if (rule == nullptr) return {"there is no rule " + std::string(id)};
  if (cases.valid.empty()) problems.emplace_back("there is no valid case");
  if (cases.invalid.empty()) problems.emplace_back("there is no invalid case");
  std::set<std::string> seen;
  auto const once = [&](std::string const& snippet) {
    if (!seen.insert(snippet).second) problems.push_back("a case stands twice: " + visible(snippet));
  };
  for (auto const& snippet : cases.valid) once(snippet);
  for (auto const& invalid : cases.invalid) once(invalid.segments);
  auto const profiles = profile_of(cases.profile.empty() ? rule->doc.profile : cases.profile);
  for (auto const& style : styles()) {
    RuleTester tester(*rule, style, profiles, problems);
    for (auto const& snippet : cases.valid) tester.check_valid(snippet);
    for (auto const& invalid : cases.invalid) tester.check_invalid(invalid);
  }
  return problems;
}

void rule_test(std::string_view rule, RuleCases const& cases) {
  auto const problems = problems_of(rule, cases);
  for (auto const& problem : problems) FAIL_CHECK(problem);
  CHECK(problems.empty());
}

std::size_t count_of(Scrubbed const& scrubbed, std::string_view rule) {
  return findings_of(scrubbed, rule).size();
}

Found found_of(Scrubbed const& scrubbed, std::string_view rule) {
  auto const all = findings_of(scrubbed, rule);
  CAPTURE(std::string(rule));
  REQUIRE(!all.empty());
  return all.front();
}

std::string claim_bytes(std::string_view file, std::size_t index, Delimiters const& delimiters) {
  std::string claim;
  std::size_t number = 0;
  while (!file.empty()) {
    auto length = std::min(file.find(delimiters.terminator), file.size() - 1) + 1;
    auto const first = file.find_first_not_of(" \t\r\n");
    auto const id = nth_part(file.substr(std::min(first, file.size())), delimiters.element, 0);
    while (length < file.size() && (file[length] == '\r' || file[length] == '\n')) ++length;
    if (id == "CLM") ++number;
    if (is_one_of(id, {"CLM", "HL", "SE", "GE", "IEA"}) && !claim.empty()) break;
    if (number == index) claim.append(file.substr(0, length));
    file.remove_prefix(length);
  }
  return claim;
}

}  // namespace scrub837::test
