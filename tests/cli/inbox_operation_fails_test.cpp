#include <doctest/doctest.h>

#include <array>
#include <cerrno>
#include <map>

#include "tests/cli/run_in_process.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/fake_file_system.hpp"
#include "tests/support/file_builder.hpp"

// A whole pass over an inbox, in which each operation on the disk fails once, one after the other.
namespace scrub837::test::inbox_operation_fails_test {
namespace {

namespace fs = std::filesystem;

std::string file_of(std::string const& claims, std::string const& control) {
  return file_with(interchange_with(group_with(set_with("0001", claims)), control));
}

class Inbox {
 public:
  Inbox() {
    write_file(folder_ / "in/a.837", file_of(claim_with("A"), "000000001"));
    write_file(folder_ / "in/north/b.837",
               file_of(claim_with("B", "SV1*HC:99600*125*UN*1***1~") + claim_with("C"), "000000002"));
    write_file(folder_ / "in/letter.txt", "Dear sirs\n");
  }
  [[nodiscard]] Ran run() const {
    auto const path = [this](std::string const& name) { return (folder_ / name).string(); };
    return run_in_process({"inbox", "--inbox", path("in"), "--out", path("out"), "--archive", path("archive"),
                           "--quarantine", path("quarantine"), "--ledger", path("ledger.db"), "--min-age",
                           "0"});
  }
  // How often each claim is in a clean or held file.
  [[nodiscard]] std::map<std::string, int> claims() const {
    std::map<std::string, int> counts;
    if (!fs::exists(folder_ / "out")) return counts;
    for (auto const& entry : fs::recursive_directory_iterator(folder_ / "out")) {
      auto const name = entry.path().filename().string();
      if (name.starts_with('.') || !name.ends_with(".837")) continue;
      auto const text = read_file(entry.path());
      for (auto at = text.find("CLM*"); at != text.npos; at = text.find("CLM*", at + 1))
        ++counts[text.substr(at + 4, text.find('*', at + 4) - at - 4)];
    }
    return counts;
  }
  // Each input is in the inbox, the archive or the quarantine; a copy to another disk may not be cleaned up.
  [[nodiscard]] bool has_all_inputs() const {
    auto const there = [this](std::string const& name, std::string const& other) {
      return fs::exists(folder_ / "in" / name) || fs::exists(folder_ / other / name);
    };
    return there("a.837", "archive") && there("north/b.837", "archive") && there("letter.txt", "quarantine");
  }

 private:
  TemporaryFolder folder_;
};

TEST_CASE(
    "every operation of an inbox pass fails once: nothing is half done, and the next pass completes it") {
  std::map<std::string, int> const once{{"A", 1}, {"B", 1}, {"C", 1}};
  std::array<std::size_t, operation_count> counts{};
  {
    Inbox const whole;
    FakeFileSystem fake;
    FileSystemInUse const in_use(fake);
    REQUIRE(whole.run().code == 3);
    for (std::size_t i = 0; i < operation_count; ++i) counts.at(i) = fake.count(static_cast<Operation>(i));
    REQUIRE(whole.claims() == once);
  }
  std::size_t failed = 0;
  for (std::size_t i = 0; i < operation_count; ++i) {
    auto const operation = static_cast<Operation>(i);
    for (std::size_t nth = 1; nth <= counts.at(i); ++nth) {
      CAPTURE(std::string(name_of(operation)));
      CAPTURE(nth);
      Inbox const inbox;
      {
        FakeFileSystem fake;
        FileSystemInUse const in_use(fake);
        fake.fail(operation, nth, ENOSPC);
        auto const ran = inbox.run();
        CAPTURE(ran.err);
        if (!fake.failed()) continue;
        ++failed;
        // 2: the inbox itself, before any work. What is only tried may fail without a word.
        bool const told = ran.code == 4 || ran.code == 2;
        CHECK((told || (ran.code == 3 && inbox.claims() == once)));
        if (ran.code == 4) CHECK(ran.err.find("No space left on device") != std::string::npos);
      }
      for (auto const& [claim, times] : inbox.claims()) CHECK(times == 1);
      CHECK(inbox.has_all_inputs());
      auto const next = inbox.run();
      CAPTURE(next.err);
      CHECK((next.code == 3 || next.code == 1 || next.code == 0));
      CHECK(inbox.claims() == once);
    }
  }
  MESSAGE("inbox: " << failed << " operations failed");
  CHECK(failed > 150);
}

}  // namespace
}  // namespace scrub837::test::inbox_operation_fails_test
