#include "src/io/input.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include <array>

#include "src/io/errors.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::input_test {
namespace {

std::string packed(std::string const& bytes) {
  TemporaryFolder folder;
  auto const path = (folder / "x.gz").string();
  auto* const file = ::gzopen(path.c_str(), "wb");
  REQUIRE(file != nullptr);
  if (!bytes.empty()) ::gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  ::gzclose(file);
  return read_file(path);
}

std::string all_of(Input& input, std::size_t step = 1000) {
  std::string text;
  std::string buffer(step, '\0');
  for (;;) {
    auto const count = input.read_at(buffer, text.size());
    input.take(text.size(), {buffer.data(), count});
    text.append(buffer, 0, count);
    if (count < step) return text;
  }
}

std::string some_text() {
  std::string text;
  for (int i = 0; i < 60000; ++i) text += std::to_string(i) + "~";
  return text;
}

TEST_CASE("Input: a file is read from any offset, and its digest is of all of it") {
  TemporaryFolder folder;
  auto const text = some_text();
  write_file(folder / "a.837", text);
  auto input = Input::open(folder / "a.837");
  CHECK((all_of(input) == text));
  CHECK((all_of(input) == text));
  CHECK(input.bytes_taken() == text.size());
  CHECK(input.sha256() == sha256(text));
}

TEST_CASE("Input: bytes that were taken twice, in part or not at all are hashed once") {
  auto const text = some_text();
  auto input = Input::from_bytes(text);
  std::string_view const all = text;
  input.take(0, all.substr(0, 1000));
  input.take(500, all.substr(500, 2000));
  input.take(0, all.substr(0, 700));
  input.take(2500, all.substr(2500, 1));
  CHECK(input.bytes_taken() == 2501);
  CHECK(input.sha256() == sha256(text));
  CHECK(input.bytes_taken() == text.size());
}

TEST_CASE("Input: a .gz is unpacked, whatever its name; offsets are of the content, the digest of the file") {
  TemporaryFolder folder;
  auto const text = some_text();
  for (std::string const name : {"a.837.gz", "b.837"}) {
    auto const bytes = packed(text);
    write_file(folder / name, bytes);
    auto input = Input::open(folder / name);
    CHECK((all_of(input) == text));
    CHECK(input.size() == text.size());
    CHECK(input.sha256() == sha256(bytes));
    CHECK((read_file(folder / name) == bytes));
  }
}

TEST_CASE("Input: several packed members are one input; padding behind is none; an empty one is empty") {
  TemporaryFolder folder;
  write_file(folder / "two.gz", packed("first") + packed("second") + std::string(100, '\0'));
  auto input = Input::open(folder / "two.gz");
  CHECK(all_of(input) == "firstsecond");
  write_file(folder / "none.gz", packed(""));
  auto none = Input::open(folder / "none.gz");
  CHECK(all_of(none).empty());
}

TEST_CASE("Input: of a .gz that is cut or broken no byte is handed out, and its digest is the file's") {
  TemporaryFolder folder;
  auto const whole = packed(some_text());
  auto broken = whole;
  broken.replace(broken.size() / 2, 20, 20, '\xFF');
  for (auto const& bytes : {whole.substr(0, whole.size() / 2), whole.substr(0, 12), broken}) {
    write_file(folder / "damaged.gz", bytes);
    auto input = Input::open(folder / "damaged.gz");
    CHECK(input.damaged());
    CHECK(input.size() == 0);
    CHECK(all_of(input).empty());
    CHECK(input.sha256() == sha256(bytes));
  }
}

// The reading end of a pipe that holds these bytes, and no more will come.
FileDescriptor pipe_with(std::string const& bytes) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  FileDescriptor reading(ends[0]);
  FileDescriptor const writing(ends[1]);
  REQUIRE(::write(writing.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  return reading;
}

TEST_CASE("Input: a pipe is an input too, packed or not, and can be read again") {
  auto const text = some_text().substr(0, 20000);
  for (auto const& bytes : {text, packed(text), packed(text) + packed("")}) {
    auto const pipe = pipe_with(bytes);
    auto input = Input::open("/dev/fd/" + std::to_string(pipe.get()));
    CHECK_FALSE(input.damaged());
    CHECK((all_of(input) == text));
    CHECK((all_of(input) == text));
    CHECK(input.sha256() == sha256(bytes));
  }
  auto const cut = packed(text).substr(0, 500);
  auto const pipe = pipe_with(cut);
  auto input = Input::open("/dev/fd/" + std::to_string(pipe.get()));
  CHECK(input.damaged());
  CHECK(input.size() == 0);
  CHECK(input.sha256() == sha256(cut));
}

TEST_CASE("Input: a file that is not there is an error of the environment") {
  CHECK_THROWS_AS(Input::open("/nowhere/at/all.837"), EnvironmentError);
}

}  // namespace
}  // namespace scrub837::test::input_test
