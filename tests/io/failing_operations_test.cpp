#include <doctest/doctest.h>

#include <cstring>
#include <functional>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/publisher.hpp"
#include "src/io/write_whole.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/fake_file_system.hpp"

namespace scrub837::test::failing_operations_test {
namespace {

std::string error_of(std::function<void()> const& work) {
  try {
    work();
  } catch (EnvironmentError const& error) {
    return error.what();
  }
  return {};
}

// Lets each operation of a kind fail as long as it lives.
class Failing {
 public:
  Failing(Operation operation, int error) { fake_.fail_from(operation, 1, error); }

 private:
  FakeFileSystem fake_;
  FileSystemInUse used_{fake_};
};

// One output and its summary, as a run publishes them.
void publish(std::filesystem::path const& folder) {
  Publisher publisher(folder, "night");
  write_at(publisher.open_temporary(".clean.837").get(), "claims", 0,
           publisher.path_of(".clean.837").string());
  auto const problem = publisher.publish({".clean.837"}, {}, "{}");
  if (!problem.empty()) throw EnvironmentError(problem);
}

void check_failing(Operation operation, int error, std::string const& expected) {
  CAPTURE(expected);
  TemporaryFolder const folder;
  auto const message = [&] {
    Failing const failing(operation, error);
    return error_of([&] { publish(folder.path()); });
  }();
  CHECK(message.find(expected) != std::string::npos);
  CHECK(message.find(folder.path().string()) != std::string::npos);
  CHECK(message.find(std::strerror(error)) != std::string::npos);
  CHECK(message.find("another run") == std::string::npos);
  CHECK(names_in(folder.path()) == "");
  // Nothing is in the way of the next run.
  CHECK(error_of([&] { publish(folder.path()); }) == "");
  CHECK(names_in(folder.path()) == "night.clean.837 night.summary.json");
}

}  // namespace

TEST_CASE("publishing: an operation that fails is named with its file, and leaves nothing behind") {
  check_failing(Operation::mode, EPERM, "cannot set the permissions of ");
  check_failing(Operation::write, ENOSPC, "cannot write ");
  check_failing(Operation::lock, ENOLCK, "cannot lock ");
  check_failing(Operation::lock, ENOTSUP, "cannot lock ");
  check_failing(Operation::sync, EIO, "cannot sync ");
  check_failing(Operation::rename, EIO, "cannot rename ");
}

TEST_CASE("publishing: an output's temporary that can't be protected goes with the others") {
  TemporaryFolder const folder;
  {
    Publisher publisher(folder.path(), "night");
    Failing const failing(Operation::mode, EPERM);
    auto const message = error_of([&] { publisher.open_temporary(".held.837"); });
    CHECK(message.find(".night.held.837.tmp") != std::string::npos);
  }
  CHECK(names_in(folder.path()) == "");
}

TEST_CASE("publishing: a lock that fails takes nothing away from a run that has it") {
  TemporaryFolder const folder;
  {
    Publisher first(folder.path(), "night");
    CHECK(error_of([&] { publish(folder.path()); }).find("another run is writing") != std::string::npos);
    {
      Failing const failing(Operation::lock, ENOLCK);
      CHECK(error_of([&] { publish(folder.path()); }).find("cannot lock ") != std::string::npos);
    }
    CHECK(first.publish({}, {}, "{}") == "");
  }
  CHECK(names_in(folder.path()) == "night.summary.json");
}

TEST_CASE("a file that can't be protected, synced or renamed is not there at all") {
  TemporaryFolder const folder;
  auto const path = folder / "a.csv";
  auto const write = [&] { write_whole(path, "one"); };
  {
    Failing const failing(Operation::mode, EPERM);
    CHECK(error_of(write).find("cannot set the permissions of ") != std::string::npos);
  }
  {
    Failing const failing(Operation::rename, EIO);
    CHECK(error_of(write).find(" to " + path.string()) != std::string::npos);
  }
  CHECK(names_in(folder.path()) == "");
}

}  // namespace scrub837::test::failing_operations_test
