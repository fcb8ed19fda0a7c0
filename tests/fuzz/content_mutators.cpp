#include <array>

#include "tests/fuzz/mutation.hpp"

// Changes of what claims say: elements, components, narratives, notes, attachments, money and dates.

namespace scrub837::test {
namespace {

DocumentPart* any_part(Document& document, Random& random, std::string_view ids) {
  auto const found = document.find(ids);
  return found.empty() ? nullptr : &document.parts[found[random.below(found.size())]];
}
DocumentPart* any_part(Document& document, Random& random) {
  auto const spans = document.units(Unit::segment);
  return spans.empty() ? nullptr : &document.parts[spans[random.below(spans.size())].first];
}

constexpr std::string_view odd_values[] = {"",
                                           " ",
                                           "0",
                                           "-5",
                                           "1e9",
                                           "99999999999999999999",
                                           "100.005",
                                           ".",
                                           "20261399",
                                           "A B",
                                           "x",
                                           "=1+1",
                                           "@SUM(A1)",
                                           "N/A",
                                           "#NAME?",
                                           "\"",
                                           "\"a,b\"",
                                           "\t",
                                           "\x01",
                                           "\x1f",
                                           "\xE9",
                                           "\xC3\xA9",
                                           "\xE2\x80\x94",
                                           "12:B:1",
                                           "::::::::",
                                           "^^",
                                           "*",
                                           "ISA",
                                           "SE",
                                           "'",
                                           ",",
                                           ";",
                                           "\xFF\xFE",
                                           "00000000",
                                           "D8",
                                           "1234567893"};

void damage_list(std::vector<std::string>& list, Random& random) {
  if (list.empty()) return;
  auto const index = random.below(list.size());
  auto const at = list.begin() + static_cast<std::ptrdiff_t>(index);
  switch (random.below(10)) {
    case 0:
      list.erase(at);
      break;
    case 1:
      list.insert(at, list[index]);
      break;
    case 2:
      list[index].clear();
      break;
    case 3:
      std::swap(list[index], list[random.below(list.size())]);
      break;
    case 4:
      list[index] = " " + list[index] + "  ";
      break;
    case 5:
      list[index] += std::string(1 + random.below(120), 'X');
      break;
    case 6:
      for (auto& c : list[index]) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      }
      break;
    case 7:
      list.insert(list.end(), 1 + random.below(4), random.one_in(2) ? "" : "X");
      break;
    case 8:
      list[index].insert(random.below(list[index].size() + 1), 1, static_cast<char>(random.below(256)));
      break;
    default:
      list[index] = random.of(odd_values);
  }
}
void damage_element(Document& document, Random& random) {
  auto* const part = any_part(document, random);
  if (part == nullptr) return;
  auto elements = part->elements();
  damage_list(elements, random);
  part->set_elements(elements);
}
void damage_component(Document& document, Random& random) {
  auto* const part = any_part(document, random, "SV1 CLM HI SVD CAS SV2 CTP REF NM1");
  if (part == nullptr) return;
  auto elements = part->elements();
  auto& element = elements[random.below(elements.size())];
  auto components = split_text(element, part->component);
  damage_list(components, random);
  element = join_text(components, part->component);
  part->set_elements(elements);
}

// Texts as people type them; | stands for the component separator, which was typed.
constexpr std::string_view narratives[] = {"WOUND CARE LEFT HEEL 45 MIN",
                                           "PT NOT HOME, WAITED 20 MIN",
                                           "SEE NOTES",
                                           "TBD",
                                           "99600",
                                           "UNLISTED HOME VISIT SERVICE",
                                           "VISIT|WOUND CARE LEFT HEEL",
                                           "|||",
                                           "TIME 10|30 TO 11|15 WOUND CARE",
                                           "0900-1000",
                                           "  WOUND   CARE  LEFT HEEL ",
                                           "N/A",
                                           "WOUND CARE \xE2\x80\x93 LEFT HEEL",
                                           "CURACI\xC3\x93N DE HERIDA 45 MIN",
                                           "CURACI\xD3N DE HERIDA",
                                           "WOUND CARE \xC3\x83\xC2\xA9 HEEL",
                                           "PHONE CALL TO DAUGHTER 15 MIN",
                                           "RESUBMIT PER REP JANE",
                                           "WOUND^CARE^LEFT HEEL",
                                           "\"WOUND CARE\", LEFT HEEL",
                                           "=WOUND CARE",
                                           "-WOUND CARE LEFT HEEL",
                                           "WOUND CARE\tLEFT HEEL",
                                           "XXXXXXXXXXXX",
                                           "DRESSING CHANGE LEFT HEEL, DRAINAGE MEASURED, FAMILY TAUGHT HOW "
                                           "TO CHANGE IT AND WHOM TO CALL, 45 MINUTES IN ALL"};

std::string narrative(Random& random, DocumentPart const& part) {
  std::string text(random.of(narratives));
  for (auto& c : text) {
    if (c == '|') c = part.component;
  }
  if (random.one_in(12)) {
    auto const words = text;
    for (auto count = random.below(300); count > 0; --count) text += (random.one_in(2) ? " " : ".") + words;
  }
  return text;
}
void change_narrative(Document& document, Random& random) {
  auto* const part = any_part(document, random, "SV1");
  if (part == nullptr) return;
  auto elements = part->elements();
  if (elements.size() < 2) return;
  constexpr std::string_view codes[] = {"99600", "99600", "99600", "99199", "E1399",
                                        "J3490", "K0108", "A9999", "97799"};
  auto components = split_text(elements[1], part->component);
  components.resize(7);
  components[0] = random.one_in(20) ? "hc" : "HC";
  components[1] = random.of(codes);
  auto const at = random.one_in(4) ? 2 + random.below(5) : 6;
  components[at] = narrative(random, *part);
  elements[1] = join_text(components, part->component);
  part->set_elements(elements);
}
void insert_after(Document& document, std::size_t index, std::string const& text) {
  DocumentPart const like = document.parts[index];
  DocumentPart part;
  for (char const c : text) part.body.push_back(c == '*' ? like.element : c == ':' ? like.component : c);
  part.tail = like.tail;
  part.id = "?";
  document.parts.insert(document.parts.begin() + static_cast<std::ptrdiff_t>(index) + 1, part);
}
void insert_note(Document& document, Random& random) {
  auto const found = document.find("SV1 DTP CLM NTE REF");
  if (found.empty()) return;
  constexpr std::string_view qualifiers[] = {"ADD", "ADD", "ADD", "DCP", "TPO", "CER", "XXX", ""};
  auto const index = found[random.below(found.size())];
  auto const text =
      "NTE*" + std::string(random.of(qualifiers)) + "*" + narrative(random, document.parts[index]);
  insert_after(document, index, text);
  if (random.one_in(5)) insert_after(document, index, text);
}
void insert_attachment(Document& document, Random& random) {
  auto const found = document.find("SV1 CLM PWK HI");
  if (found.empty()) return;
  constexpr std::string_view segments[] = {
      "PWK*OZ*EL***AC*A1", "PWK*OZ*EL", "PWK*OZ*EL****A1", "PWK*nn*fx***ac*A1",  "PWK*OZ*AA***AC*A1",
      "PWK*OZ*EL***AC*",   "PWK",       "PWK*CT*AB",       "PWK*ZZ*QQ*1*2*AC*X", "PWK*OZ*BM***AC* A  1 ",
      "PWK*OZ*EL***AC*A:1"};
  auto const index = found[random.below(found.size())];
  std::string const text(random.of(segments));
  for (auto count = random.one_in(6) ? 12U : 1U; count > 0; --count) insert_after(document, index, text);
}
void change_claim(Document& document, Random& random) {
  auto* const part = any_part(document, random, "CLM");
  if (part == nullptr) return;
  auto elements = part->elements();
  elements.resize(std::max<std::size_t>(elements.size(), 6));
  constexpr std::string_view frequencies[] = {"12:B:8", "12:B:7", "12:B:1", "12:B",  "12",
                                              "",       "99:B:1", "11:A:1", "02:B:1"};
  constexpr std::string_view charges[] = {
      "0",     "",        "-1", "1.5",   "99999999999999999999", "100.", ".5",
      "1,000", "100.001", "A",  "00125", "92233720368547758.07"};
  switch (random.below(3)) {
    case 0:
      elements[1] = random.one_in(2) ? "D000001" : std::string(random.of(odd_values));
      break;
    case 1:
      elements[2] = random.of(charges);
      break;
    default: {
      std::string text(random.of(frequencies));
      for (auto& c : text) {
        if (c == ':') c = part->component;
      }
      elements[5] = text;
    }
  }
  part->set_elements(elements);
}
void change_line(Document& document, Random& random) {
  auto* const part = any_part(document, random, "SV1 LX DTP SV2");
  if (part == nullptr) return;
  auto elements = part->elements();
  constexpr std::string_view values[] = {"0",
                                         "",
                                         "-1",
                                         "99999999999999999999",
                                         "1.0001",
                                         "20260230",
                                         "20260914-20260930",
                                         "RD8",
                                         "MJ",
                                         "B",
                                         "1:9",
                                         "5",
                                         "2",
                                         "D8",
                                         "YY",
                                         "1"};
  elements[random.below(elements.size())] = random.of(values);
  part->set_elements(elements);
}
// Several claims that are alike: repeats across the file.
void repeat_claim_numbers(Document& document, Random& random) {
  auto const found = document.find("CLM");
  if (found.empty()) return;
  auto const first = document.parts[found[random.below(found.size())]].elements();
  for (auto const index : found) {
    auto elements = document.parts[index].elements();
    if (elements.size() > 1 && first.size() > 1 && random.one_in(2)) elements[1] = first[1];
    document.parts[index].set_elements(elements);
  }
}

}  // namespace

std::span<Mutator const> content_mutators() {
  static constexpr std::array<Mutator, 9> list = {{{"damage element", damage_element},
                                                   {"damage component", damage_component},
                                                   {"change narrative", change_narrative},
                                                   {"change two narratives",
                                                    [](Document& document, Random& random) {
                                                      change_narrative(document, random);
                                                      change_narrative(document, random);
                                                    }},
                                                   {"insert note", insert_note},
                                                   {"insert attachment", insert_attachment},
                                                   {"change claim", change_claim},
                                                   {"change line", change_line},
                                                   {"repeat claim numbers", repeat_claim_numbers}}};
  return list;
}

}  // namespace scrub837::test
