#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scrub837/rule.hpp"
#include "scrub837/settings.hpp"
#include "src/x12/indexer.hpp"

namespace scrub837::test::of_segments_test {
namespace {

// Segments of claims and levels that break or keep a rule.
std::vector<std::string> examples() {
  std::vector<std::string> texts;
  for (auto const* const rule : registry()) {
    for (auto const text : {rule->doc.bad, rule->doc.good}) {
      if (text.empty() || text.starts_with("ISA") || text.starts_with("ST")) continue;
      texts.emplace_back(text);
      // One claim or level each.
      if (text.find("CLM*") != text.npos || text.find("HL*") != text.npos) continue;
      texts.push_back("CLM*DEMO-1*125***12:B:1*Y*A*Y*Y*****AA::::OX~LX*1~" + std::string(text));
      texts.push_back("HL*2*1*22*0~SBR*S*18*******MB~NM1*IL*2*DOE*JANE****MI*1~N4*X*OX*1~" +
                      std::string(text));
    }
  }
  return texts;
}

// A rule that isn't called where there is no segment of the kinds that it names would have found nothing.
TEST_CASE("a rule finds nothing where there is none of the segments that it names") {
  Settings const settings;
  Inherited above;
  above.created = "20261001";
  above.claim_filing = "MB";
  above.payer_order = "S";
  above.has_subscriber = true;
  std::size_t calls = 0;
  for (auto const& text : examples()) {
    Block const block{text, text.size(), 0};
    Tokens tokens;
    Indexer().index(block.bytes, {}, LineEnds::typed, true, tokens);
    LoopSpans loops;
    parse_loops(tokens.segments(), loops);
    KindSet kinds;
    for (auto const& segment : tokens.segments()) kinds.add(segment.kind);
    SegmentRun const run{.segments = tokens.segments(),
                         .loops = loops,
                         .bytes = text,
                         .above = &above,
                         .claim_follows = true,
                         .settings = &settings};
    for (auto const* const rule : registry()) {
      Findings findings;
      Reporter reporter(*rule, rule->severity, findings);
      bool const left_out = !rule->of_segments.empty() && !rule->of_segments.meets(kinds);
      if (auto const* const check = std::get_if<SegmentRunCheck>(&rule->check);
          check != nullptr && left_out) {
        (*check)(run, reporter);
        ++calls;
      }
      if (text.starts_with("CLM")) {
        ClaimView const claim(block, tokens.segments(), loops, {}, above, settings);
        if (auto const* const check = std::get_if<ClaimCheck>(&rule->check); check != nullptr && left_out) {
          (*check)(claim, reporter);
          ++calls;
        }
        if (rule->in_claims != nullptr && !rule->in_claims_of.empty() && !rule->in_claims_of.meets(kinds)) {
          rule->in_claims(claim, reporter);
          ++calls;
        }
      }
      INFO(rule->id, " in ", text);
      CHECK(findings.empty());
    }
  }
  CHECK(calls > 1000);
}

}  // namespace
}  // namespace scrub837::test::of_segments_test
