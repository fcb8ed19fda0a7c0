#include "tests/guide/facts.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace scrub837::test::guide {
namespace {

std::vector<std::string> split(std::string const& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

std::string loop_name(std::string const& name) {
  return name == "ISA_LOOP"  ? "interchange"
         : name == "GS_LOOP" ? "group"
         : name == "ST_LOOP" ? "header"
                             : name;
}

std::size_t repeat_of(std::string const& text) { return text == ">1" ? 0 : std::stoul(text); }

enum Column {
  loop,
  parent,
  position,
  segment,
  qualifier,
  usage,
  repeat,
  ref,
  element_usage,
  type,
  min,
  max,
  element_repeat,
  codes,
  syntax
};

SegmentFact segment_of(std::vector<std::string> const& row) {
  SegmentFact fact{.loop = loop_name(row[loop]),
                   .id = row[segment],
                   .position = row[position].empty() ? 0U : static_cast<unsigned>(std::stoul(row[position])),
                   .usage = row[usage][0],
                   .repeat = repeat_of(row[repeat]),
                   .qualifiers = {},
                   .notes = split(row[syntax], ' '),
                   .elements = {}};
  for (auto const& condition : split(row[qualifier], ';')) {
    auto const equals = condition.find('=');
    fact.qualifiers.emplace_back(condition.substr(0, equals), split(condition.substr(equals + 1), '/'));
  }
  return fact;
}

ElementFact element_of(std::vector<std::string> const& row) {
  ElementFact fact{
      .ref = row[ref], .usage = row[element_usage][0], .type = row[type], .codes = {}, .list = {}};
  if (!row[min].empty()) fact.min = std::stoul(row[min]);
  if (!row[max].empty()) fact.max = std::stoul(row[max]);
  if (!row[element_repeat].empty()) fact.repeats = repeat_of(row[element_repeat]);
  if (row[codes].starts_with("ext:")) {
    fact.list = row[codes].substr(4);
  } else {
    fact.codes = split(row[codes], ' ');
  }
  return fact;
}

Facts read() {
  Facts result;
  std::ifstream in(SCRUB837_SOURCE_DIR "/tests/guide/005010X222A1.facts.tsv");
  if (!in) throw std::runtime_error("tests/guide/005010X222A1.facts.tsv is not there");
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    auto row = split(line, '\t');
    row.resize(syntax + 1);
    if (row[segment].empty()) {
      for (auto const& above : split(row[parent].empty() ? " " : row[parent], ' ')) {
        result.loops.push_back(
            {.name = loop_name(row[loop]),
             .parent = loop_name(above),
             .position = row[position].empty() ? 0U : static_cast<unsigned>(std::stoul(row[position])),
             .usage = row[usage][0],
             .repeat = repeat_of(row[repeat])});
      }
    } else if (row[ref].empty()) {
      result.segments.push_back(segment_of(row));
    } else {
      auto const owner =
          std::find_if(result.segments.rbegin(), result.segments.rend(), [&](SegmentFact const& fact) {
            auto const same = segment_of(row);
            return fact.loop == same.loop && fact.id == same.id && fact.qualifiers == same.qualifiers;
          });
      if (owner == result.segments.rend()) {
        // Rows of a trailer stand without one of the segment itself.
        result.segments.push_back(segment_of(row));
        result.segments.back().elements.push_back(element_of(row));
      } else {
        owner->elements.push_back(element_of(row));
      }
    }
  }
  return result;
}

}  // namespace

unsigned ElementFact::number() const {
  auto const dash = std::min(ref.find('-'), ref.size());
  return static_cast<unsigned>(std::stoul(ref.substr(dash - 2, 2)));
}

unsigned ElementFact::component() const {
  auto const dash = ref.find('-');
  return dash == std::string::npos ? 0U : static_cast<unsigned>(std::stoul(ref.substr(dash + 1)));
}

std::vector<std::string> const* SegmentFact::codes_of_qualifier(std::string_view wanted) const {
  auto const found =
      std::ranges::find(qualifiers, wanted, &std::pair<std::string, std::vector<std::string>>::first);
  return found == qualifiers.end() ? nullptr : &found->second;
}

Facts const& facts() {
  static Facts const result = read();
  return result;
}

}  // namespace scrub837::test::guide
