#include "scrub837/profile.hpp"

#include <fmt/format.h>

#include <sstream>

#include "scrub837/rule.hpp"
#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/text/near_name.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

constexpr std::string_view help =
    "scrub837 profile check FILE...   find mistakes in payer profiles\n"
    "scrub837 profile show --payer ID --profiles FILE...\n"
    "                                 show the profile that applies to a payer\n";

int check_profiles(std::span<std::string const> files) {
  if (files.empty()) throw UsageError{"profile check needs at least one profile file"};
  confine_quietly();
  auto const mistakes = Profiles::mistakes(files);
  for (auto const& mistake : mistakes) complain("scrub837: {}\n", mistake);
  if (!mistakes.empty()) return usage;
  auto const count = Profiles::read_files(files)->all().size();
  fmt::print("ok: {} {}\n", count, count == 1 ? "profile" : "profiles");
  return everything_went_out;
}

/// What `show` is asked about.
struct Asked {
  std::string payer, name, receiver, filing;
  std::vector<std::string> files;
};

void print_profile(Profile const& profile) {
  fmt::print("profile {}\nsource: {}\n", displayed(profile.name), displayed(profile.source));
  std::size_t width = 0;
  for (auto const& [key, said] : profile.said)
    width = std::max(width, key.size() + said.value.size() + std::string_view(" = ").size());
  constexpr std::size_t widest = 60;
  width = std::min(width, widest);
  for (auto const& [key, said] : profile.said) {
    fmt::print("  {:<{}}  # {}, {}:{}\n", fmt::format("{} = {}", key, displayed(said.value)), width,
               displayed(said.profile), displayed(said.file), said.line);
  }
  bool const own = std::any_of(profile.codes.begin(), profile.codes.end(),
                               [](CodeDemands const& section) { return section.code != unlisted_family; });
  if (own && profile.requirements("", true) != nullptr)
    fmt::print("A section for one code overrides codes.unlisted.\n");
}

int show_profile(std::span<std::string const> arguments) {
  Asked asked;
  options::options_description shown("Options");
  shown.add_options()("payer", options::value(&asked.payer)->value_name("ID"), "payer id (2010BB NM109)")  //
      ("name", options::value(&asked.name)->value_name("N"), "payer name (2010BB NM103)")                  //
      ("receiver", options::value(&asked.receiver)->value_name("R"), "receiver (GS03 or ISA08)")           //
      ("filing", options::value(&asked.filing)->value_name("F"), "claim filing indicator (SBR09)")         //
      ("profiles", options::value(&asked.files)->value_name("FILE")->multitoken(), "profile files");
  try {
    options::variables_map values;
    options::store(
        options::command_line_parser(std::vector<std::string>(arguments.begin(), arguments.end()))
            .options(shown)
            .positional({})
            .style(options::command_line_style::unix_style & ~options::command_line_style::allow_guessing)
            .run(),
        values);
    options::notify(values);
  } catch (options::error const& error) {
    throw UsageError{error.what()};
  }
  if (asked.files.empty()) throw UsageError{"--profiles FILE is missing"};
  if (asked.payer.empty() && asked.name.empty() && asked.receiver.empty() && asked.filing.empty())
    throw UsageError{"--payer ID is missing, or --name, --receiver or --filing"};
  confine_quietly();
  auto const profiles = Profiles::read_files(asked.files);
  auto const* const found =
      profiles->match({asked.payer, asked.name, asked.receiver, asked.receiver, asked.filing});
  if (found == nullptr) {
    fmt::print("No profile applies: these claims are checked without a profile.\n");
  } else {
    print_profile(*found);
  }
  return everything_went_out;
}

int run_profile(std::span<std::string const> arguments) {
  if (!arguments.empty() && arguments[0] == "--help") {
    fmt::print(
        "{}\n"
        "Options of show:\n"
        "  --payer ID       payer id (2010BB NM109)\n"
        "  --name N         payer name (2010BB NM103)\n"
        "  --receiver R     receiver (GS03 or ISA08)\n"
        "  --filing F       claim filing indicator (SBR09)\n"
        "  --profiles FILE  profile files, as for scrub and check\n\n"
        "Example:\n"
        "  scrub837 profile show --payer 09102 --profiles samples/profiles/*.toml\n",
        help);
    return everything_went_out;
  }
  constexpr std::array<std::string_view, 2> actions{"check", "show"};
  if (arguments.empty()) throw UsageError{"profile must be followed by check or show"};
  if (arguments[0] == "check") return check_profiles(arguments.subspan(1));
  if (arguments[0] == "show") return show_profile(arguments.subspan(1));
  throw UsageError{fmt::format("profile must be followed by check or show, not {}; did you mean {}?",
                               arguments[0], near_name(arguments[0], actions))};
}

}  // namespace

constexpr Command profile{"profile", "check payer profiles, or show the one for a payer", run_profile};

}  // namespace scrub837::cli
