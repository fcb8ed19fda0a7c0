#include <algorithm>
#include <array>

#include "tests/support/draws.hpp"
#include "tests/support/generated/generators.hpp"
#include "tests/support/generated/render.hpp"
#include "tests/support/property.hpp"
#include "tests/support/scrub_text.hpp"
#include "tests/support/structure.hpp"

// Whole segments dropped, doubled, moved, or put in where they have no place: what a faulty export does.

namespace scrub837::test::misplaced_segments_test {
namespace {

Settings judged() { return {}; }
Settings judged_with_unsafe_fixes() {
  auto settings = judged();
  settings.unsafe_fixes = true;
  return settings;
}

struct Misplacement {
  enum class What : std::uint8_t { drop, twice, move, insert };
  What what = What::drop;
  std::size_t at = 0, to = 0;
  std::string segment;  // to insert, with * between elements
};

std::vector<Misplacement> any_misplacements() {
  constexpr std::array<std::string_view, 15> inserted{"TA1*1",
                                                      "GS*HC*A*B*20260914*1200*7*X*005010X222A1",
                                                      "GE*1*7",
                                                      "ST*837*0007",
                                                      "ST*835*0008",
                                                      "SE*3*0007",
                                                      "IEA*1*7",
                                                      "HL*9*1*23*0",
                                                      "HL*9**20*1",
                                                      "HL",
                                                      "CLM*Q7*10***12:B:1*Y*A*Y*Y",
                                                      "SV2*0300**10*UN*1",
                                                      "LX*1",
                                                      "SBR*S",
                                                      "ZZZ*1"};
  std::vector<Misplacement> result;
  auto const count = any_in({1, 5});
  for (int i = 0; i < count; ++i) {
    result.push_back({static_cast<Misplacement::What>(any_below(4)), any_below(1U << 30U),
                      any_below(1U << 30U), std::string(any_element(inserted))});
  }
  return result;
}

std::string misplaced(std::string const& bytes, Style const& style,
                      std::vector<Misplacement> const& misplacements) {
  std::vector<std::string> segments;
  for (std::size_t from = 0; from < bytes.size();) {
    auto const end = std::min(bytes.find(style.terminator, from), bytes.size() - 1);
    segments.push_back(bytes.substr(from, end + 1 - from));
    from = end + 1;
  }
  for (auto const& one : misplacements) {
    // The ISA stays first: without it there is nothing to read.
    auto const at = 1 + one.at % (segments.size() - 1);
    auto const to = segments.begin() + static_cast<std::ptrdiff_t>(1 + one.to % (segments.size() - 1));
    auto const taken = segments.begin() + static_cast<std::ptrdiff_t>(at);
    switch (one.what) {
      case Misplacement::What::drop:
        if (segments.size() > 2) segments.erase(taken);
        break;
      case Misplacement::What::twice:
        segments.insert(to, std::string(*taken));
        break;
      case Misplacement::What::move:
        if (to < taken) std::rotate(to, taken, taken + 1);
        if (taken < to) std::rotate(taken, taken + 1, to + 1);
        break;
      case Misplacement::What::insert: {
        auto text = one.segment;
        std::replace(text.begin(), text.end(), '*', style.element);
        segments.insert(to, text + style.terminator + style.line_end);
        break;
      }
    }
  }
  std::string all;
  for (auto const& segment : segments) all += segment;
  return all;
}

// A file of one interchange in which segments stand where they shouldn't.
std::string any_misplaced() {
  auto file = any_file();
  file.interchanges.resize(1);
  return misplaced(render(file), file.interchanges[0].style, any_misplacements());
}

TEST_CASE("misplaced segments: with every rule ignored the file comes back byte for byte") {
  holds(600, [] {
    auto const bytes = any_misplaced();
    ensure_equal(scrub_text(bytes, ignoring({"ALL"})).clean, bytes);
  });
}

TEST_CASE("misplaced segments: the run ends, its totals balance, and no claim is lost") {
  holds(1200, [] {
    auto const bytes = any_misplaced();
    auto const settings = one_of({judged(), judged_with_unsafe_fixes(), ignoring({"ENV"})});
    auto const out = scrub_text(bytes, settings);
    ensure(out.outcome.totals.balanced());
    // No claim is sent that would be held.
    ensure_equal(scrub_text(out.clean, settings).claims(Disposition::held), 0);
    std::string both = out.clean + out.held;
    std::erase_if(both, [](char c) { return c == '\r' || c == '\n'; });
    for (auto const& claim : read_structure(bytes).claims) ensure(both.find(claim.id) != std::string::npos);
  });
}

TEST_CASE("misplaced segments: what is sent comes through once more, unchanged") {
  holds(1200, [] {
    auto const out = scrub_text(any_misplaced(), judged());
    auto const again = scrub_text(out.clean, judged());
    // A foreign set without its ISA can't be read by itself.
    if (again.outcome.status == Status::unreadable) return;
    ensure(again.held.empty());
    ensure_equal(again.clean, out.clean);
  });
}

TEST_CASE("misplaced segments: findings and bytes do not depend on the block size") {
  holds(200, [] {
    auto const bytes = any_misplaced();
    auto const whole = scrub_text(bytes);
    auto const pieces = scrub_text(bytes, Settings(), 64);
    ensure_equal(pieces.clean, whole.clean);
    ensure_equal(pieces.held, whole.held);
    ensure_equal(pieces.rules(), whole.rules());
  });
}

}  // namespace
}  // namespace scrub837::test::misplaced_segments_test
