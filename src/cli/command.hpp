#pragma once

#include <boost/program_options.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/settings.hpp"
#include "src/cli/log.hpp"
#include "src/config/config_file.hpp"
#include "src/io/input_files.hpp"
#include "src/scrub/envelope_scrubber.hpp"
#include "src/scrub/scrub_file.hpp"

namespace scrub837::cli {

namespace options = boost::program_options;

/// Exit codes (docs/contract.md).
enum ExitCode : int { everything_went_out = 0, claims_held = 1, usage = 2, unreadable = 3, environment = 4 };

/// A command of the program: a file of its own, found by the table in main.cpp.
struct Command {
  std::string_view name;
  std::string_view summary;
  int (*run)(std::span<std::string const> arguments);
  bool writes_files =
      false;  ///< it prints by say(): its files are made whole, whatever happens to the screen
};

extern Command const scrub, check, rerun, letters, tree, show, exporting, redact_file, rules, explain,
    profile, codes, inbox_run, history, status_of_run, private_files, doctor;

/// Wrong usage: printed with a hint, exit code 2.
struct UsageError {
  std::string message;
};

/// Options that `scrub` and `check` share.
struct CommonOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> select, ignore;
  std::vector<std::string> severities;  ///< RULE=LEVEL
  std::vector<std::string> profiles;    ///< payer profile files
  std::vector<std::string> snip;        ///< SNIP types, as 1-4 or 1,2,5
  std::string guide;                    ///< file of a companion guide
  std::vector<std::string> codes;       ///< code list files
  std::string hold;                     ///< empty: not given
  std::string config;
  ConfigFile from_file;  ///< what the configuration file says
  std::string
      options_for_rerun;  ///< as they were typed, ` --config night.toml`: a rerun has to be given them too
  std::vector<std::string> reported_options;  ///< for summary.json, with those of the configuration file
  bool unsafe_fixes = false, info = false, optional_rows = false, minimum_necessary = false,
       all_claims = false, html = false, xlsx = false, quiet = false, verbose = false;
  bool expect_input = false;  ///< a folder without input is an error
  std::string log;            ///< file to log to; empty: none
  std::string log_level;      ///< empty: not given
  std::string ledger;         ///< file of the ledger; empty: there is none
  int sent_days = 365;        ///< how far back it is asked what went out
  bool is_inbox = false;      ///< the command is `inbox`: of the configuration file, [inbox] counts first
  bool takes_inputs = true;   ///< the command needs files or folders
  unsigned jobs = 1;
  std::size_t block_size = default_block_size;
};

/// Declares the shared options; those about what is read, and those about what is written.
void add_common(options::options_description& description, CommonOptions& common);
/// How claims are judged; the configuration, and what is printed: the parts of add_common().
void add_judging(options::options_description& description, CommonOptions& common);
void add_general(options::options_description& description, CommonOptions& common);
void add_inputs(options::options_description& description, CommonOptions& common);
void add_outputs(options::options_description& description, CommonOptions& common);
void add_ledger(options::options_description& description, CommonOptions& common);
/// Parses arguments, then the configuration file for what they leave open; throws UsageError.
/// \return false if help was printed
bool parse(std::span<std::string const> arguments, options::options_description const& shown,
           std::string_view usage_line, std::string_view example, CommonOptions& common);
/// What the options and the configuration file ask for. Throws UsageError.
[[nodiscard]] Settings make_settings(CommonOptions const& common);

/// Whether each input must have outputs of its own.
enum class Outputs : std::uint8_t { shared, distinct };
/// Inputs as files; throws UsageError.
/// \param tell is told of each input that can't be read or looked at, while the other files are done
[[nodiscard]] InputList inputs_of(CommonOptions const& common, InputKind kind, Outputs outputs,
                                  std::function<void(std::string const&)> const& tell);

/// A bar on standard error, if that is a terminal and the work takes longer than a second.
class ProgressBar {
 public:
  explicit ProgressBar(bool wanted);
  ~ProgressBar();
  ProgressBar(ProgressBar const&) = delete;
  ProgressBar& operator=(ProgressBar const&) = delete;
  [[nodiscard]] Progress for_file(std::string name);
  void clear();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace scrub837::cli
