#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "grammar/guide_file.hpp"
#include "src/guide/table.hpp"
#include "src/guide/table_builder.hpp"

namespace scrub837::guide {

bool CodeSet::contains(std::string_view code) const {
  if (tags.empty()) return std::ranges::binary_search(codes, code);
  if (code.empty() || code.size() > 4) return false;
  auto const tag = pack_tag(code);
  constexpr std::size_t few = 12;
  if (tags.size() <= few) return std::ranges::find(tags, tag) != tags.end();
  return std::ranges::binary_search(tags, tag);
}

void CodeSet::add(std::string_view code) {
  auto const place = std::ranges::lower_bound(codes, code);
  if (place != codes.end() && *place == code) return;
  constexpr std::size_t longest_tag = 4;
  if (code.size() > longest_tag) {
    tags.clear();
  } else if (!tags.empty()) {
    tags.insert(std::ranges::upper_bound(tags, pack_tag(code)), pack_tag(code));
  }
  codes.emplace(place, code);
}

std::string_view Table::title_of_loop(std::string_view loop) const {
  auto const found = std::ranges::find(loops, loop, &LoopUse::name);
  return found == loops.end() ? std::string_view{} : title_of(found->title);
}

namespace {

TableFault fault_at(std::string_view text, char const* at, std::string message) {
  auto const* const begin = text.data();
  auto const* line = at;
  while (line != begin && line[-1] != '\n') --line;
  auto const* end = at;
  while (end != begin + text.size() && *end != '\n') ++end;
  return {.line = static_cast<std::size_t>(std::count(begin, line, '\n')) + 1,
          .column = static_cast<std::size_t>(at - line) + 1,
          .message = std::move(message),
          .shown = std::string(line, end)};
}

TableResult built(std::string_view text, TableBuilder builder) {
  grammar::guide_file::File file;
  if (auto const fault = grammar::parse_guide(text, file)) return fault_at(text, fault->at, fault->message);
  try {
    for (auto const& statement : file) {
      boost::apply_visitor([&](auto const& part) { builder.take(part); }, statement);
    }
    return builder.done(text.data() + text.size());
  } catch (TableBuilder::Wrong const& wrong) {
    return fault_at(text, wrong.at, wrong.message);
  }
}

}  // namespace

std::string described(TableFault const& fault, std::string_view file) {
  auto said = fmt::format("{}:{}:{}: {}", file, fault.line, fault.column, fault.message);
  // A file that doesn't begin as a guide may be claims, and no line of a guide is so long: neither is shown.
  constexpr std::size_t longest = 200;
  if ((fault.line == 1 && fault.column == 1) || fault.shown.size() > longest) return said;
  return fmt::format("{}\n{}\n{:>{}}", said, fault.shown, '^', fault.column);
}

TableResult read_table(std::string_view text, bool (*file_exists)(std::string_view)) {
  return built(text, TableBuilder(file_exists));
}

TableResult read_companion(std::string_view text, Table const& base) {
  return built(text, TableBuilder(base));
}

}  // namespace scrub837::guide
