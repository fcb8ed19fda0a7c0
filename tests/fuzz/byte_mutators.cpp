#include <algorithm>
#include <array>

#include "tests/fuzz/mutation.hpp"

// Changes of bytes, whatever they mean.

namespace scrub837::test {
namespace {

using namespace std::string_view_literals;

constexpr auto delicate = "*:~^|<>\\'\"\r\n \t\0\x1a\x1c\x1d+-=;,.&0123456789ISAGESTCLMHL"sv;

// Half of the places lie among the first 200 bytes, where ISA and GS stand.
std::size_t place(std::string const& bytes, Random& random) {
  return random.below(random.one_in(2) ? std::min<std::size_t>(bytes.size(), 200) : bytes.size());
}

void drop_bytes(std::string& bytes, Random& random) {
  constexpr std::size_t lengths[] = {1, 1, 1, 2, 7, 30, 150};
  if (!bytes.empty()) bytes.erase(place(bytes, random), random.of(lengths));
}
void insert_bytes(std::string& bytes, Random& random) {
  constexpr std::size_t lengths[] = {1, 1, 1, 2, 7, 150};
  bytes.insert(place(bytes, random), random.of(lengths), random.byte_of(delicate));
}
void replace_byte(std::string& bytes, Random& random) {
  if (bytes.empty()) return;
  bytes[place(bytes, random)] =
      random.one_in(2) ? random.byte_of(delicate) : static_cast<char>(random.below(256));
}
void truncate(std::string& bytes, Random& random) { bytes.resize(random.below(bytes.size())); }
void lose_beginning(std::string& bytes, Random& random) { bytes.erase(0, place(bytes, random)); }
void copy_bytes(std::string& bytes, Random& random) {
  if (bytes.empty()) return;
  auto const chunk = bytes.substr(random.below(bytes.size()), 1 + random.below(400));
  bytes.insert(random.below(bytes.size()), chunk);
}
void begin_with(std::string& bytes, Random& random) {
  constexpr std::string_view texts[] = {
      "\xEF\xBB\xBF", "\xFF\xFE",         " ",      "\r\n",     "Batch of Monday, ISA ALL THERE\n",
      "ISA",          "IEA*1*000000001~", "GS*HC~", "CLM*X*1~", "--boundary\r\n\r\n"};
  bytes.insert(0, random.of(texts));
}
void end_with(std::string& bytes, Random& random) {
  constexpr std::string_view texts[] = {" ",
                                        "\n",
                                        "\r\n\r\n",
                                        "\x1a",
                                        "\0\0\0"sv,
                                        "end of file",
                                        "IEA*1*000000001~",
                                        "CLM*X*1~",
                                        "ISA*",
                                        "SE*1*0001~GE*1*1~IEA*1*000000001~",
                                        "ST*837*0009~"};
  bytes.append(random.of(texts));
}
// Line ends at every so many bytes, as records leave them.
void fold_lines(std::string& bytes, Random& random) {
  constexpr std::size_t widths[] = {80, 80, 80, 72, 100, 37};
  auto const width = random.of(widths);
  std::string_view const line_end = random.one_in(2) ? "\n" : "\r\n";
  std::string folded;
  for (std::size_t i = 0; i < bytes.size(); i += width) folded.append(bytes, i, width).append(line_end);
  bytes = std::move(folded);
}
void change_line_ends(std::string& bytes, Random& random) {
  std::erase_if(bytes, [](char c) { return c == '\r' || c == '\n'; });
  if (random.one_in(2)) return;
  std::string changed;
  for (char const c : bytes) {
    changed.push_back(c);
    if (c == '~') changed.append("\r\n");
  }
  bytes = std::move(changed);
}
// A byte that separates is written as another one, everywhere or from some place on.
void change_separator(std::string& bytes, Random& random) {
  constexpr std::string_view common = "*:~^|>";
  auto const from = random.byte_of(common);
  auto const to = random.byte_of("*:~^|><\\!#;,+A \n\x85");
  auto const begin = random.one_in(2) ? 0 : place(bytes, random);
  for (auto i = begin; i < bytes.size(); ++i) {
    if (bytes[i] == from) bytes[i] = to;
  }
}
void lower_case(std::string& bytes, Random& random) {
  auto const begin = place(bytes, random);
  auto const end = std::min(bytes.size(), begin + 1 + random.below(300));
  for (auto i = begin; i < end; ++i) {
    if (bytes[i] >= 'A' && bytes[i] <= 'Z') bytes[i] = static_cast<char>(bytes[i] - 'A' + 'a');
  }
}
void insert_non_ascii(std::string& bytes, Random& random) {
  constexpr std::string_view texts[] = {"\xC3\xA9",     "\xC3\x83\xC2\xA9",
                                        "\xE2\x80\x99", "\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2",
                                        "\x93",         "\xE9",
                                        "\xFF",         "\xF0\x9F\x92\x8A",
                                        "\xC2\xA0",     "\xC3",
                                        "\xE2\x80",     "\xEF\xBF\xBD",
                                        "\x80\x81\x82", "\xC3\x91",
                                        "\xED\xA0\x80", "\xC0\xAF"};
  bytes.insert(random.below(bytes.size()), random.of(texts));
}

}  // namespace

std::span<Mutator const> byte_mutators() {
  static constexpr std::array<Mutator, 13> list = {{{"drop bytes", nullptr, drop_bytes},
                                                    {"insert bytes", nullptr, insert_bytes},
                                                    {"replace byte", nullptr, replace_byte},
                                                    {"truncate", nullptr, truncate},
                                                    {"lose beginning", nullptr, lose_beginning},
                                                    {"copy bytes", nullptr, copy_bytes},
                                                    {"begin with", nullptr, begin_with},
                                                    {"end with", nullptr, end_with},
                                                    {"fold lines", nullptr, fold_lines},
                                                    {"change line ends", nullptr, change_line_ends},
                                                    {"change separator", nullptr, change_separator},
                                                    {"lower case", nullptr, lower_case},
                                                    {"insert non-ASCII", nullptr, insert_non_ascii}}};
  return list;
}

}  // namespace scrub837::test
