#include "src/guide/glance_table.hpp"

#include <algorithm>
#include <utility>

namespace scrub837::guide {
namespace {

GlanceElement::How how_to_look(ElementUse const& element, GlanceElement const& seen) {
  using How = GlanceElement::How;
  if (element.usage == Usage::not_used) return How::unsure;
  if (element.parts > 0) return How::composite;
  if (element.codes != none) return seen.tags.empty() || element.format_in != 0 ? How::unsure : How::coded;
  switch (element.type) {
    case Type::text:
    case Type::code:
      return element.format_in != 0 ? How::dated : How::plain;
    case Type::integer:
      return How::digits;
    case Type::decimal:
      return element.min > 1 ? How::unsure : How::decimal;
    case Type::date:
      return How::date;
    case Type::time:
      return How::time;
    case Type::composite:
      break;
  }
  return How::unsure;
}

GlanceElement glance_of(Table const& table, ElementUse const& element) {
  constexpr std::uint16_t most = 64;  // no longer segment is looked at
  GlanceElement seen{.min = static_cast<std::uint8_t>(std::min(element.min, most)),
                     .max = static_cast<std::uint8_t>(std::min(element.max, most)),
                     .decimals = element.decimals,
                     .format_in = element.format_in,
                     .parts = element.parts,
                     .required = element.usage == Usage::required,
                     .listed = element.list != none,
                     .tags = {}};
  if (element.codes != none) seen.tags = table.code_sets[element.codes].tags;
  seen.how = how_to_look(element, seen);
  if (seen.how == GlanceElement::How::composite) {
    seen.min = 1;
    seen.max = most;
  }
  return seen;
}

// Of a number that is answered with, a receiver keeps twenty characters, and of others as many are right.
void note_what_receivers_keep(SegmentUse const& use, std::vector<GlanceElement>& elements) {
  constexpr std::uint8_t kept = 20;
  auto const number = use.segment == "CLM" ? 1U : use.segment == "REF" ? 2U : 0U;
  if (number != 0 && number <= elements.size())
    elements[number - 1].max = std::min(elements[number - 1].max, kept);
}

void add_parts(Table const& table, std::span<ElementUse const> uses, std::vector<GlanceElement>& elements) {
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (elements[i].how != GlanceElement::How::composite) continue;
    elements[i].first_part = static_cast<std::uint16_t>(elements.size());
    for (auto const& part : table.parts_of(uses[i])) {
      elements.push_back(glance_of(table, part));
      auto& whole = elements[i];
      if (elements.back().required)
        whole.last_required_part = static_cast<std::uint8_t>(elements.size() - whole.first_part);
    }
  }
}

std::vector<GlanceNote> notes_of(Table const& table, SegmentUse const& use) {
  auto const elements = table.elements_of(use);
  std::vector<GlanceNote> notes;
  for (auto const& note : table.forms[use.form].notes) {
    GlanceNote bits{.kind = note.kind};
    for (auto const number : note.elements) {
      if (elements[number - 1U].usage == Usage::not_used) continue;
      bits.elements |= std::uint64_t{1} << number;
      if (number == note.elements.front()) bits.first = bits.elements;
    }
    if (bits.elements != 0) notes.push_back(bits);
  }
  return notes;
}

}  // namespace

GlanceTable glance_of(Table const& table, SegmentUse const& use) {
  auto const uses = table.elements_of(use);
  GlanceTable seen;
  seen.count = use.elements;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    seen.elements.push_back(glance_of(table, uses[i]));
    if (seen.elements.back().required) seen.required |= std::uint64_t{1} << (i + 1);
  }
  note_what_receivers_keep(use, seen.elements);
  add_parts(table, uses, seen.elements);
  seen.notes = notes_of(table, use);
  return seen;
}

}  // namespace scrub837::guide
