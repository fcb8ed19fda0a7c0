#include <fmt/format.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "scrub837/code_lists.hpp"
#include "scrub837/settings.hpp"
#include "src/claim/calendar_day.hpp"
#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/inbox_options.hpp"
#include "src/config/config_node.hpp"
#include "src/inbox/inbox_lock.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/ledger/history.hpp"
#include "src/ledger/ledger.hpp"
#include "src/text/utc_time.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

constexpr mode_t of_others = S_IRWXG | S_IRWXO;
constexpr std::uint64_t gigabyte = std::uint64_t{1} << 30U;

enum class Health : std::uint8_t { well, warning, sick };

// What was looked at, and what to do about it.
class Diagnosis {
 public:
  void well(std::string_view what) { add(Health::well, what, {}); }
  void warn(std::string_view what, std::string_view to_do) { add(Health::warning, what, to_do); }
  void sick(std::string_view what, std::string_view to_do) { add(Health::sick, what, to_do); }
  /// Looks at something; what throws is wrong with it.
  void look(std::string_view to_do, std::function<void()> const& examine) {
    try {
      examine();
    } catch (EnvironmentError const& error) {
      sick(error.what(), to_do);
    }
  }
  [[nodiscard]] bool is_sick() const { return problems_ > 0; }
  void print_summary() const {
    if (problems_ + warnings_ == 0) return fmt::print("Everything is in order.\n");
    fmt::print("{} to mend, {} to look at.\n", problems_, warnings_);
  }

 private:
  void add(Health health, std::string_view what, std::string_view to_do) {
    constexpr std::string_view names[] = {"ok     ", "look at", "MEND   "};
    fmt::print("{}  {}\n", names[static_cast<std::size_t>(health)], displayed(what));
    if (!to_do.empty()) fmt::print("         {}\n", displayed(to_do));
    if (health == Health::sick) ++problems_;
    if (health == Health::warning) ++warnings_;
  }
  unsigned problems_ = 0, warnings_ = 0;
};

// \param open_to_others files arrive there from other users
void examine_folder(Diagnosis& diagnosis, std::string const& name, fs::path const& folder,
                    bool open_to_others) {
  auto const what = fmt::format("{} {}", name, folder.string());
  if (folder.empty())
    return diagnosis.sick(fmt::format("{} is not set", name), fmt::format("Set {} in [inbox].", name));
  FileStatus status{};
  if (!file_system().status(folder, status)) {
    if (errno == ENOENT && !open_to_others)
      return diagnosis.warn(what + " does not exist yet",
                            "The first pass with a file makes it; or make it yourself, mode 0700.");
    return diagnosis.sick(system_error("cannot access " + folder.string()).what(),
                          fmt::format("Make the folder, or correct {} in [inbox].", name));
  }
  if (!S_ISDIR(status.st_mode)) return diagnosis.sick(what + " is no folder", "Correct [inbox].");
  if (::access(folder.c_str(), R_OK | W_OK | X_OK) != 0)
    return diagnosis.sick(what + " may not be read and written by this user",
                          "Give it to the user that scrub837 runs as: chown, chmod 0700.");
  if ((status.st_mode & S_IWOTH) != 0 && (status.st_mode & S_ISVTX) == 0)
    return diagnosis.warn(what + " can be written by everybody",
                          "chmod o-w: anybody could put claims there, or take them away.");
  if ((status.st_mode & of_others) != 0 && !open_to_others)
    return diagnosis.warn(what + " is open to other users", "chmod 0700: patients' data are in it.");
  diagnosis.well(what);
}

// As the pass itself asks it.
void examine_configuration(Diagnosis& diagnosis, InboxOptions const& wanted, CommonOptions const& common) {
  auto const& config = common.from_file;
  if (auto const problem = rivalry_of(wanted, common.ledger); !problem.empty())
    diagnosis.sick(problem, "Correct [inbox].");
  auto const metrics = std::ranges::find(config.inbox, "metrics", &ConfigFile::Option::name);
  if (metrics != config.inbox.end()) {
    auto const folder = folder_of_output(metrics->values.front());
    if (!is_directory(look_at(folder)) || ::access(folder.c_str(), W_OK | X_OK) != 0)
      diagnosis.sick("metrics " + metrics->values.front() + " cannot be written",
                     "Make its folder, or correct metrics in [inbox].");
  }
  for (auto const& usage : config.send_usage) {
    if (usage != "P" && usage != "T")
      diagnosis.sick("usage " + usage + " in [send] is no ISA15", "It is P (production) or T (test).");
  }
}

void examine_space(Diagnosis& diagnosis, std::string const& name, fs::path const& folder) {
  struct statvfs space {};
  if (folder.empty() || ::statvfs(folder.c_str(), &space) != 0) return;
  auto const free = std::uint64_t{space.f_bavail} * space.f_frsize;
  auto const what =
      fmt::format("{:.1f} GB free for {}", static_cast<double>(free) / static_cast<double>(gigabyte), name);
  if (free < gigabyte / 20) return diagnosis.sick(what, "Make room: nothing can be written.");
  if (free < gigabyte)
    return diagnosis.warn(what, "Make room: a night needs about three times the size of its files.");
  diagnosis.well(what);
}

// A run that is stuck keeps all others out.
void examine_lock(Diagnosis& diagnosis, fs::path const& folder) {
  auto const path = folder / ".scrub837.lock";
  if (!is_regular_file(look_at(path))) return;
  auto const held = inbox::holding(path);
  if (!held) return;
  auto const since = inbox::seconds_of(held->since);
  constexpr std::time_t too_long = 60L * 60;
  auto const what = fmt::format("a run{} is at work since {}",
                                held->process.empty() ? "" : " (process " + held->process + ")", held->since);
  if (since && std::time(nullptr) - *since > too_long)
    return diagnosis.sick(what, "It is stuck: look at it, and end it.");
  diagnosis.well(what);
}

void examine_ledger(Diagnosis& diagnosis, std::string const& path) {
  if (path.empty()) return diagnosis.sick("ledger is not set", "Set ledger in [inbox].");
  auto const key = ledger::key_file_of(path);
  if (!exists(look_at(path)) && !exists(look_at(key)))
    return diagnosis.warn(fmt::format("ledger {} does not exist yet", path), "The first pass makes it.");
  if (exists(look_at(path)) && !exists(look_at(key)))
    return diagnosis.sick(fmt::format("the key of the ledger, {}, is missing", key.string()),
                          "Restore it from a backup: without it no claim that was sent is recognized.");
  for (fs::path const& file : {fs::path(path), key}) {
    FileStatus status{};
    if (file_system().status(file, status) && (status.st_mode & of_others) != 0)
      diagnosis.sick(fmt::format("{} is open to other users", file.string()), "chmod 0600.");
  }
  ledger::Ledger ledger(path);
  if (auto const damage = ledger.damage(); !damage.empty())
    return diagnosis.sick("the ledger is damaged: " + damage, "Restore it from a backup.");
  auto const run = ledger::run_entry(ledger, 0);
  diagnosis.well(
      fmt::format("ledger {}: sound; {}", path,
                  run ? fmt::format("last run {} begun {}", run->id, run->started) : "no run yet"));
  if (!run) return;
  auto const begun = inbox::seconds_of(run->started);
  if (begun && *begun > std::time(nullptr) + 60)
    diagnosis.sick("the clock is behind the last run", "Set the clock; let NTP keep it.");
  if (run->ended.empty())
    diagnosis.warn(fmt::format("run {} has no end", run->id),
                   "It is at work, or was cut off; then the next pass completes it.");
}

void examine_clock(Diagnosis& diagnosis) {
  constexpr std::time_t built = 1'790'000'000;  // 2026: no claim file is older than this program
  auto const now = std::time(nullptr);
  if (now < built)
    return diagnosis.sick("the clock says " + utc_time(now), "Set the clock; let NTP keep it.");
  diagnosis.well("clock " + utc_time(now));
}

Day today() {
  auto const text = utc_time(std::time(nullptr));
  return day_of(text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2));
}

// A list that has ended says little about today's services.
void examine_lists(Diagnosis& diagnosis, Settings const& settings) {
  bool loaded = false;
  for (std::size_t kind = 0; kind < code_list_kinds; ++kind) {
    for (auto const& list : settings.code_lists->lists_of(static_cast<CodeListKind>(kind))) {
      if (list.file.empty()) continue;
      loaded = true;
      auto const what = fmt::format("{} {} ({})", name_of(list.kind), list.edition, list.file);
      if (list.holds.last != 0 && list.holds.last < today()) {
        diagnosis.warn(fmt::format("{} ended {}", what, format_day(list.holds.last)),
                       "Load the present edition; docs/code-lists.md says where to get it.");
      } else {
        diagnosis.well(what);
      }
    }
  }
  if (!loaded)
    diagnosis.well(
        "no code lists of your own: diagnoses, HCPCS codes and taxonomies are not looked up "
        "(docs/code-lists.md)");
}

int run_doctor(std::span<std::string const> arguments) {
  CommonOptions common;
  common.is_inbox = true;
  common.takes_inputs = false;
  InboxOptions wanted;
  options::options_description shown("Options");
  add_folders(shown, wanted);
  add_ledger(shown, common);
  add_general(shown, common);
  if (!parse(arguments, shown, "scrub837 doctor   what is wrong with this installation, and what to do",
             "scrub837 doctor --config /etc/scrub837/scrub837.toml", common)) {
    return everything_went_out;
  }
  auto const settings = make_settings(common);
  Diagnosis diagnosis;
  if (common.config.empty()) {
    diagnosis.warn("no configuration file", "Name it with --config FILE.");
  } else {
    diagnosis.well("configuration " + common.config);
  }
  diagnosis.look("", [&] { examine_configuration(diagnosis, wanted, common); });
  diagnosis.look("", [&] { examine_folder(diagnosis, "inbox", wanted.inbox, true); });
  diagnosis.look("", [&] { examine_folder(diagnosis, "out", wanted.out, false); });
  diagnosis.look("", [&] { examine_folder(diagnosis, "archive", wanted.archive, false); });
  diagnosis.look("", [&] { examine_folder(diagnosis, "quarantine", wanted.quarantine, false); });
  examine_space(diagnosis, "out", wanted.out);
  examine_space(diagnosis, "archive", wanted.archive);
  if (!common.ledger.empty()) examine_space(diagnosis, "the ledger", folder_of_output(common.ledger));
  if (!wanted.inbox.empty()) diagnosis.look("", [&] { examine_lock(diagnosis, wanted.inbox); });
  diagnosis.look("", [&] { examine_ledger(diagnosis, common.ledger); });
  examine_clock(diagnosis);
  examine_lists(diagnosis, settings);
  diagnosis.print_summary();
  return diagnosis.is_sick() ? environment : everything_went_out;
}

}  // namespace

constexpr Command doctor{"doctor", "what is wrong with this installation", run_doctor};

}  // namespace scrub837::cli
