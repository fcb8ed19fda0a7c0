#include "src/guide/bound_guide.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "scrub837/settings.hpp"
#include "src/guide/embedded.hpp"

namespace scrub837::guide {
namespace {

BoundGuide::Use use_of(Table const& table, SegmentUse const& row, Kind kind) {
  BoundGuide::Use use{.row = &row,
                      .elements = table.elements_of(row),
                      .kind = kind,
                      .position = row.position,
                      .repeat = row.repeat,
                      .forbidden = row.usage == Usage::not_used,
                      .glance = glance_of(table, row)};
  // A token knows the first element, and of HL the third.
  auto const known = kind == Kind::HL ? 3 : 1;
  if (row.qualifiers.size() == 1 && row.qualifiers[0].element == known && row.qualifiers[0].component == 0) {
    use.tags = &table.code_sets[row.qualifiers[0].codes].tags;
    use.by_tag = !use.tags->empty();
  }
  for (std::size_t i = 0; i < use.elements.size(); ++i) {
    if (use.elements[i].usage == Usage::required) use.last_required = static_cast<std::uint8_t>(i + 1);
  }
  return use;
}

// Levels and claims are told apart by their HL and CLM; what is below them is not in the same stretch.
bool is_level(LoopId id) {
  return id == LoopId::L2000A || id == LoopId::L2000B || id == LoopId::L2000C || id == LoopId::L2300;
}

LoopId loop_named(std::string_view name) {
  for (std::size_t i = 1; i < static_cast<std::size_t>(LoopId::count_); ++i) {
    if (name_of(static_cast<LoopId>(i)) == name) return static_cast<LoopId>(i);
  }
  return LoopId::stray;
}

}  // namespace

BoundGuide::BoundGuide(Table table) : table_(std::make_shared<Table const>(std::move(table))) {
  for (auto& numbers : child_numbers_) numbers.fill(no_child);
  for (std::size_t i = 1; i < loop_count; ++i) {
    auto const id = static_cast<LoopId>(i);
    add_uses(id, name_of(id));
    add_children(id, name_of(id));
  }
  for (auto const& row : table_->uses) {
    auto const kind = kind_of(row.segment);
    if (row.loop == "interchange" || row.loop == "group" || kind == Kind::ST || kind == Kind::SE)
      envelope_.uses.push_back(use_of(*table_, row, kind));
  }
}

BoundGuide::Use const* BoundGuide::envelope(Kind kind) const {
  auto const found = std::ranges::find(envelope_.uses, kind, &Use::kind);
  return found == envelope_.uses.end() ? nullptr : &*found;
}

bool BoundGuide::takes(LoopId id, Kind kind, std::uint8_t element, std::string_view code) const {
  return std::ranges::any_of(uses(id, kind), [&](Use const& use) {
    auto const set = use.elements[element - 1U].codes;
    return set != none && table_->code_sets[set].contains(code);
  });
}

std::vector<std::string_view> BoundGuide::codes(LoopId id, Kind kind, std::uint8_t element) const {
  std::vector<std::string_view> all;
  for (auto const& use : uses(id, kind)) {
    auto const set = use.elements[element - 1U].codes;
    if (set != none)
      all.insert(all.end(), table_->code_sets[set].codes.begin(), table_->code_sets[set].codes.end());
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::uint16_t BoundGuide::most_claims() const {
  auto const found = std::ranges::find(table_->loops, name_of(LoopId::L2300), &LoopUse::name);
  return found == table_->loops.end() ? std::uint16_t{0} : found->repeat;
}

void BoundGuide::add_uses(LoopId id, std::string_view name) {
  auto& loop = loops_[static_cast<std::size_t>(id)];
  for (auto const& row : table_->uses) {
    // A set's trailer is judged where the set ends.
    auto const kind = kind_of(row.segment);
    if (row.loop == name && in_guide(kind) && kind != Kind::SE)
      loop.uses.push_back(use_of(*table_, row, kind));
  }
  loop.party = !loop.uses.empty() && loop.uses.front().kind == Kind::NM1;
  for (std::size_t i = 0; i < loop.uses.size(); ++i) {
    auto& range = by_kind_[static_cast<std::size_t>(id)][static_cast<std::size_t>(loop.uses[i].kind)];
    // Uses of one kind stand side by side in the guide, CLM and its like alone.
    if (range.count == 0) range.first = static_cast<std::uint8_t>(i);
    if (range.first + range.count != static_cast<int>(i))
      throw std::logic_error("a guide has the uses of one segment apart from each other");
    ++range.count;
    loop.uses[i].in_loop = static_cast<std::uint8_t>(i);
    if (loop.uses[i].row->usage == Usage::required) loop.required_uses |= std::uint64_t{1} << i;
  }
  add_tags(id);
}

void BoundGuide::add_tags(LoopId id) {
  auto const& uses = loop(id).uses;
  for (auto& range : by_kind_[static_cast<std::size_t>(id)]) {
    auto const of_kind = std::span(uses).subspan(range.first, range.count);
    if (!std::ranges::all_of(of_kind, &Use::by_tag)) continue;
    if (of_kind.size() < 2) continue;
    TagTable::Entries entries;
    for (auto const& use : of_kind) {
      for (auto const tag : *use.tags) entries.push_back({.tag = tag, .number = use.in_loop});
    }
    range.tags = static_cast<std::uint8_t>(tag_tables_.size());
    tag_tables_.emplace_back(entries);
  }
}

void BoundGuide::add_children(LoopId id, std::string_view name) {
  for (auto const& row : table_->loops) {
    auto const child = loop_named(row.name);
    if (row.parent != name || child == LoopId::stray || is_level(child)) continue;
    auto& loop = loops_[static_cast<std::size_t>(id)];
    child_numbers_[static_cast<std::size_t>(id)][static_cast<std::size_t>(child)] =
        static_cast<std::uint8_t>(loop.children.size());
    if (row.usage == Usage::required) loop.required_children |= std::uint64_t{1} << loop.children.size();
    loop.children.push_back({.loop = child, .row = &row, .position = row.position, .repeat = row.repeat});
  }
}

std::shared_ptr<BoundGuide const> const& shipped_guide() {
  static auto const guide = [] {
    auto result = read_table(guide_text, nullptr);
    // The build has read it.
    return std::make_shared<BoundGuide const>(std::get<Table>(std::move(result)));
  }();
  return guide;
}

BoundGuide const& guide_of(Settings const& settings) {
  return settings.guide ? *settings.guide : *shipped_guide();
}

}  // namespace scrub837::guide
