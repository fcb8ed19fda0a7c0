#include "src/io/sink.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <string>

#include "src/io/errors.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::sink_test {
namespace {

std::string content(Sink& sink) {
  std::string text;
  sink.read_all([&](std::string_view bytes) { text.append(bytes); });
  return text;
}

constexpr std::size_t border = 1U << 20U;  // beyond it a sink is a file

TEST_CASE("a sink keeps small outputs in memory and opens no file") {
  Sink sink([]() -> FileDescriptor { throw EnvironmentError("opened"); });
  sink.append("abc");
  sink.append("def");
  sink.patch(2, 'C');
  sink.truncate(5);
  CHECK(sink.size() == 5);
  CHECK(content(sink) == "abCde");
}

TEST_CASE("a sink that can't be written says which one, whoever writes it") {
  auto const full = [] { return FileDescriptor(::open("/dev/full", O_RDWR | O_CLOEXEC)); };
  auto const message = [](auto const& write) -> std::string {
    try {
      write();
    } catch (EnvironmentError const& error) {
      return error.what();
    }
    return {};
  };
  Sink at_once(full, nullptr, "out/a.clean.837");
  at_once.append("abc");
  CHECK(message([&] { at_once.flush(); }).find("out/a.clean.837") != std::string::npos);
  WorkQueue queue;
  Sink later(full, &queue, "out/b.clean.837");
  later.append(std::string(border, 'a'));
  CHECK(message([&] { queue.run(); }).find("out/b.clean.837") != std::string::npos);
}

TEST_CASE("a sink is cut and changed on both sides of the border between file and memory") {
  Sink sink([] { return open_private_temporary(); });
  std::string const large(border + 10, 'a');
  sink.append(large);
  sink.append("tail");
  CHECK(sink.size() == large.size() + 4);
  sink.patch(3, 'X');
  sink.patch(large.size(), 'T');
  auto expected = large + "Tail";
  expected[3] = 'X';
  CHECK((content(sink) == expected));
  // Cut in memory, at the border, in the file, and go on.
  for (auto const size :
       {expected.size() - 1, large.size(), large.size() - 5, std::size_t{7}, std::size_t{0}}) {
    sink.truncate(size);
    expected.resize(size);
    CHECK(sink.size() == size);
    CHECK((content(sink) == expected));
  }
  sink.append("again");
  CHECK(content(sink) == "again");
  CHECK(static_cast<bool>(sink.flush()));
  CHECK(content(sink) == "again");
}

TEST_CASE("a sink that keeps nothing counts") {
  Sink sink(nullptr);
  sink.append("abcdef");
  sink.patch(1, 'X');
  CHECK(sink.size() == 6);
  sink.truncate(2);
  CHECK(sink.size() == 2);
  CHECK(content(sink).empty());
}

TEST_CASE("a sink does what a string does, whatever the order of calls") {
  holds(
      60,
      [] {
        Sink sink([] { return open_private_temporary(); });
        std::string mirror;
        auto const steps = any_rows({{0, 4}, {0, 1 << 30}});
        for (auto const& step : steps) {
          auto const what = step[0];
          auto const value = static_cast<std::size_t>(step[1]);
          if (what == 0) {
            std::string const bytes(value % 300000, static_cast<char>('a' + value % 26));
            sink.append(bytes);
            mirror += bytes;
          } else if (what == 1 && !mirror.empty()) {
            sink.patch(value % mirror.size(), '#');
            mirror[value % mirror.size()] = '#';
          } else if (what == 2 && value % 4 == 0) {
            sink.truncate(value % (mirror.size() + 1));
            mirror.resize(value % (mirror.size() + 1));
          } else if (what == 3 && value % 8 == 0) {
            sink.flush();
          }
          ensure_equal(sink.size(), mirror.size());
        }
        ensure_equal(content(sink), mirror);
      },
      60);
}

}  // namespace
}  // namespace scrub837::test::sink_test
