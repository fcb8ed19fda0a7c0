#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "scrub837/scrub.hpp"

namespace scrub837 {

/// What the inputs on the command line come to, or why they can't be used.
struct InputList {
  std::vector<InputFile> files;
  std::string error;  ///< empty if all is well
  std::string clash;  ///< two inputs whose outputs would bear the same names; empty if none
  std::vector<std::string>
      unread;  ///< what to say of each input that can't be read or looked at; the rest is found
  std::vector<std::string> passed_over;    ///< files in folders that are not X12, sorted
  std::vector<std::string> empty_folders;  ///< folders in which nothing was found
  /// Held files in folders beside which a later rerun of them stands: their claims went out, or are in that.
  std::vector<std::string> superseded;
  bool several = false;  ///< a folder or more than one input: the run has outputs of its own (run_base)
};

/// The stem of the outputs of a whole run. An input of that stem keeps its whole name in such a run.
constexpr std::string_view run_base = "run";

/// Whether a file that is no X12 is a lost batch, although it was only found in a folder: its name says that
/// it has claims (.837, .837p, .x12, .edi, each also with .gz).
[[nodiscard]] bool is_called_x12(std::filesystem::path const& path);

/// Which files a command takes.
enum class InputKind : std::uint8_t {
  received,  ///< known extensions, or X12 by their first bytes; our own clean and held files are left out
  held,      ///< `*.held.837` alone: what a rerun takes. In a folder the latest of each
  any,       ///< received, and our own clean and held files: where a claim is looked up
};

/// Finds the files behind the given names: files, folders (recursive) and `-`. Each gets the stem of its
/// outputs; where two would share one, both keep their whole name. Outputs of `night.held.837` are named
/// `night.rerun.…`, those of its rerun's held file `night.rerun2.…`: nothing that was sent is overwritten.
/// Hidden files and folders below a folder are left out.
[[nodiscard]] InputList find_inputs(std::span<std::string const> names, InputKind kind = InputKind::received);

/// Gives each input of a list the stem of its outputs: where two would share one, both keep their whole name.
/// Before, each has the stem that its name alone gives.
void name_outputs(InputList& list, InputKind kind = InputKind::received);

/// The stem of the outputs of a held file's rerun: night.held.837 becomes night.rerun, night.rerun.held.837
/// becomes night.rerun2.
[[nodiscard]] std::string stem_of_rerun(std::string const& held);

/// The stem of an input's outputs: its name without `.gz` and without a known extension.
[[nodiscard]] std::string output_stem(std::string const& name);

/// Whether an output below `out` would overwrite an input. \return what is wrong, or empty.
/// Throws EnvironmentError where that can't be known.
[[nodiscard]] std::string find_collision(std::span<InputFile const> files, std::filesystem::path const& out,
                                         std::span<std::string const> suffixes);

}  // namespace scrub837
