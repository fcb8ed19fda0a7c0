#include "src/scrub/replay.hpp"

#include <doctest/doctest.h>

#include <string>

namespace scrub837::test::replay_test {
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

TEST_CASE("replay: a Rewindable gets each level, in the order in which it was added") {
  struct Teller final : Rewindable {
    explicit Teller(std::string& text, char id) : said(&text), name(id) {}
    void save(EnvelopeLevel level) override { add('s', level); }
    void restore(EnvelopeLevel level) override { add('r', level); }
    void add(char what, EnvelopeLevel level) {
      said->append({what, name, static_cast<char>('0' + static_cast<int>(level)), ' '});
    }
    std::string* said;
    char name;
  };
  std::string said;
  Teller first(said, 'a');
  Teller second(said, 'b');
  Replay replay;
  replay.add(first);
  replay.add(second);
  replay.begin(EnvelopeLevel::group);
  replay.go_back(EnvelopeLevel::group);
  CHECK(said == "sa1 sb1 ra1 rb1 ");
}

TEST_CASE("replay: a group's point stays while sets begin in it") {
  Replay replay;
  int count = 1;
  replay.add<int>([&](int& saved) { saved = count; }, [&](int const& saved) { count = saved; });
  replay.begin(EnvelopeLevel::group);
  for (count = 2; count < 5; ++count) replay.begin(set);
  replay.go_back(set);
  CHECK(count == 4);
  replay.go_back(EnvelopeLevel::group);
  CHECK(count == 1);
}

TEST_CASE("replay: plans of one place are added up, those of other levels and places stay apart") {
  Replay replay;
  replay.learn(set, 40, {.not_ours = true});
  replay.learn(set, 40, {.keep_level_numbers = true});
  replay.learn(set, 90, {.claims = true});
  auto const plan = replay.plan_of(set, 40);
  CHECK(plan.not_ours);
  CHECK(plan.keep_level_numbers);
  CHECK_FALSE(plan.claims);
  CHECK(replay.plan_of(set, 90).claims);
  CHECK_FALSE(replay.plan_of(EnvelopeLevel::group, 40).not_ours);
}

}  // namespace
}  // namespace scrub837::test::replay_test
