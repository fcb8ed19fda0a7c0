// How loops use segments, and how a companion guide narrows that.

#include <fmt/format.h>

#include <algorithm>

#include "src/guide/table_builder.hpp"
#include "src/guide/table_words.hpp"

namespace scrub837::guide {

using grammar::guide_file::view;

void TableBuilder::take(grammar::guide_file::Loop const& loop) {
  auto const name = view(loop.name), parent = view(loop.parent);
  if (narrowing_)
    throw Wrong{loop.name.begin(),
                "a guide that narrows another has no loops of its own, and cannot require or forbid one"};
  if (!parent.empty() && std::ranges::find(table_.loops, parent, &LoopUse::name) == table_.loops.end())
    throw Wrong{loop.parent.begin(), fmt::format("no loop {} is defined above", parent)};
  table_.loops.push_back({.name = std::string(name),
                          .parent = std::string(parent),
                          .usage = usage_of(view(loop.usage)),
                          .repeat = repeat_of(view(loop.repeat)),
                          .position = static_cast<std::uint16_t>(loop.position),
                          .title = title(loop.title)});
}

// What identifies the use is in the codes of its element, too.
void TableBuilder::qualify(SegmentUse& use, std::vector<grammar::guide_file::Qualifier> const& qualifiers,
                           std::vector<ElementUse>& elements) {
  for (auto const& [name, codes] : qualifiers) {
    auto const text = view(name);
    auto const dash = std::min(text.find('-'), text.size());
    auto const number = number_in(Word(name.begin(), name.begin() + dash), use.segment);
    auto const part = dash == text.size() ? 0 : as_number(text.substr(dash + 1));
    if (number < 1 || number > elements.size() || part > elements[number - 1].parts)
      throw Wrong{name.begin(), fmt::format("{} has no {}", use.segment, text)};
    Qualifier const made{static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(part), code_set(codes)};
    auto& element = part == 0 ? elements[number - 1] : elements[elements[number - 1].first_part + part - 1];
    if (element.usage == Usage::not_used) throw Wrong{name.begin(), fmt::format("{} is not used here", text)};
    if (element.codes == none) element.codes = made.codes;
    use.qualifiers.push_back(made);
  }
}

void TableBuilder::store(SegmentUse& use, std::vector<ElementUse> const& elements) {
  auto const begin = static_cast<std::uint16_t>(table_.elements.size());
  use.first_element = begin;
  // Components stand behind the elements.
  auto count = elements.size();
  for (auto const& element : elements) {
    if (element.parts > 0) count = std::min<std::size_t>(count, element.first_part);
  }
  use.elements = static_cast<std::uint8_t>(count);
  for (auto element : elements) {
    if (element.parts > 0) element.first_part = static_cast<std::uint16_t>(element.first_part + begin);
    table_.elements.push_back(element);
  }
}

void TableBuilder::take(grammar::guide_file::SegmentUse const& row) {
  if (narrowing_) return narrow(row);
  auto const loop = view(row.loop);
  if (std::ranges::find(table_.loops, loop, &LoopUse::name) == table_.loops.end())
    throw Wrong{row.loop.begin(), fmt::format("no loop {} is defined above", loop)};
  if (row.usage.empty()) throw Wrong{row.segment.begin(), "how the segment is used is missing: R, S or N"};
  if (!row.narrowed.empty()) throw Wrong{row.segment.begin(), "elements stand in a `content`"};
  auto const form = form_of(row.segment);
  auto const& named = row.content.empty() ? row.segment : row.content;
  auto const content = contents_.find(view(named));
  if (content == contents_.end())
    throw Wrong{named.begin(), fmt::format("no content {} is defined above", view(named))};
  if (content->second.form != form)
    throw Wrong{named.begin(), fmt::format("this is no content of {}", view(row.segment))};
  SegmentUse use{.loop = std::string(loop),
                 .segment = std::string(view(row.segment)),
                 .qualifiers = {},
                 .usage = usage_of(view(row.usage)),
                 .repeat = repeat_of(view(row.repeat)),
                 .position = static_cast<std::uint16_t>(row.position),
                 .form = form,
                 .title = title(row.title)};
  auto elements = content->second.elements;
  qualify(use, row.qualifiers, elements);
  store(use, elements);
  table_.uses.push_back(std::move(use));
}

// A row of a companion guide changes those of the guide that it names.
void TableBuilder::narrow(grammar::guide_file::SegmentUse const& row) {
  bool found = false;
  for (auto& use : table_.uses) {
    if (use.loop != view(row.loop) || use.segment != view(row.segment)) continue;
    auto const has = [&](grammar::guide_file::Qualifier const& wanted) {
      auto const number = number_in(wanted.element, use.segment);
      for (auto const code : parts_of(view(wanted.codes))) {
        if (std::ranges::none_of(use.qualifiers, [&](Qualifier const& qualifier) {
              return qualifier.element == number && table_.code_sets[qualifier.codes].contains(code);
            }))
          return false;
      }
      return true;
    };
    if (!std::ranges::all_of(row.qualifiers, has)) continue;
    found = true;
    if (!row.usage.empty()) {
      auto const usage = usage_of(view(row.usage));
      if (!narrows(use.usage, usage)) throw Wrong{row.usage.begin(), widened(use.usage)};
      use.usage = usage;
    }
    if (!row.repeat.empty()) {
      auto const repeat = repeat_of(view(row.repeat));
      if (!narrows(use.repeat, repeat))
        throw Wrong{row.repeat.begin(),
                    fmt::format("the guide allows this segment {} times at most here", use.repeat)};
      use.repeat = repeat;
    }
    if (row.narrowed.empty()) continue;
    auto const own = table_.elements_of(use);
    std::vector<ElementUse> elements(own.begin(), own.end());
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (own[i].parts == 0) continue;
      auto const parts = table_.parts_of(own[i]);
      elements[i].first_part = static_cast<std::uint16_t>(elements.size());
      elements.insert(elements.end(), parts.begin(), parts.end());
    }
    apply(elements, row.narrowed, use.form);
    store(use, elements);
  }
  if (!found && std::ranges::find(table_.loops, view(row.loop), &LoopUse::name) == table_.loops.end())
    throw Wrong{row.loop.begin(), fmt::format("the guide has no loop {}", view(row.loop))};
  if (!found)
    throw Wrong{row.loop.begin(), fmt::format("the guide has no such segment {} in loop {}",
                                              view(row.segment), view(row.loop))};
}

}  // namespace scrub837::guide
