#pragma once

#include <array>
#include <bitset>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/claim/day.hpp"

namespace scrub837 {

/// From the first to the last day; 0: open.
struct DaySpan {
  Day first = 0, last = 0;

  [[nodiscard]] constexpr bool contains(Day day) const { return first <= day && (last == 0 || day <= last); }
  friend bool operator==(DaySpan const&, DaySpan const&) = default;
  friend bool operator<(DaySpan const& a, DaySpan const& b) {
    return a.first != b.first ? a.first < b.first : a.last < b.last;
  }
};

/// The code lists that scrub837 can look codes up in.
enum class CodeListKind : std::uint8_t {
  icd10cm,
  hcpcs,
  cpt,
  taxonomy,
  deactivated_npi,
  noc,
  place_of_service,
  state,
  province,
  country,
  claim_filing_indicator,
  count_
};
constexpr std::size_t code_list_kinds = static_cast<std::size_t>(CodeListKind::count_);

/// As people say it: `ICD-10-CM`.
[[nodiscard]] std::string_view name_of(CodeListKind kind);

/// Codes with the days on which they may be used, 8 or 12 bytes a code. Codes have at most twelve capitals
/// and digits.
class CodeSet {
 public:
  /// What the set says of a code.
  struct Entry {
    DaySpan dates;
    bool heading = false;  ///< it only groups other codes (ICD-10-CM), and can't be billed
  };

  /// \return false if it can't be a code
  bool add(std::string_view code, DaySpan dates = {}, bool heading = false);
  /// Behind the last code: makes the set ready to be asked.
  void finish();
  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  /// How many of the codes are headings.
  [[nodiscard]] std::size_t headings() const { return headings_; }
  [[nodiscard]] bool contains(std::string_view code) const { return !find(code).empty(); }
  /// Calls `use(Entry)` for each entry of a code; most have one.
  template <typename Use>
  void for_each(std::string_view code, Use use) const {
    auto const found = find(code);
    for (auto i = found.first; i < found.last; ++i) use(entry(i));
  }
  /// Every code that can be billed, in order.
  [[nodiscard]] std::vector<std::string> all() const;
  /// What it takes in memory.
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Found {
    std::size_t first = 0, last = 0;
    [[nodiscard]] bool empty() const { return first == last; }
  };
  struct Building {
    std::uint64_t key;
    DaySpan dates;
  };
  void collect_spans();
  [[nodiscard]] Found find(std::string_view code) const;
  [[nodiscard]] Entry entry(std::size_t index) const;

  // The code packed in the upper bits, whether it is a heading in the lowest. Sorted.
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> dates_;  // which of spans_; empty: no code has dates
  std::vector<DaySpan> spans_;
  std::vector<Building> building_;
  std::size_t headings_ = 0;
};

/// One list: what it is, of when, and its codes.
struct CodeList {
  CodeListKind kind = CodeListKind::count_;
  std::string file;     ///< that it was read from, without its folder; empty: built in
  std::string edition;  ///< `2026`, `2026 April`, `25.1`; empty: it has none
  DaySpan holds;        ///< the service dates that it knows all codes of
  CodeSet codes;
};

/// What the lists say of a code on a day.
enum class CodeVerdict : std::uint8_t {
  listed,
  missing,      ///< the list of that day lacks it
  out_of_date,  ///< the list has it, for other days
  heading,      ///< the list has it, and it can't be billed
  not_in_old,   ///< only a list that ends before that day is loaded, and it says one of the three above
  unknown,      ///< no list is loaded that could tell
};

/// The code lists of a run. Never changed once the run begins.
class CodeLists {
 public:
  CodeLists();  ///< those that are built in

  /// Adds a list that was loaded. A place-of-service list replaces the built-in one.
  void add(CodeList list);
  /// Adds a code that holds without end, whatever the lists say.
  void add_code(CodeListKind kind, std::string_view code);

  [[nodiscard]] bool has(CodeListKind kind) const { return !lists_of(kind).empty(); }
  /// Those of a kind, by their first day.
  [[nodiscard]] std::span<CodeList const> lists_of(CodeListKind kind) const {
    return lists_[static_cast<std::size_t>(kind)];
  }
  /// What the list that holds on that day says. \param day 0: not known, the newest list is asked
  [[nodiscard]] CodeVerdict look_up(CodeListKind kind, std::string_view code, Day day) const;
  /// The same for services of several days: what is right on the first or the last of them is right.
  [[nodiscard]] CodeVerdict look_up(CodeListKind kind, std::string_view code, DaySpan days) const;
  /// Since when an NPI is deactivated, as far as a loaded list knows.
  [[nodiscard]] std::optional<Day> deactivated(std::string_view npi) const;
  /// Codes of two characters, of lists that are always there: place of service, state, province, country.
  [[nodiscard]] bool has_short(CodeListKind kind, std::string_view code) const;
  /// Whether the configuration added a code.
  [[nodiscard]] bool is_extra(CodeListKind kind, std::string_view code) const;
  /// The codes that the configuration added.
  [[nodiscard]] std::vector<std::string> extra_codes(CodeListKind kind) const;
  /// When a built-in list was last looked over: `2026-11-27`. Empty: none is built in.
  [[nodiscard]] static std::string_view date(CodeListKind kind);

 private:
  static constexpr std::size_t short_codes = std::size_t{37} * 37;
  using ShortCodes = std::bitset<short_codes>;

  std::array<std::vector<CodeList>, code_list_kinds> lists_;
  std::array<std::vector<std::uint64_t>, code_list_kinds> extra_;  // packed; few
  std::array<ShortCodes, code_list_kinds> short_{};
};

/// The lists that are built in, made once.
[[nodiscard]] std::shared_ptr<CodeLists const> built_in_code_lists();

/// `2026-09-14`; empty for 0.
[[nodiscard]] std::string format_day(Day day);

}  // namespace scrub837
