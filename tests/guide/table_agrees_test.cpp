#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "src/guide/bound_guide.hpp"
#include "tests/guide/facts.hpp"

namespace scrub837::test::guide {
namespace {

using scrub837::guide::ElementUse;
using scrub837::guide::SegmentUse;
using scrub837::guide::Table;
using scrub837::guide::Type;
using scrub837::guide::Usage;

char letter_of(Usage usage) { return usage == Usage::required ? 'R' : usage == Usage::not_used ? 'N' : 'S'; }

std::string type_of(Type type) {
  constexpr char const* names[] = {"AN", "ID", "N0", "R", "DT", "TM", ""};
  return names[static_cast<std::size_t>(type)];
}

std::string qualifiers_of(Table const& table, SegmentUse const& use) {
  std::string text;
  for (auto const& qualifier : use.qualifiers) {
    text += fmt::format("{}{:02}", use.segment, qualifier.element);
    if (qualifier.component != 0) text += fmt::format("-{}", qualifier.component);
    for (auto const& code : table.code_sets[qualifier.codes].codes) text += "/" + code;
    text += ";";
  }
  return text;
}

std::string qualifiers_of(SegmentFact const& fact) {
  std::string text;
  for (auto const& [ref, codes] : fact.qualifiers) {
    text += ref;
    for (auto const& code : std::set(codes.begin(), codes.end())) text += "/" + code;
    text += ";";
  }
  return text;
}

// What differs between an element in the table and in the facts; empty: nothing.
std::string difference(Table const& table, ElementUse const& element, ElementFact const& fact) {
  if (letter_of(element.usage) != fact.usage) return "usage";
  if (type_of(element.type) != fact.type) return "type";
  // The dictionary's length of an element that a loop doesn't use is nothing to check: of PWK06 and HCP12 the
  // table has one length, the guide's.
  if (fact.usage == 'N' && (fact.ref == "PWK06" || fact.ref == "HCP12")) return {};
  if (!fact.type.empty() && (element.min != fact.min || element.max != fact.max)) return "length";
  if (element.repeats != fact.repeats) return "repetitions";
  std::vector<std::string> codes;
  if (element.codes != scrub837::guide::none) codes = table.code_sets[element.codes].codes;
  auto wanted = fact.codes;
  std::ranges::sort(wanted);
  if (codes != wanted) return "codes";
  auto const list = element.list == scrub837::guide::none ? std::string() : table.lists[element.list].name;
  return list == fact.list ? std::string() : "list";
}

TEST_CASE("the guide table and the facts agree, row by row") {
  auto const& table = scrub837::guide::shipped_guide()->table();
  std::size_t rows = 0;
  std::vector<std::string> wrong;

  REQUIRE(table.loops.size() == facts().loops.size());
  for (auto const& fact : facts().loops) {
    ++rows;
    auto const found = std::ranges::find_if(
        table.loops, [&](auto const& loop) { return loop.name == fact.name && loop.parent == fact.parent; });
    if (found == table.loops.end() || letter_of(found->usage) != fact.usage || found->repeat != fact.repeat ||
        found->position != fact.position)
      wrong.push_back("loop " + fact.name);
  }

  CHECK(table.uses.size() == facts().segments.size());
  for (auto const& fact : facts().segments) {
    ++rows;
    auto const name = fmt::format("{} {} {}", fact.loop, fact.id, qualifiers_of(fact));
    auto const use = std::ranges::find_if(table.uses, [&](SegmentUse const& known) {
      return known.loop == fact.loop && known.segment == fact.id &&
             qualifiers_of(table, known) == qualifiers_of(fact);
    });
    if (use == table.uses.end()) {
      wrong.push_back(name);
      continue;
    }
    bool const in_envelope = fact.position == 0;
    if (letter_of(use->usage) != fact.usage || use->repeat != fact.repeat ||
        (!in_envelope && use->position != fact.position))
      wrong.push_back(name + " usage, repeat or position");
    std::vector<std::string> notes;
    for (auto const& note : table.forms[use->form].notes) {
      auto text = std::string(1, note.kind);
      for (auto const element : note.elements) text += fmt::format("{:02}", element);
      notes.push_back(text);
    }
    if (std::set(notes.begin(), notes.end()) != std::set(fact.notes.begin(), fact.notes.end()))
      wrong.push_back(name + " syntax notes");
    auto const elements = table.elements_of(*use);
    std::size_t known = 0;
    for (auto const& element : elements) known += 1U + element.parts;
    // Of a composite that a loop doesn't use the facts have no components.
    std::size_t told = 0;
    for (auto const& element : elements) {
      bool const parts_told = std::ranges::any_of(fact.elements, [&](ElementFact const& other) {
        return other.component() != 0 &&
               other.number() == static_cast<unsigned>(&element - elements.data()) + 1;
      });
      if (!parts_told) told += element.parts;
    }
    if (known - told != fact.elements.size()) wrong.push_back(name + " number of elements");
    for (auto const& element : fact.elements) {
      ++rows;
      if (element.number() > elements.size()) {
        wrong.push_back(name + " " + element.ref);
        continue;
      }
      auto const& owner = elements[element.number() - 1];
      if (element.component() > owner.parts) {
        wrong.push_back(name + " " + element.ref);
        continue;
      }
      auto const& here = element.component() == 0 ? owner : table.parts_of(owner)[element.component() - 1];
      if (auto const what = difference(table, here, element); !what.empty())
        wrong.push_back(fmt::format("{} {}: {}", name, element.ref, what));
    }
  }
  for (auto const& row : wrong) MESSAGE(row);
  CHECK(wrong.empty());
  MESSAGE(rows << " rows compared, " << wrong.size() << " differ");
  CHECK(rows > 1900);
}

}  // namespace
}  // namespace scrub837::test::guide
