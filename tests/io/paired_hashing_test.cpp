#include "src/io/paired_hashing.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "src/io/errors.hpp"
#include "src/io/input.hpp"
#include "src/io/work_queue.hpp"
#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::paired_hashing_test {
namespace {

std::string text_of(std::size_t size, char first) {
  std::string text(size, first);
  for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(first + static_cast<char>(i % 23));
  return text;
}

std::string digest_of(Sha256& hash) { return hash.finish(); }

TEST_CASE("two streams that are hashed together have the digests that each has alone") {
  // Around the ends of blocks, and behind parts of a block.
  for (std::size_t const before : {0U, 1U, 63U, 64U, 65U, 127U}) {
    for (std::size_t const size : {0U, 1U, 62U, 64U, 127U, 128U, 129U, 1000U, 4096U}) {
      auto const x = text_of(before + size, 'a');
      auto const y = text_of(7 + size / 2, 'A');
      Sha256 a;
      Sha256 b;
      a.update(std::string_view(x).substr(0, before));
      b.update(std::string_view(y).substr(0, 7));
      Sha256::update_both(a, std::string_view(x).substr(before), b, std::string_view(y).substr(7));
      CHECK(digest_of(a) == sha256(x));
      CHECK(digest_of(b) == sha256(y));
    }
  }
}

TEST_CASE("what waits is hashed with whatever comes, in its order, and given back when it is done") {
  holds(200, [] {
    auto const sizes = any_list({-300, 300});
    std::string input;
    std::string output;
    for (auto const size : sizes) {
      (size < 0 ? input : output) += text_of(static_cast<std::size_t>(size < 0 ? -size : size), 'a');
    }
    PairedHashing hashing;
    Sha256 of_input;
    Sha256 of_output;
    std::vector<std::size_t> done;
    std::size_t in = 0;
    std::size_t out = 0;
    std::size_t steps = 0;
    for (auto const size : sizes) {
      auto const count = static_cast<std::size_t>(size < 0 ? -size : size);
      if (size < 0) {
        hashing.add_later(of_input, std::string_view(input).substr(in, count),
                          [&done, step = steps] { done.push_back(step); });
        ++steps;
        in += count;
      } else {
        hashing.add(of_output, std::string_view(output).substr(out, count));
        out += count;
      }
      ensure(steps - done.size() <= 2U);
    }
    hashing.finish();
    ensure_equal(done.size(), steps);
    ensure(std::is_sorted(done.begin(), done.end()));
    ensure_equal(of_input.finish(), sha256(input));
    ensure_equal(of_output.finish(), sha256(output));
  });
}

TEST_CASE("work of a queue is done in order; what fails is told once, and the rest is dropped") {
  WorkQueue queue;
  std::string done;
  queue.run();
  queue.add([&] { done += "a"; });
  queue.add([&] {
    done += "b";
    queue.add([&] { done += "c"; });
  });
  queue.run();
  CHECK(done == "abc");
  queue.add([] { throw EnvironmentError("disk full"); });
  queue.add([&] { done += "d"; });
  CHECK_THROWS_AS(queue.run(), EnvironmentError);
  queue.run();
  CHECK(done == "abc");
}

TEST_CASE("an input that is taken later has the same digest, and its bytes are given back") {
  auto const text = text_of(10000, 'a');
  std::string_view const all = text;
  auto input = Input::from_bytes(text);
  WorkQueue queue;
  int given_back = 0;
  auto const done = [&] { ++given_back; };
  input.take_later(queue, 0, all.substr(0, 3000), done);
  input.take_later(queue, 1000, all.substr(1000, 1000), done);  // nothing new
  CHECK(given_back == 1);
  input.take_later(queue, 2000, all.substr(2000, 3000), done);
  queue.run();
  CHECK(input.bytes_taken() == 5000);
  CHECK(input.sha256() == sha256(text));
  CHECK(given_back == 3);
}

}  // namespace
}  // namespace scrub837::test::paired_hashing_test
