#include "src/redact/element_class.hpp"

#include <algorithm>

#include "src/guide/bound_guide.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::redact {
namespace {

struct Known {
  Kind kind;
  std::size_t first, last;
  Treatment treatment;
};

// Where the type of the guide is not enough: a name and an id are both texts there.
constexpr auto known = std::to_array<Known>({
    {Kind::ISA, 2, 2, Treatment::name},   {Kind::ISA, 4, 4, Treatment::name},
    {Kind::ISA, 9, 9, Treatment::date},   {Kind::ISA, 10, 10, Treatment::time},
    {Kind::ISA, 11, 12, Treatment::keep}, {Kind::ISA, 13, 13, Treatment::control},
    {Kind::ISA, 16, 16, Treatment::keep}, {Kind::GS, 6, 6, Treatment::control},
    {Kind::GS, 8, 8, Treatment::code},    {Kind::ST, 1, 1, Treatment::keep},
    {Kind::ST, 2, 2, Treatment::control}, {Kind::ST, 3, 3, Treatment::code},
    {Kind::SE, 1, 1, Treatment::keep},    {Kind::SE, 2, 2, Treatment::control},
    {Kind::GE, 1, 1, Treatment::keep},    {Kind::GE, 2, 2, Treatment::control},
    {Kind::IEA, 1, 1, Treatment::keep},   {Kind::IEA, 2, 2, Treatment::control},
    {Kind::BHT, 1, 1, Treatment::code},   {Kind::HL, 1, 4, Treatment::keep},
    {Kind::LX, 1, 1, Treatment::keep},    {Kind::NM1, 3, 7, Treatment::name},
    {Kind::NM1, 12, 12, Treatment::name}, {Kind::N3, 1, 2, Treatment::name},
    {Kind::N4, 1, 1, Treatment::name},    {Kind::N4, 3, 3, Treatment::id},
    {Kind::PER, 2, 2, Treatment::name},   {Kind::SBR, 4, 4, Treatment::name},
    {Kind::NTE, 2, 2, Treatment::text},   {Kind::K3, 1, 1, Treatment::text},
    {Kind::CR1, 9, 10, Treatment::text},  {Kind::CR2, 10, 11, Treatment::text},
    {Kind::CR3, 5, 5, Treatment::text},   {Kind::FRM, 3, 3, Treatment::text},
    {Kind::PWK, 7, 7, Treatment::text},   {Kind::HCP, 4, 4, Treatment::id},
});

struct ControlNumber {
  Kind kind;
  std::size_t element;
  std::string_view level;
};
constexpr auto control_numbers = std::to_array<ControlNumber>({{Kind::ISA, 13, "interchange"},
                                                               {Kind::IEA, 2, "interchange"},
                                                               {Kind::GS, 6, "group"},
                                                               {Kind::GE, 2, "group"},
                                                               {Kind::ST, 2, "set"},
                                                               {Kind::SE, 2, "set"}});

bool is_upper_or_digit(char byte) { return is_digit(byte) || (byte >= 'A' && byte <= 'Z'); }

// 99600, G0299, 0123T; ICD-10-CM and its predecessor; 251E00000X; 005010X222A1.
bool looks_like_code(std::string_view list, std::string_view value) {
  auto const digits = static_cast<std::size_t>(std::ranges::count_if(value, is_digit));
  if (!std::ranges::all_of(value, [](char byte) { return is_upper_or_digit(byte) || byte == '.'; }))
    return false;
  if (list == "procedure") return value.size() == 5 && digits >= 4;
  if (list == "icd-diagnosis") return value.size() <= 8 && digits >= 2 && is_digit(value[1]);
  if (list == "taxonomy") return value.size() >= 8 && value.size() <= 12 && digits >= 5;
  if (list == "drug") return value.size() <= 13 && digits == value.size();
  if (list == "version") return value.size() <= 12 && digits >= 5;
  return digits >= 1 && value.size() <= 5;
}

}  // namespace

bool ElementClass::is_code(std::string_view value) const {
  // What is shorter tells nothing of a person, and a wrong one has to stay wrong.
  constexpr std::size_t short_value = 3;
  if (value.size() <= short_value) return true;
  if (std::ranges::any_of(codes, [&](guide::CodeSet const* set) { return set->contains(value); }))
    return true;
  return !list.empty() && looks_like_code(list, value);
}

ElementClasses::ElementClasses() {
  static auto const guide = guide::shipped_guide();
  auto const& table = guide->table();
  for (auto const& use : table.uses) {
    auto const kind = kind_of(use.segment);
    auto const elements = table.elements_of(use);
    for (std::size_t i = 0; i < elements.size(); ++i) {
      add(table, kind, elements[i], i + 1, 0);
      auto const parts = table.parts_of(elements[i]);
      for (std::size_t part = 0; part < parts.size(); ++part) add(table, kind, parts[part], i + 1, part + 1);
    }
  }
  for (auto const& one : known) {
    for (auto i = one.first; i <= one.last; ++i) classes_[key(one.kind, i, 0)].treatment = one.treatment;
  }
  for (auto const& [kind, element, level] : control_numbers) classes_[key(kind, element, 0)].level = level;
  for (auto const kind : {Kind::GS, Kind::ST})
    classes_[key(kind, kind == Kind::GS ? 8 : 3, 0)].list = "version";
  for (auto const kind : {Kind::SV1, Kind::SV5}) classes_[key(kind, 1, 7)].treatment = Treatment::text;
  classes_[key(Kind::SVD, 3, 7)].treatment = Treatment::text;
  for (auto const place : {key(Kind::LIN, 3, 0), key(Kind::LQ, 2, 0)}) {
    classes_[place].treatment = Treatment::code;
    classes_[place].list = "drug";
  }
}

void ElementClasses::add(guide::Table const& table, Kind kind, guide::ElementUse const& use,
                         std::size_t element, std::size_t component) {
  auto& found = classes_[key(kind, element, component)];
  if (use.codes != guide::none) found.codes.push_back(&table.code_sets[use.codes]);
  if (use.list != guide::none && found.list.empty()) {
    std::string_view const list = table.lists[use.list].name;
    if (list != "npi" && list != "postal") found.list = list;
  }
  switch (use.type) {
    case guide::Type::code:
      found.treatment = Treatment::code;
      break;
    case guide::Type::date:
      found.treatment = Treatment::date;
      break;
    case guide::Type::time:
      found.treatment = Treatment::time;
      break;
    case guide::Type::decimal:
      found.treatment = use.decimals == 2 ? Treatment::amount : Treatment::number;
      break;
    case guide::Type::integer:
      found.treatment = Treatment::number;
      break;
    case guide::Type::text:
    case guide::Type::composite:
      if (found.treatment == Treatment::other) found.treatment = Treatment::id;
      if (use.format_in != 0) found.treatment = Treatment::date;
      if (!found.list.empty()) found.treatment = Treatment::code;
      break;
  }
}

ElementClass const& ElementClasses::of(Kind kind, std::size_t element, std::size_t component) const {
  static ElementClass const none;
  auto const found = classes_.find(key(kind, element, component));
  if (found != classes_.end()) return found->second;
  // Components where the guide has none are of their element.
  auto const whole = component == 0 ? classes_.end() : classes_.find(key(kind, element, 0));
  return whole == classes_.end() ? none : whole->second;
}

}  // namespace scrub837::redact
