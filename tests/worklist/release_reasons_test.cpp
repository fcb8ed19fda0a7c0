#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "src/worklist/typed_answers.hpp"

namespace scrub837::test::release_reasons_test {

TEST_CASE("typed reason: it says why the claim may go out as it is, or who decided") {
  std::ifstream file(SCRUB837_SOURCE_DIR "/tests/worklist/release_reasons.tsv");
  int accepted = 0;
  int refused = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#' || line.starts_with("verdict\t")) continue;
    auto const tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    auto const verdict = line.substr(0, tab);
    auto const reason = line.substr(tab + 1);
    CAPTURE(std::string(reason));
    REQUIRE((verdict == "accepted" || verdict == "refused"));
    CHECK((fault_of_reason(reason).empty() ? "accepted" : "refused") == verdict);
    ++(verdict == "accepted" ? accepted : refused);
  }
  CHECK(accepted >= 130);
  CHECK(refused >= 180);
}

TEST_CASE("typed reason: what lets a claim out again that was sent does not release another error") {
  for (auto const* const reason :
       {"rejected by clearinghouse", "Clearinghouse rejected first submission", "payer has no record of it",
        "front end reject, 277CA 11/20", "first batch was lost in transmission", "never received by payer",
        "file was refused at the gateway", "rejected on 277CA A7:562", "payer says not on file, resubmit",
        "previous claim denied at front end", "not received by payer per phone call",
        "claims rejected by payer portal", "batch was rejected, 999 with R"}) {
    CAPTURE(std::string(reason));
    CHECK(fault_of_reason(reason, ReasonFor::sending_again) == "");
  }
  for (auto const* const reason : {"rejected by clearinghouse", "file was refused at the gateway"}) {
    CAPTURE(std::string(reason));
    CHECK(fault_of_reason(reason) != "");
  }
  for (auto const* const reason :
       {"do not send", "duplicate", "hold", "ask Kelly", "x", "already paid", "void"}) {
    CAPTURE(std::string(reason));
    CHECK(fault_of_reason(reason, ReasonFor::sending_again) != "");
  }
}

}  // namespace scrub837::test::release_reasons_test
