#include "src/write/claim_splitter.hpp"

#include <doctest/doctest.h>

#include <string>

#include "src/io/file_descriptor.hpp"
#include "tests/support/memory_run.hpp"
#include "tests/support/units.hpp"

namespace scrub837::test::claim_splitter_test {
namespace {

constexpr auto to_clean = Destination::clean;
constexpr auto to_held = Destination::held;

// A splitter with an open interchange, group and set, whose parts are as short as can be.
class Split {
 public:
  explicit Split(ClaimSplitter::Options options = {}) : splitter(clean_, held_, options) {
    splitter.open_interchange("ISA*C~", "ISA*H~");
    splitter.open_group("GS*C~", "GS*H~");
  }
  void open_set(ScopePlan const& plan = {}) {
    splitter.open_set(plan);
    Units const unit("ST*837*0001~BHT*0019~");
    splitter.header(unit.block(), unit.all()[0], {}, 1, std::nullopt);
  }
  void level(std::string const& text, int rank) {
    splitter.close_levels(rank);
    open_level(Units(text), std::nullopt, rank);
  }
  void open_level(Units const& unit, std::optional<WorkingClaim> const& corrected, int rank = 1) {
    splitter.open_level(unit.block(), unit.all()[0], {}, {.rank = rank}, corrected, false);
  }
  void claim(std::string const& text, Destination to) {
    Units const unit(text);
    splitter.claim(unit.all()[0], unit.block(), {}, std::nullopt, false, to);
  }
  void close_set(std::string const& trailer, bool recount = false) {
    splitter.close_set({.clean = {"", trailer, "~"}, .held = {"", trailer, "~"}}, '*', recount);
  }
  void close() {
    splitter.close_group({.clean = {"", "GE*1*1", "~"}, .held = {"", "GE*1*1", "~"}}, '*', false, false);
    splitter.close_interchange({.clean = {"", "IEA*1*1", "~"}, .held = {"", "IEA*1*1", "~"}}, '*', false,
                               false, {});
  }
  [[nodiscard]] std::string clean() { return content_of(clean_); }
  [[nodiscard]] std::string held() { return content_of(held_); }

 private:
  Sink clean_{[] { return open_private_temporary(); }};
  Sink held_{[] { return open_private_temporary(); }};

 public:
  ClaimSplitter splitter;
};

TEST_CASE("ClaimSplitter: each file has the headers above its claims, and counts what it has") {
  Split split;
  split.open_set({.needs_renumbering = true});
  split.level("HL*1**20*1~", 0);
  split.level("HL*2*1*22*0~", 1);
  split.claim("CLM*A*1~", to_clean);
  split.level("HL*3*1*22*0~", 1);
  split.claim("CLM*B*1~LX*1~", to_held);
  split.close_set("SE*8*0001");
  split.close();
  CHECK(split.clean() ==
        "ISA*C~GS*C~ST*837*0001~BHT*0019~HL*1**20*1~HL*2*1*22*0~CLM*A*1~SE*6*0001~GE*1*1~IEA*1*1~");
  CHECK(split.held() ==
        "ISA*H~GS*H~ST*837*0001~BHT*0019~HL*1**20*1~HL*2*1*22*0~CLM*B*1~LX*1~SE*7*0001~GE*1*1~IEA*1*1~");
}

TEST_CASE(
    "ClaimSplitter: a corrected level is numbered where its new text is, and counts the segments it now "
    "has") {
  Split split;
  split.open_set({.needs_renumbering = true});
  split.level("HL*1**20*1~", 0);
  Units const unit("HL*5*1*22* 0~SBR*P~");
  WorkingClaim const received(unit.block(), unit.all()[0], {});
  Edit const shorter{.place = {0, 4, 0}, .value = "0"};
  Edit const added{.what = Edit::What::insert_after, .place = {1, 0, 0}, .value = "NM1*IL"};
  std::vector<Edit const*> const edits{&shorter, &added};
  split.open_level(unit, received.with(edits));
  split.claim("CLM*A*1~", to_clean);
  split.close_set("SE*0*0001", true);
  split.close();
  CHECK(split.clean() ==
        "ISA*C~GS*C~ST*837*0001~BHT*0019~HL*1**20*1~HL*2*1*22*0~SBR*P~NM1*IL~CLM*A*1~SE*8*0001~GE*1*1~IEA*1*"
        "1~");
}

// A subscriber with claims of its own and a dependent, as in 4010 files.
void split_household(Split& split, Destination own, Destination of_dependent) {
  split.open_set({.needs_renumbering = true});
  split.level("HL*1**20*1~", 0);
  split.level("HL*2*1*22*1~\nSBR*P*18*GROUP18~", 1);
  split.claim("CLM*A*1~", own);
  split.level("HL*3*2*23*0~", 2);
  split.claim("CLM*B*1~", of_dependent);
  split.close_set("SE*9*0001", true);
  split.close();
}

TEST_CASE(
    "ClaimSplitter: SBR02 18 doesn't stay above dependents whose subscriber's claims are in the other file") {
  constexpr auto subscriber = "~\nSBR*P*18*GROUP18~CLM*A*1~";
  constexpr auto dependent = "~\nSBR*P**GROUP18~HL*3*2*23*0~CLM*B*1~";
  auto const has = [](std::string const& file, std::string_view text) {
    return file.find(text) != std::string::npos;
  };
  ClaimSplitter::Options const parting{.levels = {.part_subscribers = true}};
  Split held_dependent(parting), sent_dependent(parting), together(parting), not_asked;
  split_household(held_dependent, to_clean, to_held);
  CHECK(has(held_dependent.clean(), subscriber));
  CHECK(has(held_dependent.held(), dependent));
  split_household(sent_dependent, to_held, to_clean);
  CHECK(has(sent_dependent.clean(), dependent));
  CHECK(has(sent_dependent.held(), subscriber));
  split_household(together, to_clean, to_clean);
  CHECK(has(together.clean(), "SBR*P*18*GROUP18~CLM*A*1~HL*3*2*23*0~CLM*B*1~"));
  split_household(not_asked, to_held, to_clean);
  CHECK(has(not_asked.clean(), "~\nSBR*P*18*GROUP18~HL*3*2*23*0~CLM*B*1~"));
}

TEST_CASE("ClaimSplitter: a file without a claim has nothing, and the other one is as received") {
  Split split;
  split.open_set();
  split.level("HL*1**20*0~", 0);
  split.claim("CLM*A*1~", to_clean);
  CHECK(split.splitter.wrote_interchange());
  // A count that is wrong stays, unless it is to be set right.
  split.close_set("SE*99*0001");
  split.close();
  CHECK(split.clean() == "ISA*C~GS*C~ST*837*0001~BHT*0019~HL*1**20*0~CLM*A*1~SE*99*0001~GE*1*1~IEA*1*1~");
  CHECK(split.held() == "");
  CHECK(split.splitter.any(to_clean));
  CHECK_FALSE(split.splitter.any(to_held));
}

TEST_CASE("ClaimSplitter: a set that loses a claim after a level was written as received must start over") {
  for (bool const planned : {false, true}) {
    Split split;
    split.open_set({.needs_renumbering = planned});
    split.level("HL*5**20*1~", 0);
    split.level("HL*6*5*22*0~", 1);
    split.claim("CLM*A*1~", to_clean);
    CHECK_FALSE(split.splitter.must_start_over());
    split.level("HL*7*5*22*0~", 1);
    split.claim("CLM*B*1~", to_held);
    CHECK(split.splitter.must_start_over() == !planned);
    CHECK((split.clean().find("HL*1**20*1~HL*2*1*22*0~") != std::string::npos) == planned);
  }
}

TEST_CASE("ClaimSplitter: restored, both files are as they were when the envelope began") {
  Split split;
  split.open_set();
  split.level("HL*1**20*0~", 0);
  split.claim("CLM*A*1~", to_clean);
  split.close_set("SE*5*0001");
  auto const before = split.clean();
  split.splitter.save(EnvelopeLevel::set);
  split.open_set();
  split.level("HL*1**20*0~", 0);
  split.claim("CLM*B*1~", to_clean);
  split.claim("CLM*C*1~", to_held);
  CHECK(split.clean() != before);
  CHECK(split.held() != "");
  split.splitter.restore(EnvelopeLevel::set);
  CHECK(split.clean() == before);
  CHECK(split.held() == "");
  // What is written next follows it.
  split.open_set();
  split.level("HL*1**20*0~", 0);
  split.claim("CLM*B*1~", to_held);
  split.close_set("SE*5*0001");
  split.close();
  CHECK(split.clean() == before + "GE*1*1~IEA*1*1~");
  CHECK(split.held() == "ISA*H~GS*H~ST*837*0001~BHT*0019~HL*1**20*0~CLM*B*1~SE*5*0001~GE*1*1~IEA*1*1~");
}

TEST_CASE("ClaimSplitter: a set of another kind goes to one file, after the open headers") {
  Split split;
  split.splitter.pass_other_set_header("ST*270*0009~SE*2*0009~", to_clean, true);
  split.open_set();
  split.level("HL*1**20*0~", 0);
  split.claim("CLM*A*1~", to_held);
  split.close_set("SE*5*0001");
  // One set each, of the two that were received.
  split.splitter.close_group({.clean = {"", "GE*2*1", "~"}, .held = {"", "GE*2*1", "~"}}, '*', false, false);
  CHECK(split.clean() == "ISA*C~GS*C~ST*270*0009~SE*2*0009~GE*1*1~");
  CHECK(split.held() == "ISA*H~GS*H~ST*837*0001~BHT*0019~HL*1**20*0~CLM*A*1~SE*5*0001~GE*1*1~");
}

TEST_CASE("ClaimSplitter: withheld levels go to the held file without a claim") {
  Split split;
  split.open_set({.needs_renumbering = true});
  split.level("HL*1**20*1~", 0);
  split.level("HL*2*1*22*0~", 1);
  split.splitter.withhold_levels(false);
  split.level("HL*3*1*22*0~", 1);
  split.claim("CLM*A*1~", to_clean);
  split.close_set("SE*6*0001");
  split.close();
  CHECK(split.held() == "ISA*H~GS*H~ST*837*0001~BHT*0019~HL*1**20*1~HL*2*1*22*0~SE*5*0001~GE*1*1~IEA*1*1~");
  CHECK(split.clean() ==
        "ISA*C~GS*C~ST*837*0001~BHT*0019~HL*1**20*1~HL*2*1*22*0~CLM*A*1~SE*6*0001~GE*1*1~IEA*1*1~");
}

TEST_CASE("ClaimSplitter: an interchange without claims stays in the clean file if it is to be kept") {
  ClaimSplitter::Trailers const iea{.clean = {"", "IEA*1*1", "~"}, .held = {"", "IEA*1*1", "~"}};
  for (bool const keep : {false, true}) {
    Split split;
    split.splitter.close_group({}, '*', false, keep);
    split.splitter.close_interchange(iea, '*', false, keep, "TEXT ");
    // The text before one that is not kept stays all the same.
    CHECK(split.clean() == (keep ? "ISA*C~GS*C~IEA*1*1~" : "TEXT "));
    CHECK(split.held() == "");
  }
}

TEST_CASE("ClaimSplitter: a rerun has control numbers of its own, in the elements that hold them alone") {
  Split plain;
  Split rerun({.surface = {}, .numbers = ControlNumbers{41}});
  ClaimSplitter::EnvelopeNumber const isa{EnvelopeLevel::interchange, 13, "000000007", 1};
  std::string const header = "ISA*00*A*00*B*ZZ*S*ZZ*R*260914*1200*^*00501*000000007*0*P*:";
  CHECK(plain.splitter.renumbered(isa, header, {}) == header);
  auto const text = rerun.splitter.renumbered(isa, header, {});
  CHECK(text != header);
  CHECK(text.starts_with(header.substr(0, header.find("000000007"))));
  CHECK(text.ends_with("*0*P*:"));
  ClaimSplitter::EnvelopeNumber const gs{EnvelopeLevel::group, 6, "1", 2};
  CHECK(rerun.splitter.renumbered(gs, "GS*HC*S*R*20260914*1200*1*X*V", {}) !=
        "GS*HC*S*R*20260914*1200*1*X*V");
  ClaimSplitter::EnvelopeNumber const st{EnvelopeLevel::set, 2, "0001", 1};
  CHECK(rerun.splitter.renumbered(st, "ST*837*0001", {}) == "ST*837*0001");
}

TEST_CASE("ClaimSplitter: segments go to the clean file mended, to the held file as received") {
  Split split({.surface = {.strip = true}, .numbers = {}});
  split.open_set();
  split.level("HL*1**20*0~", 0);
  Units const unit("  CLM*A*1~ LX*1~");
  split.splitter.claim(unit.all()[0], unit.block(), {}, std::nullopt, true, to_clean);
  split.splitter.claim(unit.all()[0], unit.block(), {}, std::nullopt, true, to_held);
  CHECK(split.clean().ends_with("HL*1**20*0~CLM*A*1~LX*1~"));
  CHECK(split.held().ends_with("HL*1**20*0~  CLM*A*1~ LX*1~"));
}

}  // namespace
}  // namespace scrub837::test::claim_splitter_test
