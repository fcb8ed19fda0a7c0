#include "src/rules/guide_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace scrub837::guide_words {
namespace {

// Elements that hold what the row of the guide is about: its title says more than theirs.
bool is_main(Place place, Kind kind) {
  constexpr std::array main{Kind::REF, Kind::AMT, Kind::QTY, Kind::NTE};
  return place.component == 0 && ((place.element == 2 && std::ranges::find(main, kind) != main.end()) ||
                                  (place.element == 3 && kind == Kind::DTP));
}

std::string_view title_of(guide::Fault const& fault, guide::Table const& table) {
  if (fault.element == nullptr) return {};
  if (fault.element->list != guide::none && table.lists[fault.element->list].name == "npi") return "NPI";
  if (fault.segment == Kind::NM1 && fault.place.element == 9 &&
      (fault.loop == LoopId::L2010BA || fault.loop == LoopId::L2330A))
    return "member ID";
  if (fault.segment == Kind::NM1 && fault.place.element == 9 &&
      (fault.loop == LoopId::L2010BB || fault.loop == LoopId::L2330B))
    return "payer ID";
  if (is_main(fault.place, fault.segment) && fault.use != nullptr && fault.use->title != guide::none)
    return table.title_of(fault.use->title);
  return table.title_of(fault.element->title);
}

std::string id_of(guide::Fault const& fault, std::uint8_t element, std::uint8_t component) {
  auto const name = fmt::format("{}{:02}", name_of(fault.segment), element);
  return component == 0 ? name : fmt::format("{}-{}", name, component);
}

std::string of_loop(guide::Fault const& fault, guide::Table const& table) {
  auto const name = name_of(fault.loop);
  if (name.empty() || fault.loop == LoopId::header) return {};
  auto const title = table.title_of_loop(name);
  return title.empty() ? fmt::format(" in loop {}", name) : fmt::format(" of the {} ({})", title, name);
}

// `REF*EI`: the first code that tells this use of the segment from the others.
std::string qualified(guide::Fault const& fault, guide::Table const& table) {
  std::string name(name_of(fault.segment));
  if (fault.use == nullptr || fault.use->qualifiers.empty()) return name;
  auto const& qualifier = fault.use->qualifiers.front();
  auto const& codes = table.code_sets[qualifier.codes].codes;
  constexpr std::size_t few = 4;
  if (qualifier.element != 1 || fault.segment == Kind::NM1 || codes.size() > few) return name;
  return fmt::format("{}*{}", name, fmt::join(codes, " or "));
}

// `rendering providers of the line`: it is the first noun that there are several of.
std::string plural(std::string_view title) {
  auto end = title.size();
  for (std::string_view const link : {" of ", " at ", " by "}) end = std::min(end, title.find(link));
  std::string noun(title.substr(0, end));
  constexpr std::string_view information = " information", vowels = "aeiou";
  if (noun.ends_with(information)) noun.resize(noun.size() - information.size());
  bool const ends_in_y = noun.size() > 1 && noun.ends_with('y');
  if (ends_in_y && vowels.find(noun[noun.size() - 2]) == std::string_view::npos) {
    noun.replace(noun.size() - 1, 1, "ies");
  } else {
    noun += noun.ends_with('s') ? "es" : "s";
  }
  return noun.append(title.substr(end));
}

// The uses of its segment that the loop has, if the element of the fault is what tells them apart.
std::vector<guide::SegmentUse const*> uses_told_apart_by(guide::Fault const& fault,
                                                         guide::Table const& table) {
  std::vector<guide::SegmentUse const*> uses;
  auto const is_by_this = [&](guide::SegmentUse const& use) {
    return !use.qualifiers.empty() && use.qualifiers.front().element == fault.place.element &&
           use.qualifiers.front().component == fault.place.component;
  };
  if (fault.use == nullptr || !is_by_this(*fault.use)) return uses;
  for (auto const& use : table.uses) {
    if (use.segment == fault.use->segment && use.loop == fault.use->loop && is_by_this(use) &&
        use.usage != guide::Usage::not_used)
      uses.push_back(&use);
  }
  return uses;
}

// `431 (onset of illness)`, `314 or 360 or 361 (disability dates)`.
std::vector<std::string> codes_with_titles(std::vector<guide::SegmentUse const*> const& uses,
                                           guide::Table const& table) {
  std::vector<std::string> result;
  for (auto const* const use : uses) {
    auto const& codes = table.code_sets[use->qualifiers.front().codes].codes;
    auto const title = table.title_of(use->title);
    auto text = fmt::format("{}", fmt::join(codes, " or "));
    if (!title.empty()) text += fmt::format(" ({})", title);
    result.push_back(std::move(text));
  }
  return result;
}

}  // namespace

std::string element(guide::Fault const& fault, guide::Table const& table) {
  auto const title = title_of(fault, table);
  auto name = id_of(fault, fault.place.element, fault.place.component);
  if (!title.empty()) name += fmt::format(" ({})", title);
  return name + of_loop(fault, table);
}

std::string segment(guide::Fault const& fault, guide::Table const& table) {
  auto name = qualified(fault, table);
  std::string_view title;
  if (fault.use != nullptr) title = table.title_of(fault.use->title);
  if (title.empty() && fault.use != nullptr) title = table.title_of(table.forms[fault.use->form].title);
  if (!title.empty()) name += fmt::format(" ({})", title);
  return name + of_loop(fault, table);
}

std::string loop(guide::Fault const& fault, guide::Table const& table) {
  auto const name = name_of(fault.loop);
  auto const title = table.title_of_loop(name);
  return title.empty() ? std::string(name) : fmt::format("{} ({})", name, title);
}

std::string allowed(guide::Fault const& fault, guide::Table const& table) {
  if (auto const uses = uses_told_apart_by(fault, table); uses.size() > 1)
    return fmt::format(" Allowed: {}.", fmt::join(codes_with_titles(uses, table), ", "));
  constexpr std::size_t few = 24;
  if (fault.element == nullptr || fault.element->codes == guide::none) return {};
  auto codes = table.code_sets[fault.element->codes].codes;
  if (codes.size() > few) return {};
  // Numbers in their order: 2 before 10.
  if (fault.element->type == guide::Type::integer) std::ranges::stable_sort(codes, {}, &std::string::size);
  return fmt::format(" Allowed: {}.", fmt::join(codes, ", "));
}

bool is_qualifier(guide::Fault const& fault, guide::Table const& table) {
  return uses_told_apart_by(fault, table).size() > 1;
}

std::string place(guide::Fault const& fault) {
  return id_of(fault, fault.place.element, fault.place.component);
}

std::string whole_element(guide::Fault const& fault, guide::Table const& table) {
  auto name = id_of(fault, fault.place.element, 0);
  if (fault.use == nullptr || fault.place.element == 0 || fault.place.element > fault.use->elements)
    return name;
  auto const title = table.title_of(table.elements_of(*fault.use)[fault.place.element - 1U].title);
  return title.empty() ? name : fmt::format("{} ({})", name, title);
}

std::string other_element(guide::Fault const& fault) { return id_of(fault, fault.other, 0); }

std::string times(guide::Fault const& fault) {
  return fault.count == 0 ? std::string("too often") : fmt::format("{} times", fault.count);
}

std::string allowed_number(guide::Fault const& fault) {
  return fmt::format("{} {}", fault.other, fault.other == 1 ? "is" : "are");
}

std::string loops_found(guide::Fault const& fault, guide::Table const& table) {
  auto const name = name_of(fault.loop);
  auto const parent = table.title_of_loop(name_of(fault.parent));
  return fmt::format("The {} has {} {} ({})", parent.empty() ? std::string_view("loop above") : parent,
                     fault.count == 0 ? std::string("too many") : std::to_string(fault.count),
                     plural(table.title_of_loop(name)), name);
}

void ask(guide::Fault const& fault, std::string message, Reporter& report, std::string_view needed) {
  add(fault, std::move(message), report);
  if (fault.loop == LoopId::stray) return;
  report.ask_for_value();
  if (!needed.empty()) report.needs(needed);
}

void add(guide::Fault const& fault, std::string message, Reporter& report) {
  if (fault.missing.segment != Kind::unknown) {
    return report.add_missing(fault.missing, fault.place.segment, -1, std::move(message));
  }
  auto const severity = fault.mild ? report.severity_or(Severity::warning) : report.severity();
  report.add_as(severity, fault.place, -1, std::move(message), fault.fix);
  // ISA and GS are written by the system that sends; nothing can be typed for them.
  if (fault.loop == LoopId::stray)
    report.needs("Correct it in the system that makes the file, and send the file again.");
}

}  // namespace scrub837::guide_words
