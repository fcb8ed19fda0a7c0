#include <algorithm>
#include <array>

#include "tests/fuzz/mutation.hpp"

// Changes of headers, trailers, counts, control numbers, levels and separators.

namespace scrub837::test {
namespace {

DocumentPart* any_part(Document& document, Random& random, std::string_view ids) {
  auto const found = document.find(ids);
  return found.empty() ? nullptr : &document.parts[found[random.below(found.size())]];
}

void change_element(DocumentPart& part, std::size_t index, Random& random, auto change) {
  auto elements = part.elements();
  if (elements.size() <= index) elements.resize(index + 1);
  change(elements[index], random);
  part.set_elements(elements);
}

// An ISA element that is short, long, blank, absent, or not what it should be.
void damage_isa_element(Document& document, Random& random) {
  auto* const isa = any_part(document, random, "ISA");
  if (isa == nullptr) return;
  change_element(*isa, 1 + random.below(16), random, [](std::string& element, Random& r) {
    constexpr std::string_view values[] = {"",
                                           " ",
                                           "00501",
                                           "004010",
                                           "0123456789",
                                           "U",
                                           "P",
                                           "T",
                                           "X",
                                           "000000001",
                                           "SENDER-WITH-A-LONG-NAME-OF-ITS-OWN",
                                           "\xC3\x89",
                                           "-1"};
    switch (r.below(4)) {
      case 0:
        if (!element.empty()) element.pop_back();
        break;
      case 1:
        element.push_back(r.byte_of(" 0A:"));
        break;
      default:
        element = r.of(values);
    }
  });
}
void change_isa_elements(Document& document, Random& random) {
  auto* const isa = any_part(document, random, "ISA");
  if (isa == nullptr) return;
  auto elements = isa->elements();
  auto const index = static_cast<std::ptrdiff_t>(random.below(elements.size()));
  if (random.one_in(2)) {
    elements.erase(elements.begin() + index);
  } else {
    elements.insert(elements.begin() + index, random.one_in(2) ? "" : "00");
  }
  isa->set_elements(elements);
}
void trim_isa(Document& document, Random& random) {
  auto* const isa = any_part(document, random, "ISA");
  if (isa == nullptr) return;
  auto elements = isa->elements();
  for (auto& element : elements) {
    while (element.ends_with(' ')) element.pop_back();
  }
  isa->set_elements(elements);
}
void empty_isa(Document& document, Random& random) {
  auto* const isa = any_part(document, random, "ISA");
  if (isa == nullptr) return;
  auto elements = isa->elements();
  for (std::size_t i = 1; i + 1 < elements.size(); ++i) {
    if (!random.one_in(4)) elements[i].clear();
  }
  isa->set_elements(elements);
}
// What stands between ISA16 and the terminator, or in its place.
void change_isa_end(Document& document, Random& random) {
  auto* const isa = any_part(document, random, "ISA");
  if (isa == nullptr || isa->tail.empty()) return;
  constexpr std::string_view ends[] = {" ", "  ", "\n", "\r\n", "*", "~", "^", ""};
  switch (random.below(4)) {
    case 0:
      isa->tail.insert(0, random.of(ends));
      break;
    case 1:
      isa->tail.erase(0, 1);
      break;
    case 2:
      if (!isa->body.empty()) isa->body.back() = random.byte_of(":>^*~|<\\A1 ");
      break;
    default:
      isa->tail.insert(1, random.of(ends));
  }
}
// The whole interchange is written with another byte in the place of ISA16's, or the ISA alone names another.
void change_component_separator(Document& document, Random& random) {
  auto const spans = document.units(Unit::interchange);
  if (spans.empty()) return;
  auto const span = spans[random.below(spans.size())];
  auto const to = random.byte_of("><:^|\\;+");
  bool const isa_alone = random.one_in(2);
  auto const from = document.parts[span.first].component;
  for (auto i = span.first; i < span.last; ++i) {
    auto& body = document.parts[i].body;
    if (i == span.first) {
      if (isa_alone && !body.empty()) body.back() = to;
    } else if (!isa_alone) {
      std::replace(body.begin(), body.end(), from, to);
    }
  }
}
void lower_case_header(Document& document, Random& random) {
  auto* const part = any_part(document, random, random.one_in(2) ? "ISA" : "ISA GS ST SE GE IEA HL CLM");
  if (part == nullptr) return;
  auto const size = random.one_in(2) ? std::min<std::size_t>(3, part->body.size()) : part->body.size();
  for (std::size_t i = 0; i < size; ++i) {
    auto& byte = part->body[i];
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
}
void blanks_before_segment(Document& document, Random& random) {
  auto* const part = any_part(document, random, random.one_in(3) ? "GS ST CLM HL SV1 NTE" : "SE GE IEA");
  constexpr std::string_view blanks[] = {" ", "   ", "\t", "\n", "\r\n ", "\xEF\xBB\xBF", "\xC2\xA0"};
  if (part != nullptr) part->lead += random.of(blanks);
}
void line_end_inside(Document& document, Random& random) {
  auto* const part =
      any_part(document, random, random.one_in(2) ? "SE GE IEA" : "GS ST CLM HL SV1 NTE NM1 ISA");
  if (part == nullptr) return;
  part->body.insert(random.below(part->body.size() + 1), random.one_in(2) ? "\n" : "\r\n");
}
void change_number(std::string& element, Random& random) {
  constexpr std::string_view values[] = {"",
                                         "0",
                                         "1",
                                         "2",
                                         "99",
                                         "0001",
                                         "000000001",
                                         "-1",
                                         "1.0",
                                         "A",
                                         " 1",
                                         "1 ",
                                         "99999999999999999999",
                                         "4294967297",
                                         "+3",
                                         "0x1"};
  auto const digits =
      !element.empty() && element.size() < 9 &&
      std::all_of(element.begin(), element.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && random.one_in(2)) {
    element = std::to_string(std::stoul(element) + (random.one_in(2) ? 1 : 10));
  } else {
    element = random.of(values);
  }
}
void change_trailer(Document& document, Random& random) {
  auto* const part = any_part(document, random, "SE GE IEA");
  if (part != nullptr) change_element(*part, 1 + random.below(2), random, change_number);
}
void change_header_number(Document& document, Random& random) {
  auto* const part = any_part(document, random, "GS ST BHT");
  if (part != nullptr)
    change_element(*part, part->id == "GS" ? 6 : part->id == "ST" ? 2 : 3, random, change_number);
}
void change_version(Document& document, Random& random) {
  auto* const part = any_part(document, random, "GS ST");
  if (part == nullptr) return;
  change_element(*part, part->id == "GS" ? 8 : 3, random, [](std::string& element, Random& r) {
    constexpr std::string_view versions[] = {"",
                                             "005010X222A1",
                                             "005010X222",
                                             "005010X222A2",
                                             "005010X223A2",
                                             "005010",
                                             "004010X098A1",
                                             "005010X279A1",
                                             "X",
                                             "005010x222a1",
                                             "005010X224A2"};
    element = r.of(versions);
  });
}
void change_kind(Document& document, Random& random) {
  auto* const part = any_part(document, random, "GS ST");
  if (part == nullptr) return;
  change_element(*part, 1, random, [](std::string& element, Random& r) {
    constexpr std::string_view kinds[] = {"837",  "835", "271", "",   "83", "8370",
                                          "837P", "HC",  "HB",  "hc", "FA", " 837"};
    element = r.of(kinds);
  });
}
void drop_trailers(Document& document, Random& random) {
  constexpr std::string_view ids[] = {"SE", "GE",    "IEA",   "SE GE IEA", "ST",
                                      "GS", "ST SE", "GS GE", "HL",        "ISA"};
  auto found = document.find(random.of(ids));
  if (random.one_in(2) && found.size() > 1) found.erase(found.begin(), found.end() - 1);
  for (auto i = found.size(); i > 0; --i) {
    document.parts.erase(document.parts.begin() + static_cast<std::ptrdiff_t>(found[i - 1]));
  }
}
void change_level(Document& document, Random& random) {
  auto* const part = any_part(document, random, "HL");
  if (part == nullptr) return;
  auto const index = 1 + random.below(4);
  change_element(*part, index, random, [&](std::string& element, Random& r) {
    constexpr std::string_view codes[] = {"20", "22", "23", "21", "24", "", "2", "PT"};
    if (index == 3) {
      element = r.of(codes);
    } else {
      change_number(element, r);
    }
  });
}
void shift_levels(Document& document, Random& random) {
  auto const by = 1 + random.below(5);
  for (auto const index : document.find("HL")) {
    auto elements = document.parts[index].elements();
    for (std::size_t i = 1; i <= 2 && i < elements.size(); ++i) {
      if (!elements[i].empty() && elements[i].size() < 6 &&
          elements[i].find_first_not_of("0123456789") == std::string::npos) {
        elements[i] = std::to_string(std::stoul(elements[i]) + by);
      }
    }
    document.parts[index].set_elements(elements);
  }
}
void lose_terminator(Document& document, Random& random) {
  if (document.parts.empty()) return;
  auto& part = random.one_in(2) ? document.parts.back() : document.parts[random.below(document.parts.size())];
  part.tail.clear();
}
// A headless interchange, before or between good ones.
void lose_isa(Document& document, Random& random) {
  auto const found = document.find("ISA");
  if (found.empty()) return;
  auto const index = found[random.below(found.size())];
  auto& part = document.parts[index];
  switch (random.below(3)) {
    case 0:
      part.body.erase(0, std::min<std::size_t>(part.body.size(), 1 + random.below(60)));
      break;
    case 1:
      part.body.resize(random.below(part.body.size() + 1));
      break;
    default: {
      auto const spans = document.units(Unit::interchange);
      auto const span = spans[random.below(spans.size())];
      std::vector<DocumentPart> const copy(document.parts.begin() + static_cast<std::ptrdiff_t>(span.first),
                                           document.parts.begin() + static_cast<std::ptrdiff_t>(span.last));
      part.body.erase(0, 30 < part.body.size() ? 30 : 1);
      document.parts.insert(document.parts.end(), copy.begin(), copy.end());
    }
  }
}

}  // namespace

std::span<Mutator const> envelope_mutators() {
  static constexpr std::array<Mutator, 18> list = {
      {{"damage ISA element", damage_isa_element},
       {"change number of ISA elements", change_isa_elements},
       {"trim ISA", trim_isa},
       {"empty ISA", empty_isa},
       {"change end of ISA", change_isa_end},
       {"change component separator", change_component_separator},
       {"header in lower case", lower_case_header},
       {"blanks before segment", blanks_before_segment},
       {"line end inside segment", line_end_inside},
       {"change trailer", change_trailer},
       {"change control number", change_header_number},
       {"change version", change_version},
       {"change kind", change_kind},
       {"drop headers or trailers", drop_trailers},
       {"change level", change_level},
       {"shift levels", shift_levels},
       {"lose terminator", lose_terminator},
       {"lose ISA", lose_isa}}};
  return list;
}

}  // namespace scrub837::test
