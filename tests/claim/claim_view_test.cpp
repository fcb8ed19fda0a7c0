#include "scrub837/claim/claim_view.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scrub837/settings.hpp"
#include "src/claim/code_of_the_day.hpp"
#include "src/x12/indexer.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test {
namespace {

// A claim with all that it borrows.
struct Claim {
  explicit Claim(std::string const& text) : block{text, text.size(), 0} {
    Indexer().index(block.bytes, {}, LineEnds::typed, true, tokens);
    parse_loops(tokens.segments(), loop_spans);
  }
  [[nodiscard]] ClaimView view() const {
    return {block, tokens.segments(), loop_spans, {}, inherited, settings};
  }

  Block block;
  Tokens tokens;
  LoopSpans loop_spans;
  Inherited inherited;
  Settings settings;
};

// Lines of few kinds, with what may stand in a line or between lines.
std::string claim_of(std::vector<unsigned char> const& choices) {
  std::vector<std::string> const pieces{"LX*1~SV1*HC:99600*1~DTP*472*D8*20260914~",
                                        "LX*1~SV1*HC:0999T*1~DTP*472*D8*20260914~",
                                        "LX*1~SV1*HC:0998T*1~DTP*472*RD8*20260901-20260914~",
                                        "LX*1~SV1*HC:99600*1~DTP*472*D8*20260901~",
                                        "SV1*HC:99213*1~",
                                        "NTE*ADD*TEXT~",
                                        "PWK*OZ*AA~",
                                        "NM1*82*1*DEMO~PRV*PE*PXC*207Q00000X~",
                                        "ZZ~",
                                        "PAT*01~",
                                        "SBR*S~NM1*PR*2*OTHER~",
                                        "LIN**N4*1~REF*XZ*1~"};
  std::string text = "CLM*DEMO-1*125~";
  for (auto const choice : choices) text += pieces[choice % pieces.size()];
  return text;
}

LoopId loop_looked_for(ClaimView const& claim, std::uint32_t segment) {
  auto found = LoopId::stray;
  for (auto const& loop : claim.loops()) {
    if (loop.id != LoopId::stray && loop.first <= segment && segment < loop.last) found = loop.id;
  }
  return found;
}

std::int32_t line_looked_for(ClaimView const& claim, std::uint32_t segment) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const& loop = claim.line(i).loop();
    if (loop.first <= segment && segment < loop.last) return static_cast<std::int32_t>(i);
  }
  return -1;
}

std::string_view code_looked_for(LineView const& line) {
  for (std::size_t i = 0; i < line.claim().line_count(); ++i) {
    auto const other = line.claim().line(i);
    if (i == line.index() || !other.has_service() || !is_category_iii(other.procedure())) continue;
    if (same_day(service_dates(line), service_dates(other))) return other.procedure();
  }
  return {};
}

std::vector<std::uint32_t> listed(std::span<SegmentRef const> marks) {
  std::vector<std::uint32_t> segments;
  for (auto const mark : marks) segments.push_back(mark.segment);
  return segments;
}

std::vector<std::uint32_t> listed(LoopSegments const& segments) {
  std::vector<std::uint32_t> result;
  for (auto const index : segments) result.push_back(index);
  return result;
}

TEST_CASE("ClaimView: what is looked up is what a search through the claim finds, in large claims too") {
  holds(
      400,
      [](std::vector<unsigned char> const& choices) {
        Claim const claim(claim_of(choices));
        auto const view = claim.view();
        for (std::uint32_t i = 0; i < view.segments().size(); ++i) {
          RC_ASSERT(view.line_of(i) == line_looked_for(view, i));
          RC_ASSERT(view.loop_of(i) == loop_looked_for(view, i));
        }
        RC_ASSERT(listed(view.notes_of(-1)) == listed(view.direct(0, Kind::NTE)));
        RC_ASSERT(listed(view.indicators_of(-1)) == listed(view.direct(0, Kind::PWK)));
        for (std::size_t i = 0; i < view.line_count(); ++i) {
          auto const line = view.line(i);
          auto const number = static_cast<std::int32_t>(i);
          RC_ASSERT(listed(view.notes_of(number)) == listed(line.direct(Kind::NTE)));
          RC_ASSERT(listed(view.indicators_of(number)) == listed(line.direct(Kind::PWK)));
          RC_ASSERT(code_of_the_day<is_category_iii>(line) == code_looked_for(line));
        }
      },
      300);
}

TEST_CASE("ClaimView::once: one of each type, made when it is first asked for") {
  struct One {
    int number = 0;
  };
  struct Other {
    int number = 0;
  };
  Claim const claim(claim_of({0}));
  auto const view = claim.view();
  CHECK(view.once<One>([] { return One{1}; }).number == 1);
  CHECK(view.once<Other>([] { return Other{2}; }).number == 2);
  CHECK(view.once<One>([] { return One{3}; }).number == 1);
}

}  // namespace
}  // namespace scrub837::test
