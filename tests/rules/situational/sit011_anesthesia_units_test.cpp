#include <doctest/doctest.h>

#include "tests/support/rule_test.hpp"

namespace scrub837::test::sit011_anesthesia_units_test {
namespace {

std::string line(std::string const& procedure, std::string const& basis) {
  return "SV1*" + procedure + "*125*" + basis + "*15***1~";
}

TEST_CASE("SIT011 anesthesia-units") {
  rule_test("SIT011", {.valid =
                           {
                               line("HC:00100", "MJ"),
                               line("HC:01992:AA", "MJ"),
                               line("HC:01953", "UN"),
                               line("HC:01996", "UN"),
                               line("HC:99213", "UN"),
                               line("HC:00099", "UN"),
                               line("HC:02000", "UN"),
                               line("HC:0101T", "UN"),
                               line("ER:00400", "UN"),
                               line("ER:99213", "MJ"),
                               // Unlisted: another rule's.
                               line("HC:01999:::::ANESTHESIA FOR HERNIA REPAIR", "UN"),
                               line("HC:01999:::::ANESTHESIA FOR HERNIA REPAIR", "MJ"),
                               line("HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN", "MJ"),
                               // Neither of the two: the guide's own rules report it.
                               line("HC:00400", ""),
                               line("HC:00400", "DA"),
                               line("HC:99213", "DA"),
                           },
                       .invalid = {
                           {.segments = line("HC:00100", "UN"), .at = "SV103"},
                           {.segments = line("HC:01998:AA", "UN"), .at = "SV103"},
                           {.segments = line("HC:99213", "MJ"), .at = "SV103"},
                           {.segments = line("HC:01953", "MJ"), .at = "SV103"},
                           {.segments = line("HC:01996", "MJ"), .at = "SV103"},
                           {.segments = line("HC:00099", "MJ"), .at = "SV103"},
                           {.segments = line("HC:02000", "MJ"), .at = "SV103"},
                           {.segments = line("HC:J1885", "MJ"), .at = "SV103"},
                       }});
}

}  // namespace
}  // namespace scrub837::test::sit011_anesthesia_units_test
