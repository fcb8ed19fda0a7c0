#include <doctest/doctest.h>

#include <functional>

#include "src/io/errors.hpp"
#include "src/io/publisher.hpp"
#include "src/io/write_whole.hpp"
#include "tests/io/failing_call.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test {
namespace {

std::string error_of(std::function<void()> const& work) {
  try {
    work();
  } catch (EnvironmentError const& error) {
    return error.what();
  }
  return {};
}

// One output and its summary, as a run publishes them.
void publish(std::filesystem::path const& folder) {
  Publisher publisher(folder, "night");
  write_at(publisher.open_temporary(".clean.837").get(), "claims", 0, "night");
  publisher.publish({".clean.837"}, {}, "{}");
}

template <typename... Arguments>
void check_failing(int (*SystemCalls::*call)(Arguments...), int error, std::string const& expected) {
  CAPTURE(expected);
  TemporaryFolder const folder;
  auto const message = [&] {
    FailingCall const failing(call, error);
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

TEST_CASE("publishing: a system call that fails is named with its file, and leaves nothing behind") {
  check_failing(&SystemCalls::fchmod, EPERM, "cannot set the permissions of ");
  check_failing(&SystemCalls::ftruncate, EIO, "cannot truncate ");
  check_failing(&SystemCalls::flock, ENOLCK, "cannot lock ");
  check_failing(&SystemCalls::flock, ENOTSUP, "cannot lock ");
  check_failing(&SystemCalls::fsync, EIO, "cannot sync ");
  check_failing(&SystemCalls::rename, EIO, "cannot rename to ");
}

TEST_CASE("publishing: an output's temporary that can't be protected goes with the others") {
  TemporaryFolder const folder;
  {
    Publisher publisher(folder.path(), "night");
    FailingCall const failing(&SystemCalls::fchmod, EPERM);
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
      FailingCall const failing(&SystemCalls::flock, ENOLCK);
      CHECK(error_of([&] { publish(folder.path()); }).find("cannot lock ") != std::string::npos);
    }
    first.publish({}, {}, "{}");
  }
  CHECK(names_in(folder.path()) == "night.summary.json");
}

TEST_CASE("a file that can't be protected, synced or renamed is not there at all") {
  TemporaryFolder const folder;
  auto const path = folder / "a.csv";
  auto const write = [&] { write_whole(path, "one"); };
  {
    FailingCall const failing(&SystemCalls::fchmod, EPERM);
    CHECK(error_of(write).find("cannot set the permissions of ") != std::string::npos);
  }
  {
    FailingCall const failing(&SystemCalls::rename, EIO);
    CHECK(error_of(write).find("cannot rename to " + path.string()) != std::string::npos);
  }
  CHECK(names_in(folder.path()) == "");
}

}  // namespace scrub837::test
