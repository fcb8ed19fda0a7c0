#include "scrub837/claim/claim_view.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "scrub837/settings.hpp"
#include "src/claim/calendar_day.hpp"
#include "src/claim/code_of_the_day.hpp"
#include "src/x12/indexer.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::claim_view_test {
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
std::string claim_of(std::vector<std::int64_t> const& choices) {
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
  for (auto const choice : choices) text += pieces[static_cast<std::size_t>(choice) % pieces.size()];
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
      [] {
        Claim const claim(claim_of(any_list({0, 256})));
        auto const view = claim.view();
        for (std::uint32_t i = 0; i < view.segments().size(); ++i) {
          ensure_equal(view.line_of(i), line_looked_for(view, i));
          ensure_equal(view.loop_of(i), loop_looked_for(view, i));
        }
        ensure_equal(listed(view.notes_of(-1)), listed(view.direct(0, Kind::NTE)));
        ensure_equal(listed(view.indicators_of(-1)), listed(view.direct(0, Kind::PWK)));
        for (std::size_t i = 0; i < view.line_count(); ++i) {
          auto const line = view.line(i);
          auto const number = static_cast<std::int32_t>(i);
          ensure_equal(listed(view.notes_of(number)), listed(line.direct(Kind::NTE)));
          ensure_equal(listed(view.indicators_of(number)), listed(line.direct(Kind::PWK)));
          ensure_equal(code_of_the_day<is_category_iii>(line), code_looked_for(line));
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

// Loop 2400 twice.
std::string const two_lines =
    "CLM*DEMO-1*300.5***11:B:1*Y~PWK*OZ*AA~NTE*ADD*OF THE CLAIM~"
    "LX*1~SV1*HC:99600:TD:::: WOUND CARE*125*UN*1***1~PWK*NN*EL~NTE*ADD*OF LINE 1~NTE*TPO*MORE~"
    "LX*2~SV1*hc:99213*175.50*UN*1***1~NM1*82*1*DEMO~PRV*PE*PXC*207Q00000X~";

TEST_CASE("ClaimView: a claim has its total, place of service, lines and codes") {
  Claim const claim(two_lines);
  auto const view = claim.view();
  CHECK(view.total_text() == "300.5");
  CHECK(view.total() == parse_money("300.50"));
  CHECK(view.place_of_service() == "11");
  REQUIRE(view.line_count() == 2);
  CHECK(view.service_count() == 2);
  CHECK(view.unlisted_count() == 1);
  CHECK(view.has_texts());
  CHECK(view.has(Kind::PWK));
  CHECK_FALSE(view.has(Kind::SBR));
  CHECK(view.line(0).procedure() == "99600");
  CHECK(view.line(0).procedure_part(3) == "TD");
  CHECK(view.line(0).description() == " WOUND CARE");
  CHECK(view.line(0).charge() == "125");
  CHECK(view.line(0).unlisted());
  // Small letters are a fault of another rule; the code is known all the same.
  CHECK(view.line(1).procedure() == "99213");
  CHECK_FALSE(view.line(1).unlisted());
  CHECK(view.line(1).first()[0] == "LX");
}

TEST_CASE("ClaimView: notes and PWK are those of the claim first, then line by line") {
  Claim const claim(two_lines);
  auto const view = claim.view();
  auto const texts = [&](std::span<SegmentRef const> refs) {
    std::string text;
    for (auto const ref : refs)
      text += std::to_string(ref.line) + ":" + std::string(view.segment(ref.segment)[2]) + " ";
    return text;
  };
  CHECK(texts(view.notes()) == "-1:OF THE CLAIM 0:OF LINE 1 0:MORE ");
  CHECK(texts(view.notes_of(0)) == "0:OF LINE 1 0:MORE ");
  CHECK(texts(view.notes_of(1)) == "");
  CHECK(texts(view.indicators()) == "-1:AA 0:EL ");
  CHECK(texts(view.indicators_of(-1)) == "-1:AA ");
}

TEST_CASE("ClaimView: a line has its child loops; its own segments are those outside of them") {
  Claim const claim(two_lines);
  auto const view = claim.view();
  auto const line = view.line(1);
  REQUIRE(line.children().size() == 1);
  CHECK(line.children()[0].id == LoopId::L2420A);
  CHECK(listed(line.direct(Kind::SV1)).size() == 1);
  CHECK(listed(line.direct(Kind::PRV)).empty());
  CHECK(view.line(0).children().empty());
}

TEST_CASE("ClaimView: a line without its SV1, and an amount that is none") {
  Claim const claim("CLM*DEMO-1*ABC***12:B:1~LX*1~DTP*472*D8*20260914~");
  auto const view = claim.view();
  CHECK(view.total_text() == "ABC");
  CHECK_FALSE(view.total().has_value());
  REQUIRE(view.line_count() == 1);
  CHECK_FALSE(view.line(0).has_service());
  CHECK(view.line(0).procedure().empty());
  CHECK_FALSE(view.has_texts());
  CHECK(view.notes().empty());
}

TEST_CASE("ClaimView: a code after a separator other than ISA16 is found, and the line is marked") {
  struct Seen {
    std::string composite, code;
  };
  for (auto const& seen : {Seen{"HC>99600", "99600"},
                           {"HC>99600>TD", "99600"},
                           {"HC>996001", ""},
                           {"HCX99600", ""},
                           {"HC 99600", ""},
                           {"HC>9960", ""}}) {
    CAPTURE(seen.composite);
    Claim const claim("CLM*DEMO-1*1***12:B:1~LX*1~SV1*" + seen.composite + "*1~");
    auto const view = claim.view();
    auto const line = view.line(0);
    CHECK(line.procedure() == seen.code);
    CHECK(line.other_separator() == !seen.code.empty());
  }
}

// The direct segments of a loop, looked for one by one.
std::vector<std::uint32_t> direct_looked_for(ClaimView const& claim, std::size_t loop, Kind kind) {
  std::vector<std::uint32_t> found;
  auto const& own = claim.loops()[loop];
  for (auto i = own.first; i < own.last; ++i) {
    bool const inside =
        std::any_of(claim.loops().begin() + static_cast<std::ptrdiff_t>(loop) + 1, claim.loops().end(),
                    [&](Loop const& child) { return child.first <= i && i < child.last; });
    if (!inside && (kind == Kind::unknown || claim.segments()[i].kind == kind)) found.push_back(i);
  }
  return found;
}

TEST_CASE("the direct segments of a loop are those that stand in no loop within it") {
  holds(300, [&] {
    std::vector<std::int64_t> choices(any_below(30));
    for (auto& choice : choices) choice = any_in({0, 100});
    Claim const claim(claim_of(choices));
    auto const view = claim.view();
    for (std::size_t loop = 0; loop < view.loops().size(); ++loop) {
      for (auto const kind : {Kind::unknown, Kind::DTP, Kind::NTE, Kind::REF, Kind::SV1}) {
        std::vector<std::uint32_t> found;
        auto const segments = view.direct(loop, kind);
        for (auto at = segments.begin(); !(at == segments.end()); ++at) found.push_back(*at);
        ensure(found == direct_looked_for(view, loop, kind));
      }
    }
  });
}

// Elements of any number and length, so that some stand behind the 64 bytes that have marks.
std::string any_elements(std::string text) {
  for (auto count = any_below(14); count > 0; --count) {
    text += '*';
    for (auto parts = any_below(4); parts > 0; --parts) {
      text.append(any_below(any_flag(4) ? 40 : 6), static_cast<char>('A' + any_below(26)));
      if (parts > 1) text += ':';
    }
  }
  return text;
}

TEST_CASE("what is split ahead is what stands in the segments") {
  holds(500, [&] {
    Claim const claim(any_elements("CLM") + "~LX*1~" + any_elements("SV1") + "~DTP*471*D8*20260901~" +
                      any_elements("DTP*472*D8") + "~DTP*472*D8*20260902~");
    auto const view = claim.view();
    auto const clm = view.clm();
    ensure(view.total_text() == clm[2] && view.place_of_service() == clm.component(5, 1));
    ensure(view.frequency() == clm.component(5, 3) && view.related_causes() == clm[11]);
    auto const line = view.line(0);
    auto const sv1 = line.sv1();
    ensure(line.composite() == sv1[1] && line.charge() == sv1[2] && line.unit_basis() == sv1[3]);
    ensure(line.units() == sv1[4] && line.own_place() == sv1[5] && line.pointers() == sv1[7]);
    ensure(line.amount() == parse_money(sv1[2]));
    ensure(line.has_more_elements() || sv1[8].empty());
    ensure(line.date_index() == 4U && line.days().from == day_range_of(view.segment(4)).from);
  });
}

TEST_CASE("a line without a service date has no days") {
  Claim const claim("CLM*DEMO-1*125~LX*1~SV1*HC:99600*1~REF*6R*1~");
  CHECK_FALSE(claim.view().line(0).date_index());
  CHECK_FALSE(claim.view().line(0).days().known());
}

}  // namespace
}  // namespace scrub837::test::claim_view_test
