#include "tests/fuzz/census.hpp"
#include "tests/fuzz/other_transactions.hpp"
#include "tests/property/invariants.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/header.hpp"
#include "tests/support/memory_run.hpp"

// What is no 837P comes out byte for byte, and the data of BIN and BDS is opaque.

namespace scrub837::test::invariants_other_test {
namespace {

// An interchange of another transaction, with blanks and line ends where people's programs leave them.
std::string untidy_other(std::uint64_t seed, bool institutional) {
  Random random(seed);
  DocumentPart like;
  like.tail = random.one_in(2) ? "~" : "~\r\n";
  Document document(other_interchange(random, like));
  while (!institutional && document.bytes().find("CLM") != std::string::npos) {
    document = Document(other_interchange(random, like));
  }
  constexpr std::string_view blanks[] = {" ", "  ", "\t", "\r\n", " \n"};
  for (std::size_t i = 1; i < document.parts.size(); ++i) {
    auto& part = document.parts[i];
    if (part.id == "BIN" || part.id == "BDS") continue;
    if (random.one_in(5)) part.lead += random.of(blanks);
    if (random.one_in(6)) part.body.insert(random.below(part.body.size()), random.one_in(2) ? "\n" : "\r\n");
    if (random.one_in(8)) part.body += like.element;
  }
  return document.bytes();
}

TEST_CASE(
    "invariant 2: a file without an 837P comes out byte for byte, whatever blanks and line ends it has") {
  holds(300, [] {
    auto const count = any_in({1, 4});
    std::string bytes;
    for (int i = 0; i < count; ++i) {
      // A claim of another kind of 837 is no 837P either.
      bytes += untidy_other(any_seed(), any_flag());
    }
    // The last terminator is lost, with what followed it.
    if (any_flag(4)) bytes.resize(bytes.rfind('~'));
    for (std::uint32_t const mode : {0U, 1U, 3U}) {
      auto const run = run_with_reports(bytes, judge_of(mode));
      ensure_equal(run.clean, bytes);
      ensure(run.held.empty());
      ensure_equal(run.outcome.totals.in.claims, 0U);
    }
  });
}

TEST_CASE("invariant 2: between claims that are fixed and held, other interchanges stay as they are") {
  holds(250, [] {
    auto const other = untidy_other(any_seed(), true) + "\n";
    auto const first = small_file(true);
    auto const second = small_file(true);
    auto const mode = one_of({0U, 1U, 4U});
    auto const run = run_with_reports(first + other + second, judge_of(mode));
    auto const census = census_of(other);
    for (auto const& interchange : census.other_interchanges) {
      ensure(run.clean.find(interchange) != std::string::npos);
    }
    ensure(run.outcome.totals.in.claims ==
           run_with_reports(first + second, judge_of(mode)).outcome.totals.in.claims);
  });
}

TEST_CASE("invariant 2: mixed and damaged files: sets and interchanges that are no 837P are never changed") {
  holds(200, [] {
    auto const bytes =
        mutated(small_file() + untidy_other(any_seed(), true) + small_file(), some_mutations(4));
    auto const checked = check_input(bytes, {static_cast<std::uint32_t>(any_below(6)), 0, 0});
    ensure_equal(complaints(checked, {"throws", "file that", "set that", "interchange that"}), "");
  });
}

// X12 text of the data is neither read nor counted nor edited, wherever it stands.
TEST_CASE("invariant 3: data of BIN and BDS is opaque") {
  holds(250, [] {
    constexpr std::string_view texts[] = {"CLM*X1*100***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99600*100*UN*1***1~",
                                          "SE*3*0001~GE*1*1~IEA*1*000000001~",
                                          "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER    "
                                          "   *260914*1200*^*00501*000000009*0*P*:~",
                                          "HL*9*8*22*0~NM1*IL*1*DOE*JO****MI*M1~",
                                          "  two  blanks  ~  \r\n\r\n~",
                                          "BIN*5*~~~~~~",
                                          "SV1*HC:99600::::: WOUND  CARE *1*UN*1***1 ~"};
    std::string data;
    auto const count = any_in({1, 4});
    for (int i = 0; i < count; ++i) data += texts[any_below(7)];
    auto const segment =
        (any_flag() ? "BIN*" : "BDS*ASC*") + std::to_string(data.size()) + "*" + data + "~\n";
    auto const interchange =
        isa_segment("000000771") + "~\n" +
        "GS*PI*A*B*20260914*1200*71*X*006020X314~\nST*275*0001*006020X314~\nBGN*11*1*20260914~\nEFI*05~\n" +
        segment + "SE*5*0001~\nGE*1*71~\nIEA*1*000000771~\n";
    auto const before = small_file(true);
    auto const mode = one_of({0U, 1U, 3U});
    auto const run = run_with_reports(before + interchange, judge_of(mode));
    ensure(run.clean.find(interchange) != std::string::npos);
    ensure_equal(run.outcome.totals.in.claims,
                 run_with_reports(before, judge_of(mode)).outcome.totals.in.claims);
    auto const pieces = run_with_reports(before + interchange, judge_of(mode), {.block_size = 64});
    ensure_equal(pieces.clean, run.clean);
  });
}

}  // namespace
}  // namespace scrub837::test::invariants_other_test
