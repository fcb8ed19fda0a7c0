#include "src/cli/sent_numbers.hpp"

#include <doctest/doctest.h>

#include "tests/cli/good_and_bad.hpp"
#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/scrub/short_files.hpp"
#include "tests/support/typed_cells.hpp"

namespace scrub837::test::sent_numbers_of_night_test {
namespace {

TEST_CASE("rerun: a control number that the clean file of the night has for another claim is told") {
  TemporaryFolder const folder;
  write_file(folder / "night.837", file_of(st() + provider("1*") + subscriber("2*1") + good("G1") +
                                           "PWK*NN*EL***AC*ACN0001~" + bad("H1") + se(14)));
  auto const at = folder.path().string();
  REQUIRE(run_binary({"scrub", "--out", "out", "--select", "NAR,ATT", "night.837"}, at).code == 1);
  auto const rerun = [&](std::string const& number, std::string const& out) {
    auto const typed = with_typed(read_file(folder / "out/night.worklist.csv"), 0,
                                  {{Typed::narrative, "COMPLEX WOUND CARE LEFT HEEL 45 MIN"},
                                   {Typed::attachment_type, "NN"},
                                   {Typed::attachment_transmission, "EL"},
                                   {Typed::attachment_control_number, number}});
    write_file(folder / "typed.csv", typed);
    return run_binary(
        {"rerun", "--worklist", "typed.csv", "out/night.held.837", "--out", out, "--select", "NAR,ATT"}, at);
  };
  auto const reused = rerun("ACN0001", "sent");
  CHECK(reused.code == 0);
  CHECK(reused.out.find("the control number went out before, for claim G1") != std::string::npos);
  CHECK(rerun("ACN0002", "other").out.find("went out before") == std::string::npos);
}

}  // namespace
}  // namespace scrub837::test::sent_numbers_of_night_test
