#include "src/scrub/replay.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scrub837::test {
namespace {

constexpr auto interchange = EnvelopeLevel::interchange;
constexpr auto set = EnvelopeLevel::set;

TEST_CASE("replay: all that takes part goes back to where the envelope began") {
  Replay replay;
  int count = 0;
  std::string text;
  std::string order;
  replay.add<int>([&](int& saved) { saved = count; },
                  [&](int const& saved) {
                    count = saved;
                    order += "count ";
                  });
  replay.add<std::string>([&](std::string& saved) { saved = text; },
                          [&](std::string const& saved) {
                            text = saved;
                            order += "text";
                          });
  count = 1;
  text = "A";
  replay.begin(interchange);
  count = 2;
  text = "AB";
  replay.begin(set);
  count = 3;
  text = "ABC";
  replay.go_back(set);
  CHECK(count == 2);
  CHECK(text == "AB");
  CHECK(order == "count text");
  // The set's point stays good for another reading.
  count = 9;
  replay.go_back(set);
  CHECK(count == 2);
  replay.go_back(interchange);
  CHECK(count == 1);
  CHECK(text == "A");
}

TEST_CASE("replay: a plan is known by level and offset until nothing before it is read again") {
  Replay replay;
  replay.learn(set, 40, {.needs_renumbering = true});
  CHECK(replay.plan_of(set, 40).needs_renumbering);
  CHECK_FALSE(replay.plan_of(set, 41).needs_renumbering);
  CHECK_FALSE(replay.plan_of(interchange, 40).needs_renumbering);
  replay.forget();
  CHECK_FALSE(replay.plan_of(set, 40).needs_renumbering);
}

TEST_CASE("replay: what was planned too often is refused, and says so") {
  Replay replay;
  for (unsigned i = 0; i < Replay::max_rereads; ++i) {
    replay.learn(set, 40, {.needs_renumbering = true});
    CHECK_FALSE(replay.plan_of(set, 40).as_received);
  }
  replay.learn(set, 40, {.all_held = true});
  CHECK(replay.plan_of(set, 40).as_received);
  CHECK(replay.plan_of(set, 40).did_not_converge);
  // One that is refused for a fault of its own is settled by that.
  replay.learn(interchange, 0, {.mend = true});
  replay.learn(interchange, 0, {.mend = true});
  replay.learn(interchange, 0, {.as_received = true});
  CHECK_FALSE(replay.plan_of(interchange, 0).did_not_converge);
}

TEST_CASE("replay: mending of a header is dropped once") {
  Replay replay;
  CHECK_FALSE(replay.drop_mending(interchange, 0));
  replay.learn(interchange, 0, {.mend = true});
  CHECK(replay.drop_mending(interchange, 0));
  CHECK_FALSE(replay.drop_mending(interchange, 0));
  CHECK_FALSE(replay.plan_of(interchange, 0).mend);
}

TEST_CASE("scope plan: what is held as a whole loses nothing") {
  ScopePlan plan;
  plan.add({.needs_renumbering = true});
  plan.add({.all_held = true});
  CHECK(plan.all_held);
  CHECK_FALSE(plan.needs_renumbering);
}

TEST_CASE("scope plan: a refusal for what a receiver refuses goes to the held file, whatever was let out") {
  ScopePlan plan;
  plan.add({.as_received = true, .to_clean = true});
  CHECK(plan.to_clean);
  plan.add({.as_received = true});
  CHECK_FALSE(plan.to_clean);
  plan.add({.as_received = true, .to_clean = true});
  CHECK_FALSE(plan.to_clean);
}

}  // namespace
}  // namespace scrub837::test
