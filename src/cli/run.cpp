#include "src/cli/run.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <system_error>

#include "scrub837/code_lists.hpp"
#include "src/cli/command.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/config/config_node.hpp"
#include "src/io/errors.hpp"
#include "src/narrative/specific_codes.hpp"
#include "src/text/near_name.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

constexpr std::array commands{&scrub,     &check,       &rerun,         &letters,       &tree,    &show,
                              &exporting, &redact_file, &rules,         &explain,       &profile, &codes,
                              &inbox_run, &history,     &status_of_run, &private_files, &doctor};

void print_help() {
  fmt::print("scrub837 {}: scrubs 837P claims (005010X222A1)\n", version());
  for (auto const* const command : commands)
    fmt::print("  scrub837 {:<8} {}\n", command->name, command->summary);
  fmt::print(
      "scrub837 COMMAND --help prints the options of a command.\n"
      "Exit codes: 0 every claim went out, 1 a claim is held, 2 wrong usage,\n"
      "3 an input is not valid X12, 4 system error (disk, permissions).\n\n"
      "Example:\n"
      "  scrub837 scrub inbox/ --out outbox/\n");
}

// What is still in the buffer may find the disk full, or nobody who reads.
int after_only_printing(int code) {
  if (std::fflush(stdout) != 0)
    throw std::system_error(errno, std::generic_category(), "cannot write the output");
  return exit_code_after_printing(code);
}

int dispatch(std::span<std::string const> words) {
  if (words.empty() || words[0] == "--help" || words[0] == "help") {
    print_help();
    return after_only_printing(words.empty() ? usage : everything_went_out);
  }
  if (words[0] == "--version") {
    fmt::print("scrub837 {} (unlisted codes of {}, listed home visits of {}, places of service of {})\n",
               version(), UnlistedCodes::date(), specific_codes_date(),
               CodeLists::date(CodeListKind::place_of_service));
    return after_only_printing(everything_went_out);
  }
  for (auto const* const command : commands) {
    if (command->name != words[0]) continue;
    int const code = command->run(words.subspan(1));
    return command->writes_files ? exit_code_after_printing(code) : after_only_printing(code);
  }
  std::vector<std::string_view> names;
  names.reserve(std::size(commands));
  for (auto const* const command : commands) names.push_back(command->name);
  throw UsageError{
      fmt::format("there is no command {}; did you mean {}?", words[0], near_name(words[0], names))};
}

}  // namespace

int run(std::span<std::string const> words) {
  try {
    return dispatch(words);
  } catch (UsageError const& error) {
    complain("scrub837: {}\nTry scrub837 --help.\n", displayed(error.message));
    return usage;
  } catch (ConfigError const& error) {
    complain("scrub837: {}\n", error.message);
    return usage;
  } catch (EnvironmentError const& error) {
    complain("scrub837: {}\n", displayed(error.what()));
    return environment;
  } catch (std::system_error const& error) {
    // Who reads what is printed has seen enough: `| head`.
    if (error.code() == std::errc::broken_pipe) {
      std::signal(SIGPIPE, SIG_DFL);
      std::raise(SIGPIPE);
    }
    complain("scrub837: {}\n", displayed(error.what()));
    return environment;
  } catch (std::exception const& error) {
    // Memory or the like; what() of the standard library holds nothing of the input.
    complain("scrub837: {}\n", displayed(error.what()));
    return environment;
  }
}

}  // namespace scrub837::cli
