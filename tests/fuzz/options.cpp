#include "tests/fuzz/options.hpp"

#include <string>

#include "tests/fuzz/input.hpp"

namespace scrub837::test {

char const* const usage =
    "scrub837_mutate [--seed N] [--from N] [--count N] [--files DIR]... [--out DIR] [--hang SECONDS] [--slow "
    "SECONDS]\n"
    "scrub837_mutate --replay FILE [--plan MODE,BLOCK,SEED]\n"
    "scrub837_mutate --write DIR [--seed N] [--from N] [--count N] [--files DIR]...\n"
    "  Scrubs mutated files in process and checks what must never happen. Same seed, same inputs.\n"
    "  --files    valid files to start from, beside the generated ones (the samples)\n"
    "  --out      folder for the minimized inputs that failed\n"
    "  --hang     an input that takes longer (real time) is a hang (60); --slow: longer in CPU time fails "
    "(5)\n"
    "  --replay   runs the checks on one file: with a plan that a failure printed, or with all settings\n"
    "  --write    writes the mutated files into the folder and checks nothing\n";

std::optional<Options> options_of(int count, char** arguments) {
  Options options;
  for (int i = 1; i < count; i += 2) {
    std::string const name = arguments[i];
    if (i + 1 == count) return std::nullopt;
    std::string const value = arguments[i + 1];
    if (name == "--seed") {
      options.seed = std::stoull(value);
    } else if (name == "--from") {
      options.from = std::stoull(value);
    } else if (name == "--count") {
      options.count = std::stoull(value);
    } else if (name == "--files") {
      options.folders.emplace_back(value);
    } else if (name == "--out") {
      options.out = value;
    } else if (name == "--hang") {
      options.hang = std::stod(value);
    } else if (name == "--slow") {
      options.slow = std::stod(value);
    } else if (name == "--replay") {
      options.replay = value;
    } else if (name == "--write") {
      options.write = value;
    } else if (name == "--plan") {
      auto const parts = split_text(value, ',');
      if (parts.size() != 3) return std::nullopt;
      options.plan = Plan{static_cast<std::uint32_t>(std::stoul(parts[0])),
                          static_cast<std::uint32_t>(std::stoul(parts[1])), std::stoull(parts[2])};
    } else {
      return std::nullopt;
    }
  }
  return options;
}

}  // namespace scrub837::test
