#include "src/guide/at_a_glance.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "src/guide/checks.hpp"
#include "src/guide/fault.hpp"
#include "tests/guide/full_file.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::guide {
namespace {

using namespace scrub837::guide;

// A segment in a loop of the guide.
struct Placed {
  std::string text;
  LoopId loop = LoopId::stray;
};

std::vector<Placed> segments_of_guide() {
  std::vector<Placed> result;
  for (auto const& made : full_file()) {
    for (std::size_t i = 1; i < static_cast<std::size_t>(LoopId::count_); ++i) {
      auto const loop = static_cast<LoopId>(i);
      if (name_of(loop) == made.fact->loop) result.push_back({made.text, loop});
    }
  }
  return result;
}

enum class Answer : std::uint8_t { no_use, right_at_a_glance, right, wrong };

// What the glance says, checked against the whole check.
Answer answer_of(Placed const& placed, Delimiters const& delimiters) {
  auto const& guide = *shipped_guide();
  auto const separators = separator_bits(placed.text, delimiters.element);
  SegmentView const segment(placed.text, delimiters, separators);
  auto const kind = kind_of(segment.id());
  auto answer = Answer::no_use;
  for (auto const& use : guide.uses(placed.loop, kind)) {
    Faults faults;
    check_elements(guide, segment, use, {}, faults);
    if (is_right_at_a_glance(segment, use.glance)) {
      if (!faults.empty()) return Answer::wrong;
      answer = Answer::right_at_a_glance;
    } else if (faults.empty() && answer == Answer::no_use) {
      answer = Answer::right;
    }
  }
  return answer;
}

TEST_CASE("nearly every right segment is seen to be right at a glance") {
  std::size_t tried = 0, at_a_glance = 0;
  for (auto const& placed : segments_of_guide()) {
    if (placed.text.size() > 64) continue;
    INFO(placed.text);
    auto const answer = answer_of(placed, {});
    CHECK(answer != Answer::wrong);
    ++tried;
    if (answer == Answer::right_at_a_glance) ++at_a_glance;
  }
  CHECK(tried > 250);
  CHECK(at_a_glance * 100 > tried * 95);
}

TEST_CASE("what is right at a glance is right when all is looked at") {
  auto const segments = segments_of_guide();
  constexpr std::string_view bytes = "*:^~ .-+0123456789AZaz\t\x7F\xC3\xA9,";
  holds(20'000, [&] {
    auto placed = any_element(segments);
    for (auto edits = any_in({1, 4}); edits > 0; --edits) {
      auto const at = any_below(placed.text.size());
      switch (any_below(4)) {
        case 0:
          placed.text[at] = any_element(bytes);
          break;
        case 1:
          placed.text.insert(at, 1, any_element(bytes));
          break;
        case 2:
          if (placed.text.size() > 3) placed.text.erase(at, 1 + any_below(4));
          break;
        default:
          placed.text += any_element(bytes);
          break;
      }
    }
    ensure(answer_of(placed, {}) != Answer::wrong);
  });
}

TEST_CASE("a code in lower case is not right") {
  CHECK(answer_of({"NM1*IL*1*DOE*****MI*A1", LoopId::L2010BA}, {}) == Answer::right_at_a_glance);
  CHECK(answer_of({"NM1*il*1*DOE*****MI*A1", LoopId::L2010BA}, {}) == Answer::no_use);
}

TEST_CASE("one byte more than a look takes in is left to the whole check") {
  auto const with = [](std::size_t bytes) { return "NTE*ADD*" + std::string(bytes - 8, 'A'); };
  CHECK(answer_of({with(63), LoopId::L2300}, {}) == Answer::right_at_a_glance);
  CHECK(answer_of({with(64), LoopId::L2300}, {}) == Answer::right);
}

TEST_CASE("a file may have no separators of repetitions or components") {
  Delimiters none;
  none.repetition = '\0';
  none.component = '\0';
  CHECK(answer_of({"LX*1", LoopId::L2400}, none) == Answer::right_at_a_glance);
  CHECK(answer_of({"HI*BK:E119", LoopId::L2300}, none) != Answer::right_at_a_glance);
}

}  // namespace
}  // namespace scrub837::test::guide
