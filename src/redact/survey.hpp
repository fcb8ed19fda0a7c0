#pragma once

#include <bitset>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "src/claim/calendar_day.hpp"

namespace scrub837::redact {

/// Calls `use(begin, end)` for each run of ASCII letters and digits of a text.
template <typename Use>
void for_each_run(std::string_view text, Use use) {
  auto const is_part = [](char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_part(text[i])) continue;
    auto const begin = i;
    while (i < text.size() && is_part(text[i])) ++i;
    use(begin, i);
  }
}

/// Shorter words and numbers tell little, and are in every file.
constexpr std::size_t short_run = 3;

[[nodiscard]] std::string upper_case(std::string_view text);
/// A number without its leading zeros.
[[nodiscard]] std::string_view stripped(std::string_view number);

/// What has to be known of a whole file before it is redacted. Memory is bounded: of what is more, some value
/// of the original may by chance be a token of another.
class Survey {
 public:
  /// Words and numbers of a value, or of bytes outside of segments.
  void add_value(std::string_view value);
  void add_amount(std::string_view value);
  /// \param level that it numbers: `interchange`, `group`, `set`
  void add_control(std::string_view level, std::string_view value);
  /// The name of a person (NM103 to NM105), which may be a word of the narrative vocabulary.
  void add_name(std::string_view name);
  /// A procedure or diagnosis code: where a note cites it, it stays.
  void add_code(std::string_view code);

  [[nodiscard]] bool has(std::string_view value) const { return values_.contains(hash_of(value)); }
  [[nodiscard]] bool has_name(std::string_view word) const { return names_.contains(std::string(word)); }
  [[nodiscard]] bool has_code(std::string_view code) const { return codes_.contains(std::string(code)); }
  [[nodiscard]] std::set<std::string> const& amounts() const { return amounts_; }
  /// The fewest digits that a control number of a level is written with; 0: it is none.
  [[nodiscard]] std::size_t control_width(std::string_view level, std::string_view number) const;
  /// Whether a control number is a value of the file with some zeros in front.
  [[nodiscard]] bool has_control(std::string number) const;

  /// Days from 1850-01-01, a bit for each that is a date of the file.
  static constexpr std::size_t days = 150'000;
  [[nodiscard]] std::bitset<days> const& dates() const { return dates_; }

 private:
  [[nodiscard]] static std::uint64_t hash_of(std::string_view value);
  static constexpr std::size_t most = std::size_t{1} << 21U;
  std::unordered_set<std::uint64_t> values_;
  std::set<std::string> amounts_, codes_, names_;
  std::unordered_map<std::string, std::size_t> controls_;
  std::bitset<days> dates_;
};

/// The number of a day in Survey::dates(); nothing for a day outside of them.
[[nodiscard]] std::int64_t day_number(Day day);
[[nodiscard]] Day day_from_number(std::int64_t number);

}  // namespace scrub837::redact
