#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "src/guide/bound_guide.hpp"
#include "src/guide/table.hpp"

// A companion guide asks for more than the guide, never for less.

namespace scrub837::test::companion_narrows_test {
namespace {

guide::TableResult read(std::string const& rows) {
  return guide::read_companion("guide DEMO narrows 005010X222A1\n\n" + rows + "\n",
                               guide::shipped_guide()->table());
}

TEST_CASE("a companion guide narrows") {
  for (auto const* const rows :
       {"2000A PRV R", "2300 REF REF01=G1 R", "2300 PWK N", "2300 PWK S 2", "2010AA N3 R", "2000B SBR : 03R",
        "2000B SBR : 04N", "2300 CLM : 01R", "2300 CLM : 16N"}) {
    CAPTURE(std::string(rows));
    CHECK(std::holds_alternative<guide::Table>(read(rows)));
  }
}

TEST_CASE("a companion guide that widens is refused, where it does") {
  struct Case {
    std::string rows;
    std::string_view at;  // the rest of its line
  };
  for (auto const& one : std::vector<Case>{{"2010AB N3 S", "S"},
                                           {"2010AA N3 N", "N"},
                                           {"2300 CLM : 06S", "S"},
                                           {"2300 CLM : 16S", "S"},
                                           {"2300 CLM : 16R", "R"},
                                           {"2300 CLM : 05R(01S)", "S)"},
                                           {"2300 PWK S 20", "20"},
                                           {"2300 PWK S *", "*"}}) {
    CAPTURE(one.rows);
    auto const result = read(one.rows);
    auto const* const fault = std::get_if<guide::TableFault>(&result);
    REQUIRE(fault != nullptr);
    CAPTURE(fault->message);
    CHECK(fault->line == 3);
    CHECK(fault->column == one.rows.size() - one.at.size() + 1);
  }
}

TEST_CASE("a file of claims that is given as a guide is not shown") {
  auto const result =
      guide::read_companion("ISA*00*SECRET~NM1*IL*1*DOE*JANE~", guide::shipped_guide()->table());
  auto const* const fault = std::get_if<guide::TableFault>(&result);
  REQUIRE(fault != nullptr);
  CHECK(guide::described(*fault, "claims.837").find("DOE") == std::string::npos);
  CHECK(guide::described(*fault, "claims.837").find("claims.837:1:1: ") == 0);
}

}  // namespace
}  // namespace scrub837::test::companion_narrows_test
