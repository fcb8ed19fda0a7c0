#include "src/io/input_files.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "src/io/look_at.hpp"

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

// night.held.837 becomes night.rerun, night.rerun.held.837 becomes night.rerun2.
std::string stem_of_rerun(std::string const& name) {
  auto stem = without_gz(name);
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

bool is_candidate(std::string const& name, InputKind kind) {
  auto const plain = without_gz(name);
  if (kind == InputKind::held) return !name.starts_with('.') && ends_with(plain, held_end);
  if (name.starts_with('.') || ends_with(plain, ".clean.837") || ends_with(plain, ".held.837")) return false;
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](std::string_view extension) { return ends_with(plain, extension); });
}

// \param unread takes what to say of folders that can't be read; what stands beside them is found
std::vector<fs::path> files_below(fs::path const& top, InputKind kind, std::vector<std::string>& unread) {
  std::vector<fs::path> found;
  std::vector<fs::path> folders{top};
  while (!folders.empty()) {
    auto const folder = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      auto const name = entry->path().filename().string();
      if (name.starts_with('.')) continue;
      std::error_code unknown;
      if (entry->is_directory(unknown)) {
        // A link may lead back up.
        if (!entry->is_symlink(unknown)) folders.push_back(entry->path());
      } else if (is_candidate(name, kind)) {
        bool const regular = entry->is_regular_file(unknown);
        // What can't even be looked at fails when it is opened, and is named then.
        if (regular || (unknown && unknown != std::errc::no_such_file_or_directory))
          found.push_back(entry->path());
      }
    }
    if (error) unread.push_back("cannot read the folder " + folder.string() + ": " + error.message());
  }
  std::sort(found.begin(), found.end());
  return found;
}

void add_folder(fs::path const& folder, InputKind kind, InputList& list) {
  for (auto const& path : files_below(folder, kind, list.unread)) {
    auto const name = path.filename().string();
    auto below = path.parent_path().lexically_relative(folder);
    if (below == ".") below.clear();
    list.files.push_back({path, path.string(), std::move(below), stem_of(name, kind), false});
  }
}

}  // namespace

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
      list.unread.emplace_back(error.what());
      continue;
    }
    if (kind == InputKind::held && !fs::is_directory(status) &&
        !is_candidate(fs::path(name).filename().string(), kind)) {
      list.error = name + " is no held file: rerun takes what scrub wrote as *.held.837";
      return list;
    }
    if (!fs::exists(status)) {
      list.error = "there is no file or folder " + name;
      return list;
    }
    if (fs::is_directory(status)) {
      add_folder(name, kind, list);
    } else {
      fs::path const path(name);
      list.files.push_back({path, name, {}, stem_of(path.filename().string(), kind), true});
    }
  }

  std::sort(list.unread.begin(), list.unread.end());

  // The same file named twice is one input.
  std::set<std::string> seen;
  std::erase_if(list.files, [&](InputFile const& file) {
    std::error_code error;
    auto whole = file.path == "-" ? fs::path("-") : fs::weakly_canonical(file.path, error);
    // Pipes, `<(…)`, have no whole name: each is an input of its own.
    if (error) whole = file.path;
    return !seen.insert(whole.string()).second;
  });

  // Stems that are shared give way to whole names, until none is.
  for (bool again = true; again;) {
    again = false;
    std::map<std::string, std::vector<InputFile*>> by_output;
    for (auto& file : list.files)
      by_output[(file.folder / file.base).lexically_normal().string()].push_back(&file);
    for (auto const& [output, sharing] : by_output) {
      if (sharing.size() < 2) continue;
      for (auto* const file : sharing) {
        auto const whole = file->path.filename().string();
        if (file->path != "-" && file->base != whole) {
          file->base = whole;
          again = true;
        }
      }
      if (!again) {
        list.clash = sharing[0]->shown + " and " + sharing[1]->shown +
                     " would have the same outputs; scrub them into different folders";
        return list;
      }
    }
  }
  std::set<fs::path> taken;
  for (auto const& file : list.files) taken.insert(file.folder / file.base);
  for (auto& file : list.files) {
    if (file.path == "-") continue;
    auto const whole = file.path.filename().string();
    auto const other = file.base == whole ? stem_of(whole, kind) : whole;
    if (!taken.contains(file.folder / other)) file.other_base = other;
  }
  return list;
}

std::string find_collision(std::span<InputFile const> files, fs::path const& out,
                           std::span<std::string const> suffixes) {
  std::map<std::pair<dev_t, ino_t>, std::string> inputs;
  for (auto const& file : files) {
    struct stat status {};
    if (file.path != "-" && ::stat(file.path.c_str(), &status) == 0) {
      inputs[{status.st_dev, status.st_ino}] = file.shown;
    }
  }
  for (auto const& file : files) {
    for (auto const& suffix : suffixes) {
      auto const path = out / file.folder / (file.base + suffix);
      struct stat status {};
      if (::stat(path.c_str(), &status) != 0) continue;
      auto const found = inputs.find({status.st_dev, status.st_ino});
      if (found != inputs.end())
        return "the output " + path.string() + " would overwrite the input " + found->second;
    }
  }
  return {};
}

}  // namespace scrub837
