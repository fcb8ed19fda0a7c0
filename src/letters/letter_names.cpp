#include "src/letters/letter_names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace scrub837 {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::string in_lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

// Letters for a held or clean file are called as those of the file that it came from.
std::string base_of(InputFile const& file) {
  for (std::string_view const ending : {".held", ".clean"}) {
    if (file.base.size() > ending.size() && file.base.ends_with(ending))
      return file.base.substr(0, file.base.size() - ending.size());
  }
  return file.base;
}

}  // namespace

std::string safe_for_file_name(std::string_view text) {
  constexpr std::size_t longest = 40;
  std::string safe(text.substr(0, longest));
  std::ranges::replace_if(
      safe, [](char c) { return !is_plain(c); }, '_');
  return safe;
}

LetterNames::LetterNames(std::span<InputFile const> files) {
  std::set<std::string> used;
  for (auto const& file : files) {
    auto const base = base_of(file);
    auto name = base;
    for (int i = 2; !used.insert(in_lower_case((file.folder / name).string())).second; ++i)
      name = fmt::format("{}-{}", base, i);
    bases_.push_back({file.folder.string(), std::move(name)});
  }
}

bool LetterNames::take(std::string const& folder, std::string const& name) {
  return taken_.insert(in_lower_case(folder + "/" + name)).second;
}

std::string LetterNames::next(std::size_t input, std::string_view claim, std::string_view index,
                              std::int64_t line) {
  auto const& base = bases_[input];
  auto const number = claim.empty() ? fmt::format("claim{}", index) : safe_for_file_name(claim);
  auto const stem = fmt::format("{}.{}-{}", base.name, number, line);
  auto name = stem + ".html";
  if (take(base.folder, name)) return name;
  // Two claims with one number, or two numbers that differ in characters that a name can't have.
  name = fmt::format("{}.claim{}.html", stem, index);
  for (int i = 2; !take(base.folder, name); ++i) name = fmt::format("{}.claim{}.{}.html", stem, index, i);
  return name;
}

}  // namespace scrub837
