#include "tests/support/failed_case.hpp"

#include <stdlib.h>

#include <fstream>
#include <istream>
#include <stdexcept>

#include "tests/support/scrub_text.hpp"
#include "tests/support/text_diff.hpp"

namespace scrub837::test {
namespace {

constexpr std::size_t shortest_match = 5;

// How much of the snippet's text is written in a line of code, in its string literals.
std::size_t written_in(std::string_view code, std::string_view snippet) {
  std::size_t score = 0;
  for (auto begin = code.find('"'); begin != std::string_view::npos; begin = code.find('"', begin)) {
    auto const end = code.find('"', begin + 1);
    if (end == std::string_view::npos) break;
    auto const literal = code.substr(begin + 1, end - begin - 1);
    if (literal.size() >= shortest_match && snippet.find(literal) != std::string_view::npos)
      score += literal.size();
    begin = end + 1;
  }
  return score;
}

void write(std::filesystem::path const& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

unsigned line_of_case(FailedCase const& failed, std::istream& source, unsigned call) {
  auto const& snippet = failed.snippet;
  if (snippet.line == 0) return call;
  // Every compiler knows the line of an invalid case; but it may be made by a function above the test.
  if (!failed.valid && snippet.line >= call) return snippet.line;
  auto best_line = snippet.line;
  std::size_t best = 0;
  unsigned number = 0;
  for (std::string code; std::getline(source, code);) {
    ++number;
    auto const score = written_in(code, snippet.text);
    // Of two lines that fit alike, the first of this test.
    if (score < best || score == 0 || (score == best && best_line >= call)) continue;
    best = score;
    best_line = number;
  }
  return best_line;
}

unsigned line_of_case(FailedCase const& failed, std::filesystem::path const& file, unsigned call) {
  std::ifstream source(file);
  return line_of_case(failed, source, call);
}

std::string report_of(std::string_view rule, FailedCase const& failed, std::string_view profile,
                      unsigned line, std::filesystem::path const& folder) {
  std::string text(rule);
  if (!failed.snippet.text.empty())
    text += (failed.valid ? " valid: " : " invalid: ") + visible(failed.snippet.text);
  if (!failed.style.empty()) text += "\n  written as " + failed.style;
  for (auto const& problem : failed.problems) text += "\n  " + problem;
  if (failed.file.empty()) return text;
  text += "\n  found: ";
  if (failed.findings.empty()) text += "nothing";
  for (auto const& finding : failed.findings)
    text += (&finding == failed.findings.data() ? "" : ", ") + finding;
  auto const stem = std::string(rule) + "-line-" + std::to_string(line);
  auto path = folder / (stem + ".837");
  for (int more = 2; std::filesystem::exists(path); ++more)
    path = folder / (stem + "-" + std::to_string(more) + ".837");
  write(path, failed.file);
  text += "\n  rerun: scrub837 check " + path.string() + " --info";
  if (failed.unsafe) text += " --unsafe-fixes";
  if (!profile.empty()) {
    auto const profile_path = std::filesystem::path(path).replace_extension(".toml");
    write(profile_path, profile_text(profile));
    text += " --profiles " + profile_path.string();
  }
  return text;
}

std::filesystem::path const& failed_case_folder() {
  static auto const folder = [] {
    auto name = (std::filesystem::temp_directory_path() / "scrub837-failed-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    return std::filesystem::path(name);
  }();
  return folder;
}

}  // namespace scrub837::test
