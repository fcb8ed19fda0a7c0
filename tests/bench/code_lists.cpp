// Measures code lists: how long each file takes to load, what its codes take in memory, and how long a
// look-up takes. scripts/bench-codes makes the files.

#include "scrub837/code_lists.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "src/config/load_code_lists.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// The codes of a list in an order that no cache foresees.
std::vector<std::string> shuffled(std::vector<std::string> codes) {
  std::uint64_t state = 837;
  for (std::size_t i = codes.size(); i > 1; --i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    std::swap(codes[i - 1], codes[(state >> 33U) % i]);
  }
  return codes;
}

void measure(std::string const& path) {
  auto const start = Clock::now();
  auto list = scrub837::load_code_list(path);
  auto const load = seconds_since(start);
  auto const kind = list.kind;
  auto const day = list.holds.last;
  auto const codes = shuffled(list.codes.all());
  auto const size = list.codes.size();
  auto const bytes = list.codes.bytes();
  scrub837::CodeLists lists;
  lists.add(std::move(list));
  constexpr std::size_t look_ups = 2'000'000;
  std::uint64_t right = 0;
  auto const begin = Clock::now();
  for (std::size_t i = 0; i < look_ups; ++i)
    right += lists.look_up(kind, codes[i % codes.size()], day) == scrub837::CodeVerdict::listed ? 1U : 0U;
  constexpr double nanoseconds = 1e9, milliseconds = 1e3, kilobyte = 1024;
  fmt::print(
      "{:<18} {:>8} codes {:>8.0f} KB {:>6.1f} bytes each {:>8.1f} ms to load {:>6.0f} ns a look-up ({} "
      "right)\n",
      scrub837::name_of(kind), size, static_cast<double>(bytes) / kilobyte,
      static_cast<double>(bytes) / static_cast<double>(size), load * milliseconds,
      seconds_since(begin) / look_ups * nanoseconds, right);
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) measure(argv[i]);
}
