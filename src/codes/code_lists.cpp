#include "scrub837/code_lists.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/codes/embedded.hpp"
#include "src/codes/packed_code.hpp"

namespace scrub837 {
namespace {

/// A list of two-character codes that is built in.
struct BuiltIn {
  CodeListKind kind;
  std::string_view const* text;
};

constexpr std::array built_in{
    BuiltIn{CodeListKind::place_of_service, &place_of_service_text},
    BuiltIn{CodeListKind::state, &states_text},
    BuiltIn{CodeListKind::province, &provinces_text},
};

std::size_t short_index(std::string_view code) {
  return code.size() == 2 ? static_cast<std::size_t>(packed_code(code)) : 0;
}

// The words of a data file, its remarks left out.
template <typename Use>
void for_each_word(std::string_view text, Use use) {
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = line.substr(0, line.find('#'));
    while (!line.empty()) {
      auto const size = std::min(line.find(' '), line.size());
      if (size > 0) use(line.substr(0, size));
      line.remove_prefix(std::min(size + 1, line.size()));
    }
  }
}

// What a list says of a code on a day that it holds on, or of which nothing is known (0).
CodeVerdict in_list(CodeList const& list, std::string_view code, Day day) {
  auto verdict = CodeVerdict::missing;
  list.codes.for_each(code, [&](CodeSet::Entry const& entry) {
    if (verdict == CodeVerdict::listed) return;
    if (day != 0 && !entry.dates.contains(day)) {
      if (verdict == CodeVerdict::missing) verdict = CodeVerdict::out_of_date;
    } else {
      verdict = entry.heading ? CodeVerdict::heading : CodeVerdict::listed;
    }
  });
  return verdict;
}

// How much a verdict is in favor of a code.
int favor(CodeVerdict verdict) {
  switch (verdict) {
    case CodeVerdict::listed:
      return 3;
    case CodeVerdict::unknown:
      return 2;
    case CodeVerdict::not_in_old:
      return 1;
    default:
      return 0;
  }
}

}  // namespace

std::string_view name_of(CodeListKind kind) {
  switch (kind) {
    case CodeListKind::icd10cm:
      return "ICD-10-CM";
    case CodeListKind::hcpcs:
      return "HCPCS";
    case CodeListKind::cpt:
      return "CPT";
    case CodeListKind::taxonomy:
      return "NUCC taxonomy";
    case CodeListKind::deactivated_npi:
      return "deactivated NPIs";
    case CodeListKind::noc:
      return "NOC codes";
    case CodeListKind::place_of_service:
      return "place of service";
    case CodeListKind::state:
      return "states";
    case CodeListKind::province:
      return "Canadian provinces";
    case CodeListKind::claim_filing_indicator:
      return "claim filing indicators";
    case CodeListKind::count_:
      break;
  }
  return {};
}

CodeLists::CodeLists() {
  for (auto const& [kind, text] : built_in) {
    auto& codes = short_[static_cast<std::size_t>(kind)];
    for_each_word(*text, [&](std::string_view code) { codes.set(short_index(code)); });
  }
}

void CodeLists::add(CodeList list) {
  auto& lists = lists_[static_cast<std::size_t>(list.kind)];
  if (list.kind == CodeListKind::place_of_service) {
    // Two digits are all that such a code can have.
    auto& codes = short_[static_cast<std::size_t>(list.kind)];
    if (lists.empty()) codes.reset();
    for (char tens = '0'; tens <= '9'; ++tens) {
      for (char ones = '0'; ones <= '9'; ++ones) {
        std::string const code{tens, ones};
        if (list.codes.contains(code)) codes.set(short_index(code));
      }
    }
  }
  auto const place = std::upper_bound(lists.begin(), lists.end(), list, [](auto const& a, auto const& b) {
    return a.holds.first != b.holds.first ? a.holds.first < b.holds.first : a.holds.last < b.holds.last;
  });
  lists.insert(place, std::move(list));
}

void CodeLists::add_code(CodeListKind kind, std::string_view code) {
  if (auto const packed = packed_code(code); packed != 0)
    extra_[static_cast<std::size_t>(kind)].push_back(packed);
}

bool CodeLists::is_extra(CodeListKind kind, std::string_view code) const {
  auto const& extra = extra_[static_cast<std::size_t>(kind)];
  return !extra.empty() && std::find(extra.begin(), extra.end(), packed_code(code)) != extra.end();
}

std::vector<std::string> CodeLists::extra_codes(CodeListKind kind) const {
  std::vector<std::string> codes;
  for (auto const packed : extra_[static_cast<std::size_t>(kind)]) codes.push_back(unpacked_code(packed));
  return codes;
}

bool CodeLists::has_short(CodeListKind kind, std::string_view code) const {
  auto const index = short_index(code);
  return (index != 0 && short_[static_cast<std::size_t>(kind)].test(index)) || is_extra(kind, code);
}

CodeVerdict CodeLists::look_up(CodeListKind kind, std::string_view code, Day day) const {
  auto const lists = lists_of(kind);
  if (lists.empty()) return CodeVerdict::unknown;
  if (is_extra(kind, code)) return CodeVerdict::listed;
  if (day == 0) return in_list(lists.back(), code, 0);
  // Of lists that hold on a day, the one that was published last.
  for (auto i = lists.size(); i-- > 0;) {
    if (lists[i].holds.contains(day)) return in_list(lists[i], code, day);
  }
  for (auto i = lists.size(); i-- > 0;) {
    if (lists[i].holds.first > day) continue;
    return in_list(lists[i], code, day) == CodeVerdict::listed ? CodeVerdict::listed
                                                               : CodeVerdict::not_in_old;
  }
  return CodeVerdict::unknown;
}

CodeVerdict CodeLists::look_up(CodeListKind kind, std::string_view code, DaySpan days) const {
  auto const first = look_up(kind, code, days.first);
  if (days.last == days.first || days.last == 0 || first == CodeVerdict::listed) return first;
  auto const last = look_up(kind, code, days.last);
  return favor(last) > favor(first) ? last : first;
}

std::optional<Day> CodeLists::deactivated(std::string_view npi) const {
  std::optional<Day> since;
  for (auto const& list : lists_of(CodeListKind::deactivated_npi)) {
    list.codes.for_each(npi, [&](CodeSet::Entry const& entry) { since = entry.dates.first; });
  }
  return since;
}

std::string_view CodeLists::date(CodeListKind kind) {
  for (auto const& list : built_in) {
    if (list.kind == kind) return date_of(*list.text);
  }
  return {};
}

std::shared_ptr<CodeLists const> built_in_code_lists() {
  static auto const lists = std::make_shared<CodeLists const>();
  return lists;
}

std::string format_day(Day day) {
  if (day == 0) return {};
  return fmt::format("{:04}-{:02}-{:02}", day / 10'000, day / 100 % 100, day % 100);
}

}  // namespace scrub837
