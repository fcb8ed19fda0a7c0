#include <doctest/doctest.h>

#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::env021_not_to_be_sent_test {
namespace {

// A file of one claim. \param usage ISA15 \param receiver ISA08
std::string file_for(std::string const& usage, std::string receiver) {
  receiver.resize(15, ' ');
  return file_with("ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*" + receiver +
                   "*260914*1200*^*00501*000000001*0*" + usage + "*:~");
}

Settings sending(std::vector<std::string> usage, std::vector<std::string> receivers) {
  Settings settings;
  settings.send = {.usage = std::move(usage), .receivers = std::move(receivers)};
  return settings;
}

TEST_CASE("ENV021: what may be sent goes out") {
  auto const file = file_for("P", "CLEARSAMPLE");
  for (auto const& settings : {Settings{}, sending({"P"}, {}), sending({}, {"OTHER", "CLEARSAMPLE"}),
                               sending({"T", "P"}, {"CLEARSAMPLE"})}) {
    auto const run = scrub_text(file, settings);
    CHECK(count_of(run, "ENV021") == 0);
    CHECK(run.claims(Disposition::held) == 0);
  }
}

TEST_CASE("ENV021: test data and other receivers are held, whatever lets claims out") {
  for (auto settings : {sending({"P"}, {}), sending({"P", "X"}, {"CLEARSAMPLE"})}) {
    for (auto const hold : {Hold::error, Hold::never}) {
      settings.hold = hold;
      auto const run = scrub_text(file_for("T", "CLEARSAMPLE"), settings);
      CHECK(found_of(run, "ENV021").element == "ISA15");
      CHECK(run.claims(Disposition::held) == 1);
      CHECK(run.clean.empty());
    }
  }
  auto const run = scrub_text(file_for("P", "SOMEBODY"), sending({"P"}, {"CLEARSAMPLE"}));
  CHECK(found_of(run, "ENV021").element == "ISA08");
  CHECK(run.claims(Disposition::held) == 1);
}

TEST_CASE("ENV021: an interchange without claims of ours is left alone") {
  auto const run = scrub_text(
      "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*CLEARSAMPLE    "
      "*260914*1200*^*00501*000000001*0*T*:~GS*HP*A*B*20260914*1200*1*X*005010X221A1~"
      "ST*835*0001~BPR*I*5*C*CHK~SE*3*0001~GE*1*1~IEA*1*000000001~",
      sending({"P"}, {}));
  CHECK(count_of(run, "ENV021") == 0);
}

}  // namespace
}  // namespace scrub837::test::env021_not_to_be_sent_test
