#include "tests/guide/full_file.hpp"

#include <algorithm>
#include <map>

#include "scrub837/x12/segment.hpp"

namespace scrub837::test::guide {
namespace {

// What a list would have, and what makes a date of an element.
std::string from_list(std::string const& list) {
  static std::map<std::string, std::string> const values{{"npi", "1234567893"},
                                                         {"taxonomy", "251E00000X"},
                                                         {"state", "VA"},
                                                         {"postal", "232190000"},
                                                         {"procedure", "99213"},
                                                         {"modifier", "GT"},
                                                         {"icd-diagnosis", "Z9181"},
                                                         {"place-of-service", "12"},
                                                         {"claim-frequency", "1"},
                                                         {"carc", "45"},
                                                         {"rarc", "N1"},
                                                         {"nubc-condition", "A1"},
                                                         {"currency", "USD"},
                                                         {"country", ""},
                                                         {"subdivision", ""}};
  return values.at(list);
}

// Elements that exclude each other can't all be filled.
bool left_empty(ElementFact const& element) {
  return element.list == "country" || element.list == "subdivision";
}

std::string filled(SegmentFact const& segment) {
  std::string text = segment.id;
  auto made = text;
  for (auto const& element : segment.elements) {
    if (element.usage == 'N' || element.type.empty() || left_empty(element)) continue;
    made = with(made, element, value_of(segment, element));
  }
  return made;
}

class Maker {
 public:
  std::vector<Made> make() {
    add("interchange");
    return std::move(segments_);
  }

 private:
  void add(std::string const& loop) {
    above_.push_back(loop);
    std::vector<SegmentFact const*> own;
    for (auto const& fact : facts().segments) {
      if (fact.loop == loop) own.push_back(&fact);
    }
    auto const is_trailer = [](SegmentFact const* fact) {
      return fact->id == "SE" || fact->id == "GE" || fact->id == "IEA";
    };
    for (auto const* const fact : own) {
      if (!is_trailer(fact)) put(*fact);
    }
    // A patient level comes behind the subscriber's claims.
    auto children = facts().loops;
    std::erase_if(children, [&](LoopFact const& fact) { return fact.parent != loop; });
    std::ranges::stable_sort(children, {}, [](LoopFact const& fact) {
      return fact.name.starts_with("2000") ? 10000U : fact.position;
    });
    for (auto const& child : children) add(child.name);
    for (auto const* const fact : own) {
      if (is_trailer(fact)) put(*fact);
    }
    above_.pop_back();
  }

  void put(SegmentFact const& fact) {
    segments_.push_back({&fact, filled(fact), above_});
    auto& text = segments_.back().text;
    if (fact.id == "ISA")
      text =
          "ISA*00*          *00*          *ZZ*DEMOSENDER     *ZZ*DEMORECEIVER   "
          "*260914*1200*^*00501*000000001*0*P*:";
    if (fact.id == "HL") {
      ++levels_;
      static std::map<std::string, std::string> const rest{
          {"2000A", "**20*1"}, {"2000B", "*1*22*1"}, {"2000C", "*2*23*0"}};
      text = "HL*" + std::to_string(levels_) + rest.at(fact.loop);
    }
  }

  std::vector<Made> segments_;
  std::vector<std::string> above_;
  int levels_ = 0;
};

}  // namespace

std::string value_of(SegmentFact const& segment, ElementFact const& element) {
  // What is only announced as available on request has no control number.
  if (element.ref == "PWK02" && segment.qualifiers.size() == 1) return "BM";
  if (auto const* const codes = segment.codes_of_qualifier(element.ref)) return codes->front();
  if (!element.codes.empty()) return element.codes.front();
  if (!element.list.empty()) return from_list(element.list);
  if (element.ref == "DTP03") return "20260914";
  if (element.ref == "DMG02") return "19500101";
  if (element.ref == "PAT06") return "20260914";
  if (element.type == "DT") return element.max == 6 ? "260914" : "20260914";
  if (element.type == "TM") return "1200";
  if (element.type == "N0" || element.type == "R")
    return std::string(std::max<std::size_t>(element.min, 1), '1');
  return std::string(std::max<std::size_t>(element.min, std::min<std::size_t>(element.max, 3)), 'A');
}

std::string with(std::string const& text, ElementFact const& element, std::string const& value) {
  if (element.component() == 0) return with_part(text, '*', element.number(), value);
  auto const whole = std::string(nth_part(text, '*', element.number()));
  return with_part(text, '*', element.number(), with_part(whole, ':', element.component() - 1, value));
}

std::string part(std::string const& text, ElementFact const& element) {
  auto const whole = nth_part(text, '*', element.number());
  return std::string(element.component() == 0 ? whole : nth_part(whole, ':', element.component() - 1));
}

std::vector<Made> full_file() { return Maker().make(); }

std::string written(std::vector<Made> const& segments) {
  std::string text;
  for (auto const& segment : segments) text += segment.text + "~";
  return text;
}

}  // namespace scrub837::test::guide
