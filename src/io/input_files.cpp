#include "src/io/input_files.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "src/io/begins_like_x12.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837 {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> extensions{".837", ".837p", ".edi", ".x12", ".txt"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  return text;
}

bool ends_with(std::string const& name, std::string_view end) { return lower(name).ends_with(end); }

std::string without_gz(std::string name) {
  if (ends_with(name, ".gz") && name.size() > 3) name.resize(name.size() - 3);
  return name;
}

constexpr std::string_view held_end = ".held.837";
constexpr std::string_view rerun_mark = ".rerun";

std::string stem_of(std::string const& name, InputKind kind) {
  if (kind == InputKind::held) return stem_of_rerun(name);
  auto stem = without_gz(name);
  for (auto const extension : extensions) {
    if (ends_with(stem, extension) && stem.size() > extension.size()) {
      stem.resize(stem.size() - extension.size());
      break;
    }
  }
  return stem;
}

bool has_extension(std::string const& name, std::span<std::string_view const> of) {
  auto const plain = without_gz(name);
  return std::any_of(of.begin(), of.end(), [&](auto extension) { return ends_with(plain, extension); });
}

bool is_held(std::string const& name) { return has_extension(name, std::array{held_end}); }

// What scrub wrote: claim files, which are not read again, and reports.
bool is_our_output(std::string const& name) {
  constexpr std::array<std::string_view, 8> endings{".clean.837",       held_end,       ".findings.jsonl",
                                                    ".findings.csv",    ".claims.csv",  ".worklist.csv",
                                                    ".attachments.csv", ".summary.json"};
  return has_extension(name, endings);
}

// For a disk that doesn't tell it with the name. What can't be looked at is not a folder.
FolderEntry::Type type_by_status(fs::path const& path) {
  FileStatus status{};
  if (!file_system().status_of_link(path, status)) return FolderEntry::Type::unknown;
  if (S_ISREG(status.st_mode)) return FolderEntry::Type::file;
  return S_ISDIR(status.st_mode) ? FolderEntry::Type::folder : FolderEntry::Type::unknown;
}

// A link to a folder is not followed, as it may lead back up. What can't even be looked at fails when it is
// opened, and is named then.
bool leads_to_file(fs::path const& path) {
  FileStatus status{};
  if (file_system().status(path, status)) return S_ISREG(status.st_mode);
  return errno != ENOENT;
}

// Whether a file in a folder is an input, by its name or else by its first bytes; what is not is noted.
bool is_input(fs::path const& path, InputKind kind, InputList& list) {
  auto const name = path.filename().string();
  if (kind == InputKind::held) return is_held(name);
  if (kind == InputKind::any && has_extension(name, std::array<std::string_view, 2>{".clean.837", held_end}))
    return true;
  if (is_our_output(name)) return false;
  if (has_extension(name, extensions)) return true;
  try {
    if (begins_like_x12(path)) return true;
    list.passed_over.push_back(path.string());
  } catch (EnvironmentError const& error) {
    list.unread.emplace_back(error.what());
  }
  return false;
}

// Of what is neither a file nor a folder, a pipe or a link that leads nowhere, is told that it was passed
// over.
bool is_folder_behind_link(fs::path const& path) {
  FileStatus status{};
  return file_system().status(path, status) && S_ISDIR(status.st_mode);
}

// Folders that can't be read are noted; what stands beside them is found.
std::vector<fs::path> files_below(fs::path const& top, InputKind kind, InputList& list) {
  std::vector<fs::path> found;
  std::vector<fs::path> folders{top};
  while (!folders.empty()) {
    auto const folder = std::move(folders.back());
    folders.pop_back();
    std::vector<FolderEntry> entries;
    if (!file_system().list(folder, entries))
      list.unread.emplace_back(system_error("cannot read the folder " + folder.string()).what());
    for (auto const& [name, type] : entries) {
      if (name.starts_with('.')) continue;
      auto const path = folder / name;
      auto const here = type == FolderEntry::Type::unknown ? type_by_status(path) : type;
      if (here == FolderEntry::Type::folder) {
        folders.push_back(path);
      } else if (here == FolderEntry::Type::file || leads_to_file(path)) {
        if (is_input(path, kind, list)) found.push_back(path);
      } else if (kind != InputKind::held && !is_folder_behind_link(path)) {
        list.passed_over.push_back(path.string());
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Whether the other is of a later rerun of the same held file: night.rerun.000000120.held.837 beside
// night.rerun.held.837 or night.rerun.000000100.held.837. All that was held then is in it.
bool is_repeat(fs::path const& held, fs::path const& other) {
  if (held.parent_path() != other.parent_path()) return false;
  constexpr std::size_t digits = 9;
  auto const parts = [](fs::path const& path) {
    auto stem = without_gz(path.filename().string());
    stem.resize(stem.size() - held_end.size());
    std::string number;
    auto const dot = stem.size() > digits ? stem.size() - digits - 1 : 0;
    if (dot > 0 && stem[dot] == '.' && stem.find_first_not_of("0123456789", dot + 1) == stem.npos) {
      number = stem.substr(dot + 1);
      stem.resize(dot);
    }
    return std::pair(std::move(stem), std::move(number));
  };
  auto const [stem, number] = parts(held);
  auto const [later_stem, later] = parts(other);
  return stem == later_stem && later > number && stem.find(rerun_mark) != stem.npos;
}

// Whether a later rerun wrote its outputs beside a held file, or below a folder that mirrors its own: what is
// still held of it is there, and the rest went out. \param all held files that were found
bool is_superseded(fs::path const& top, fs::path const& held, std::vector<fs::path> const& all) {
  if (std::ranges::any_of(all, [&](fs::path const& other) { return is_repeat(held, other); })) return true;
  auto const next = stem_of_rerun(held.filename().string());
  if (fs::exists(look_at(held.parent_path() / (next + ".summary.json")))) return true;
  auto const later =
      held.parent_path().lexically_relative(top).lexically_normal() / (next + std::string(held_end));
  auto const end = (fs::path("/") / later.lexically_normal()).string();
  return std::ranges::any_of(all, [&](fs::path const& other) { return other.string().ends_with(end); });
}

void add_folder(fs::path const& folder, InputKind kind, InputList& list) {
  auto found = files_below(folder, kind, list);
  if (kind == InputKind::held) {
    auto const all = found;
    std::erase_if(found, [&](fs::path const& path) {
      bool const older = is_superseded(folder, path, all);
      if (older) list.superseded.push_back(path.string());
      return older;
    });
  }
  if (found.empty()) list.empty_folders.push_back(folder.string());
  for (auto const& path : found) {
    auto const name = path.filename().string();
    auto below = path.parent_path().lexically_relative(folder);
    if (below == ".") below.clear();
    list.files.push_back({path, path.string(), std::move(below), stem_of(name, kind), false});
  }
}

}  // namespace

std::string stem_of_rerun(std::string const& held) {
  auto stem = without_gz(held);
  if (ends_with(stem, held_end)) stem.resize(stem.size() - held_end.size());
  auto const at = stem.rfind(rerun_mark);
  if (at == std::string::npos) return stem + std::string(rerun_mark);
  auto const number = std::string_view(stem).substr(at + rerun_mark.size());
  unsigned times = 1;
  if (!number.empty()) {
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), times);
    if (error != std::errc{} || end != number.data() + number.size()) return stem + std::string(rerun_mark);
  }
  return stem.substr(0, at + rerun_mark.size()) + std::to_string(times + 1);
}

bool is_called_x12(fs::path const& path) {
  constexpr std::array<std::string_view, 4> names{".837", ".837p", ".x12", ".edi"};
  return has_extension(path.filename().string(), names);
}

std::string output_stem(std::string const& name) { return stem_of(name, InputKind::received); }

InputList find_inputs(std::span<std::string const> names, InputKind kind) {
  InputList list;
  for (auto const& name : names) {
    if (name == "-") {
      list.files.push_back({"-", "stdin", {}, "stdin", true});
      continue;
    }
    fs::file_status status;
    try {
      status = look_at(name);
    } catch (EnvironmentError const& error) {
      list.several = true;  // it may be a folder
      list.unread.emplace_back(error.what());
      continue;
    }
    if (kind == InputKind::held && !fs::is_directory(status) &&
        !is_held(fs::path(name).filename().string())) {
      list.error = name + " is not a held file: rerun reads only the *.held.837 files that scrub writes";
      return list;
    }
    if (!fs::exists(status)) {
      list.error = "there is no file or folder " + name;
      return list;
    }
    if (fs::is_directory(status)) {
      list.several = true;
      add_folder(name, kind, list);
    } else {
      fs::path const path(name);
      list.files.push_back({path, name, {}, stem_of(path.filename().string(), kind), true});
    }
  }

  std::sort(list.unread.begin(), list.unread.end());
  std::sort(list.passed_over.begin(), list.passed_over.end());

  // The same file named twice is one input.
  std::set<std::string> seen;
  std::erase_if(list.files, [&](InputFile const& file) {
    auto const whole = file.path == "-" ? std::nullopt : file_system().whole_name(file.path);
    // Pipes, `<(…)`, have no whole name: each is an input of its own.
    return !seen.insert(whole.value_or(file.path).string()).second;
  });

  list.several = list.several || list.files.size() > 1;
  name_outputs(list, kind);
  return list;
}

void name_outputs(InputList& list, InputKind kind) {
  auto const run_outputs = list.several ? std::string(run_base) : std::string{};
  // Stems that are shared give way to whole names, until none is.
  for (bool again = true; again;) {
    again = false;
    std::map<std::string, std::vector<InputFile*>> by_output;
    for (auto& file : list.files)
      by_output[(file.folder / file.base).lexically_normal().string()].push_back(&file);
    for (auto const& [output, sharing] : by_output) {
      bool const as_run = !run_outputs.empty() && output == run_outputs;
      if (sharing.size() < 2 && !as_run) continue;
      for (auto* const file : sharing) {
        auto const whole = file->path.filename().string();
        if (file->path != "-" && file->base != whole) {
          file->base = whole;
          again = true;
        }
      }
      if (!again && sharing.size() < 2) {
        list.clash = sharing[0]->shown + " would have the same outputs as the whole run; rename it";
        return;
      }
      if (!again) {
        list.clash = sharing[0]->shown + " and " + sharing[1]->shown +
                     " would have the same outputs; scrub them into different folders";
        return;
      }
    }
  }
  std::set<fs::path> taken;
  if (list.several) taken.insert(fs::path(run_base));
  for (auto const& file : list.files) taken.insert(file.folder / file.base);
  for (auto& file : list.files) {
    if (file.path == "-") continue;
    auto const whole = file.path.filename().string();
    auto const other = file.base == whole ? stem_of(whole, kind) : whole;
    if (!taken.contains(file.folder / other)) file.other_base = other;
  }
}

namespace {

// Which file a name stands for; nothing where it stands for none that this user could overwrite.
std::optional<std::pair<dev_t, ino_t>> identity_of(fs::path const& path) {
  FileStatus status{};
  if (file_system().status(path, status)) return std::pair(status.st_dev, status.st_ino);
  constexpr std::array out_of_reach{ENOENT, ENOTDIR, EACCES, ENAMETOOLONG, ELOOP};
  if (std::find(out_of_reach.begin(), out_of_reach.end(), errno) == out_of_reach.end())
    throw system_error("cannot access " + path.string());
  return std::nullopt;
}

}  // namespace

std::string find_collision(std::span<InputFile const> files, fs::path const& out,
                           std::span<std::string const> suffixes) {
  std::map<std::pair<dev_t, ino_t>, std::string> inputs;
  for (auto const& file : files) {
    if (file.path == "-") continue;
    if (auto const input = identity_of(file.path)) inputs[*input] = file.shown;
  }
  for (auto const& file : files) {
    for (auto const& suffix : suffixes) {
      auto const path = out / file.folder / (file.base + suffix);
      auto const output = identity_of(path);
      if (!output) continue;
      auto const found = inputs.find(*output);
      if (found != inputs.end())
        return "the output " + path.string() + " would overwrite the input " + found->second;
    }
  }
  return {};
}

}  // namespace scrub837
