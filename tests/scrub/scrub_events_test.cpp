#include "src/scrub/scrub_events.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "tests/support/file_builder.hpp"
#include "tests/support/memory_run.hpp"

namespace scrub837::test::scrub_events_test {
namespace {

// Writes down what it is told.
class Diary final : public ScrubEvents {
 public:
  std::string text;

  void begin(InterchangeStart const& start) override { add("I", start.control); }
  void begin(GroupStart const& start) override { add("G", start.control); }
  void begin(SetStart const& start) override { add(start.scrubbed ? "S" : "s", start.control); }
  void level(LevelStart const& start) override { add("L", std::to_string(start.rank)); }
  void finding(FindingRecord const& record) override { add("F", record.rule->id); }
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override {
    add("C", std::to_string(unit.where().claim) + "=" + std::string(name_of(verdict.disposition)));
  }
  void held(HeldAbove const& held) override { add("H", held.rules); }
  void end(EnvelopeEnd const& end) override {
    add(end.refused ? "R" : "E", std::to_string(end.claims) + "/" + std::to_string(end.count));
  }
  void save(EnvelopeLevel level) override { saved_[static_cast<std::size_t>(level)] = text; }
  void restore(EnvelopeLevel level) override {
    text = saved_[static_cast<std::size_t>(level)];
    ++taken_back;
  }
  int taken_back = 0;

 private:
  void add(std::string_view what, std::string_view of) { text.append(what).append(of).append(" "); }
  std::array<std::string, 3> saved_;
};

void tell(ScrubEvents& events, std::string const& bytes) {
  Settings const settings;
  static_cast<void>(run_in_memory(bytes, Judge(settings), events));
}

std::string told(std::string const& bytes) {
  Diary diary;
  tell(diary, bytes);
  return diary.text;
}

std::string const good = file_with("SV1*HC:99213*125*UN*1***1~");

TEST_CASE("events: an input is told from its ISA to its IEA, with the verdict on its claim") {
  Diary diary;
  tell(diary, good);
  auto const& text = diary.text;
  CAPTURE(text);
  CHECK(text.starts_with("I"));
  CHECK(text.find("L0 ") < text.find("L1 "));
  CHECK(text.find("L1 ") < text.find("C1=clean "));
  // The set, the group and the interchange end, each with one claim.
  CHECK(text.ends_with("E1/1 E1/1 "));
  CHECK(diary.taken_back == 0);
}

TEST_CASE("events: what is read again is taken back before it is told anew") {
  auto bytes = good;
  auto const at = bytes.find("SE*");
  bytes.replace(bytes.find('*', at + 3) + 1, 4, "9999");  // SE02
  Diary diary;
  tell(diary, bytes);
  auto const& text = diary.text;
  CAPTURE(text);
  CHECK(diary.taken_back > 0);
  CHECK(text.find("C1=held ") != std::string::npos);
  CHECK(text.find("C1=clean") == std::string::npos);
  CHECK(text.find("R1/") != std::string::npos);
  CHECK(text.find("HENV002 ") != std::string::npos);
}

TEST_CASE("events: a set of another kind begins and ends, too, and has no claims") {
  auto const at = good.find("ST*837");
  auto const end = good.find("GE*");
  std::string const other = "ST*270*0099~BHT*0022*13*1*20260914*1200~SE*3*0099~";
  auto bytes = good;
  bytes.insert(at, other);
  bytes.replace(bytes.find("GE*1", end), 4, "GE*2");
  auto const text = told(bytes);
  CAPTURE(text);
  CHECK(text.find("s0099 FSCR001 E0/3 S") != std::string::npos);
  CHECK(text.ends_with("E1/2 E1/1 "));
}

TEST_CASE("events: a consumer may care for one event only, and all are told in their order") {
  struct Counter final : ScrubEvents {
    void claim(ClaimUnit const&, ClaimVerdict const&) override { ++claims; }
    int claims = 0;
  } first, second;
  Consumers consumers({&first, &second});
  Consumers outer;
  outer.add(consumers);
  Diary diary;
  outer.add(diary);
  tell(outer, good);
  CHECK(first.claims == 1);
  CHECK(second.claims == 1);
  CHECK(diary.text.find("C1=clean ") != std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::scrub_events_test
