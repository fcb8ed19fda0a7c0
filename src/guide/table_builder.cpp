#include "src/guide/table_builder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/guide/table_words.hpp"

namespace scrub837::guide {
namespace {

using grammar::guide_file::view;

constexpr unsigned part_step = 100;

Type type_of(std::string_view name) {
  return name == "ID"   ? Type::code
         : name == "N0" ? Type::integer
         : name == "R"  ? Type::decimal
         : name == "DT" ? Type::date
         : name == "TM" ? Type::time
         : name == "AN" ? Type::text
                        : Type::composite;
}

// A claim with a code that the guide itself does not have would be rejected anyway.
void refuse_other_codes(grammar::guide_file::Word const& codes, CodeSet const& of_guide) {
  for (auto const code : parts_of(view(codes))) {
    if (!of_guide.contains(code == "_" ? " " : code))
      throw TableBuilder::Wrong{code.data(), fmt::format("the guide does not have the code {} here", code)};
  }
}

void sort_codes(CodeSet& set) {
  std::ranges::sort(set.codes);
  set.codes.erase(std::unique(set.codes.begin(), set.codes.end()), set.codes.end());
  bool const fit = std::ranges::all_of(set.codes, [](auto const& code) { return code.size() <= 4; });
  if (!fit) return;
  for (auto const& code : set.codes) set.tags.push_back(pack_tag(code));
  std::ranges::sort(set.tags);
}

}  // namespace

// ---- words

unsigned TableBuilder::number_in(Word const& word, std::string_view segment) {
  auto text = view(word);
  if (!text.starts_with(segment) || text.size() != segment.size() + 2)
    throw Wrong{word.begin(), fmt::format("not an element of {}", segment)};
  return as_number(text.substr(segment.size()));
}

std::uint16_t TableBuilder::title(Word const& word) {
  if (word.empty()) return none;
  auto const found = std::ranges::find(table_.titles, view(word));
  auto const index = static_cast<std::uint16_t>(found - table_.titles.begin());
  if (found == table_.titles.end()) table_.titles.emplace_back(view(word));
  return index;
}

std::uint16_t TableBuilder::code_set(Word const& codes) {
  CodeSet set;
  for (auto const code : parts_of(view(codes))) {
    if (code.empty()) throw Wrong{codes.begin(), "a code is missing"};
    set.codes.emplace_back(code == "_" ? " " : code);
  }
  sort_codes(set);
  auto const found = std::ranges::find(table_.code_sets, set.codes, &CodeSet::codes);
  auto const index = static_cast<std::uint16_t>(found - table_.code_sets.begin());
  if (found == table_.code_sets.end()) table_.code_sets.push_back(std::move(set));
  return index;
}

std::uint16_t TableBuilder::named_codes(std::string_view name) const {
  auto const found = std::ranges::find(table_.code_sets, name, &CodeSet::name);
  return found == table_.code_sets.end() ? none
                                         : static_cast<std::uint16_t>(found - table_.code_sets.begin());
}

std::uint16_t TableBuilder::form_of(Word const& segment) const {
  auto const found = std::ranges::find(table_.forms, view(segment), &SegmentForm::id);
  if (found == table_.forms.end())
    throw Wrong{segment.begin(), fmt::format("no segment {} is described above", view(segment))};
  return static_cast<std::uint16_t>(found - table_.forms.begin());
}

// ---- headings and lists

void TableBuilder::take(grammar::guide_file::Heading const& heading) {
  if (named_) throw Wrong{heading.name.begin(), "a second heading"};
  named_ = true;
  if (narrowing_ != !heading.narrowed.empty())
    throw Wrong{heading.name.begin(), narrowing_ ? fmt::format("expected `narrows {}`", table_.name)
                                                 : "this guide narrows another one"};
  if (narrowing_ && view(heading.narrowed) != table_.name)
    throw Wrong{heading.narrowed.begin(), fmt::format("only {} can be narrowed", table_.name)};
  table_.name = view(heading.name);
  table_.title = view(heading.title);
}

void TableBuilder::take(grammar::guide_file::Codes const& codes) {
  if (named_codes(view(codes.name)) != none) throw Wrong{codes.name.begin(), "this name is used above"};
  CodeSet set{.name = std::string(view(codes.name)), .codes = {}, .tags = {}};
  for (auto const& code : codes.codes) set.codes.emplace_back(view(code));
  sort_codes(set);
  if (set.codes.size() != codes.codes.size()) throw Wrong{codes.name.begin(), "a code is listed twice"};
  table_.code_sets.push_back(std::move(set));
}

void TableBuilder::take(grammar::guide_file::OutsideList const& list) {
  if ((view(list.kind) == "file") == list.file.empty())
    throw Wrong{list.kind.begin(), "`file` and the name of the file, or `form`, or `loaded` is expected"};
  if (!list.file.empty() && file_exists_ != nullptr && !file_exists_(view(list.file)))
    throw Wrong{list.file.begin(), "this file is not there"};
  table_.lists.push_back({.name = std::string(view(list.name)), .loaded = view(list.kind) == "loaded"});
}

// ---- what segments are made of

void TableBuilder::take(grammar::guide_file::SegmentForm const& form) {
  auto const id = view(form.id);
  if (narrowing_) throw Wrong{form.id.begin(), "a guide that narrows another describes no segments"};
  if (std::ranges::find(table_.forms, id, &SegmentForm::id) != table_.forms.end())
    throw Wrong{form.id.begin(), "this segment is described above"};
  Dictionary dictionary;
  for (auto const& element : form.elements) {
    auto const first = number_in(element.names.first, id);
    auto const last = element.names.last.empty() ? first : number_in(element.names.last, id);
    ElementUse entry{.type = type_of(view(element.type)),
                     .min = static_cast<std::uint16_t>(element.min),
                     .max = static_cast<std::uint16_t>(element.max == 0 ? element.min : element.max),
                     .repeats = static_cast<std::uint8_t>(std::max(element.repeats, 1U)),
                     .title = title(element.title)};
    if (entry.type != Type::composite && (element.min == 0 || entry.max < entry.min))
      throw Wrong{element.type.begin(), "a type with its length is expected, as ID 2-3"};
    if (!element.decimals.empty())
      entry.decimals = static_cast<std::uint8_t>(as_number(view(element.decimals)));
    if (!element.format.empty()) entry.format_in = static_cast<std::uint8_t>(number_in(element.format, id));
    for (auto number = first; number <= last; ++number)
      dictionary[number * part_step + element.names.component] = entry;
  }
  SegmentForm made{.id = std::string(id), .title = title(form.title), .notes = {}};
  for (auto const& note : form.notes) {
    auto const digits = view(note).substr(1);
    SyntaxNote syntax{.kind = *note.begin(), .elements = {}};
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
      auto const number = as_number(digits.substr(i, 2));
      if (!dictionary.contains(number * part_step))
        throw Wrong{note.begin(), fmt::format("{} has no element {}", id, number)};
      syntax.elements.push_back(static_cast<std::uint8_t>(number));
    }
    if (digits.size() % 2 != 0 || syntax.elements.size() < 2)
      throw Wrong{note.begin(), "a syntax note names two elements or more, by two digits each"};
    made.notes.push_back(std::move(syntax));
  }
  table_.forms.push_back(std::move(made));
  dictionaries_.push_back(std::move(dictionary));
}

// ---- which elements are used

void TableBuilder::set_codes(ElementUse& element, grammar::guide_file::Use const& use) {
  auto const usage = usage_of(view(use.usage));
  if (narrowing_ && !narrows(element.usage, usage)) throw Wrong{use.usage.begin(), widened(element.usage)};
  element.usage = usage;
  if (!use.codes.empty()) {
    if (narrowing_ && element.codes != none) refuse_other_codes(use.codes, table_.code_sets[element.codes]);
    element.codes = code_set(use.codes);
    element.list = none;
  }
  if (use.list.empty()) return;
  auto const name = view(use.list);
  auto const list = std::ranges::find(table_.lists, name, &OutsideList::name);
  element.codes = named_codes(name);
  element.list = list == table_.lists.end() ? none : static_cast<std::uint16_t>(list - table_.lists.begin());
  if (element.codes == none && element.list == none)
    throw Wrong{use.list.begin(), fmt::format("no codes or list {} is defined above", name)};
}

// All elements of a segment, none of them used; their components behind them.
std::vector<ElementUse> TableBuilder::whole(std::uint16_t form) const {
  auto const& dictionary = dictionaries_[form];
  std::vector<ElementUse> result(dictionary.empty() ? 0 : std::prev(dictionary.end())->first / part_step);
  for (auto const& [key, entry] : dictionary) {
    if (key % part_step == 0) result[key / part_step - 1] = entry;
  }
  for (auto const& [key, entry] : dictionary) {
    if (key % part_step == 0) continue;
    auto& owner = result[key / part_step - 1];
    if (owner.parts++ == 0) owner.first_part = static_cast<std::uint16_t>(result.size());
    result.push_back(entry);
  }
  return result;
}

void TableBuilder::apply(std::vector<ElementUse>& elements,
                         std::vector<grammar::guide_file::ElementUse> const& uses, std::uint16_t form) {
  auto const& id = table_.forms[form].id;
  for (auto const& [use, components] : uses) {
    auto const first = as_number(view(use.first));
    auto const last = use.last.empty() ? first : as_number(view(use.last));
    for (auto number = first; number <= last; ++number) {
      auto const known = number >= 1 && number <= elements.size() &&
                         (narrowing_ || dictionaries_[form].contains(number * part_step));
      if (!known) throw Wrong{use.first.begin(), fmt::format("{} has no element {:02}", id, number)};
      auto& element = elements[number - 1];
      set_codes(element, use);
      for (auto const& component : components) {
        auto const part = as_number(view(component.first));
        if (part < 1 || part > element.parts)
          throw Wrong{component.first.begin(), fmt::format("{}{:02} has no component {}", id, number, part)};
        set_codes(elements[element.first_part + part - 1], component);
      }
    }
  }
}

void TableBuilder::take(grammar::guide_file::Content const& content) {
  auto const name = view(content.name);
  if (narrowing_) throw Wrong{content.name.begin(), "a guide that narrows another has no contents"};
  auto const segment =
      Word(content.name.begin(), content.name.begin() + std::min(name.find('.'), name.size()));
  auto const form = form_of(segment);
  auto elements = whole(form);
  apply(elements, content.elements, form);
  if (!contents_.emplace(name, Uses{form, std::move(elements)}).second)
    throw Wrong{content.name.begin(), "this name is used above"};
}

Table TableBuilder::done(char const* end) {
  if (!named_) throw Wrong{end, "the guide has no heading"};
  return std::move(table_);
}

}  // namespace scrub837::guide
