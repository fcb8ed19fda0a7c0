#include "tests/guide/mutations.hpp"

#include <algorithm>
#include <array>

namespace scrub837::test::guide {
namespace {

using File = std::vector<Made>;

// Segments by which the reader tells loops and levels apart; broken, they are strays or other loops.
bool begins_loop(Made const& made) {
  return made.fact->id == "NM1" || made.fact->id == "HL" || made.fact->id == "CLM" || made.fact->id == "LX" ||
         made.fact->id == "LIN" || made.fact->id == "SVD" || made.fact->id == "LQ" ||
         (made.fact->id == "SBR" && made.fact->loop == "2320");
}
bool in_envelope(Made const& made) {
  constexpr std::array ids{"ISA", "GS", "ST", "SE", "GE", "IEA"};
  return std::ranges::find(ids, made.fact->id) != ids.end();
}
bool has_own_rules(Made const& made) { return made.fact->id == "NTE" || made.fact->id == "PWK"; }

std::string outside(std::vector<std::string> const& codes, ElementFact const& element) {
  for (std::string const candidate : {"Q", "QQ", "QQQ", "QQQQ", "QQQQQ", "9", "77", "888", "8888"}) {
    if (candidate.size() >= element.min && candidate.size() <= element.max &&
        std::ranges::find(codes, candidate) == codes.end() && (element.type != "N0" || candidate[0] < 'A'))
      return candidate;
  }
  return std::string(element.min, 'Q');
}

class Breaker {
 public:
  std::vector<Mutation> all() {
    for (std::size_t i = 0; i < file_.size(); ++i) {
      elements_of(i);
      segment(i);
    }
    loops();
    return std::move(made_);
  }

 private:
  Mutation& add(std::string kind, std::size_t at, File file, std::vector<std::string> rules,
                std::string element = {}) {
    auto const& fact = *file_[at].fact;
    made_.push_back({.kind = std::move(kind),
                     .row = fact.loop + " " + (element.empty() ? fact.id : element),
                     .file = std::move(file),
                     .rules = std::move(rules),
                     .loop = fact.loop,
                     .element = element,
                     .segment = at});
    return made_.back();
  }
  [[nodiscard]] File changed(std::size_t at, std::string text) const {
    auto copy = file_;
    copy[at].text = std::move(text);
    return copy;
  }
  [[nodiscard]] File set(std::size_t at, ElementFact const& element, std::string const& value) const {
    return changed(at, with(file_[at].text, element, value));
  }

  void elements_of(std::size_t at) {
    auto const& fact = *file_[at].fact;
    if (fact.id == "ISA") return;  // of fixed width: a value of another length is another header
    for (auto const& element : fact.elements) {
      bool const tells_loop = begins_loop(file_[at]) && fact.codes_of_qualifier(element.ref) != nullptr;
      if (tells_loop) continue;
      if (element.usage == 'N') {
        unused(at, element);
      } else {
        used(at, element);
      }
    }
    auto const last = std::ranges::max_element(fact.elements, {}, &ElementFact::number)->number();
    auto const kind = "one element too many";
    add(kind, at, changed(at, file_[at].text + std::string(last + 1 - count(at), '*') + "1"), {"USE010"});
  }
  [[nodiscard]] unsigned count(std::size_t at) const {
    return static_cast<unsigned>(std::ranges::count(file_[at].text, '*'));
  }

  void unused(std::size_t at, ElementFact const& element) {
    auto const owner_used = std::ranges::any_of(file_[at].fact->elements, [&](ElementFact const& other) {
      return other.number() == element.number() && other.component() == 0 && other.usage != 'N';
    });
    if (element.component() != 0 && !owner_used) return;  // the whole composite is not used
    add("element filled that is not used", at,
        set(at, element, std::string(std::max<std::size_t>(element.min, 1), '1')), {"USE009"}, element.ref);
  }

  void used(std::size_t at, ElementFact const& element) {
    auto const& fact = *file_[at].fact;
    if (element.usage == 'R') {
      auto emptied = with(file_[at].text, element, "");
      // Nothing stands behind the last.
      for (auto colon = emptied.find(":*"); colon != std::string::npos; colon = emptied.find(":*"))
        emptied.erase(colon, 1);
      while (emptied.ends_with('*') || emptied.ends_with(':')) emptied.pop_back();
      add("required element emptied", at, changed(at, emptied), {"USE002"}, element.ref);
    }
    if (element.type.empty()) return;
    auto const value = part(file_[at].text, element);
    if (value.empty()) return;
    auto const* const qualifier = fact.codes_of_qualifier(element.ref);
    auto const& codes = qualifier != nullptr ? *qualifier : element.codes;
    bool const dated = element.ref == "DTP03" || element.ref == "DMG02" || element.ref == "PAT06";
    if (!codes.empty()) {
      add("code outside the list", at, set(at, element, outside(codes, element)), {"COD001"}, element.ref);
      auto small = value;
      std::ranges::transform(small, small.begin(),
                             [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
      if (small != value && !in_envelope(file_[at]))
        add("code in lower case", at, set(at, element, small), {"SYN004"}, element.ref);
    } else if (element.type == "DT" || element.type == "TM" || dated) {
      add("no date or time", at, set(at, element, dated || element.max == 8 ? "20261345" : "9999"),
          {"LEN004"}, element.ref);
      add("date too short", at, set(at, element, "2026"), {element.type == "TM" ? "none" : "LEN004"},
          element.ref);
      if (element.type == "TM") made_.pop_back();
    } else if (element.type == "R" || element.type == "N0") {
      add("letters in a number", at, set(at, element, "ABC"), {"LEN003"}, element.ref);
      add("too long", at, set(at, element, std::string(element.max + 1, '1')), {"LEN002"}, element.ref);
    } else {
      if (element.list.empty() || element.list == "postal")
        add("too long", at, set(at, element, std::string(element.max + 1, 'A')), {"LEN002"}, element.ref);
      if (element.min > 1)
        add("too short", at, set(at, element, std::string(element.min - 1, 'A')), {"LEN001"}, element.ref);
    }
    if (element.component() != 0 || in_envelope(file_[at])) return;
    if (element.repeats == 1)
      add("repeated where it may not be", at, set(at, element, value + "^" + value),
          {"USE006", qualifier != nullptr ? "COD001" : "USE006"}, element.ref);
    bool const narrative = element.ref == "NTE02" || element.ref == "PWK06";
    if (narrative || !codes.empty()) return;
    add("control character", at, set(at, element, value + "\x01"), {"SYN001"}, element.ref);
    add("blank behind a value", at, set(at, element, value + " "), {"SYN003"}, element.ref);
  }

  // ---- segments

  void segment(std::size_t at) {
    auto const& made = file_[at];
    auto const& fact = *made.fact;
    if (in_envelope(made)) return;
    add("trailing separators", at, changed(at, made.text + "**"), {"SYN002"}).element = fact.id;
    made_.back().element.clear();
    for (auto const& note : fact.notes) broken_note(at, note);
    if (begins_loop(made)) return;
    if (fact.usage == 'R') {
      auto without = file_;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(at));
      add("required segment dropped", at, std::move(without), {"USE001"}).missing = true;
    }
    if (fact.repeat != 0 && !has_own_rules(made)) {
      auto more = file_;
      more.insert(more.begin() + static_cast<std::ptrdiff_t>(at), fact.repeat, made);
      add("segment too often", at, std::move(more), {"USE004"}).segment = at + fact.repeat;
    }
    if (!has_own_rules(made)) moved(at);
  }

  // Behind the last segment of the loop itself that the guide puts later.
  void moved(std::size_t at) {
    auto const& fact = *file_[at].fact;
    std::size_t to = at;
    for (auto i = at + 1; i < file_.size() && file_[i].loops.size() >= file_[at].loops.size(); ++i) {
      if (file_[i].loops == file_[at].loops && file_[i].fact->position > fact.position) to = i;
      if (file_[i].loops.size() == file_[at].loops.size() && file_[i].loops != file_[at].loops) break;
    }
    if (to == at) return;
    auto file = file_;
    auto const segment = file[at];
    file.erase(file.begin() + static_cast<std::ptrdiff_t>(at));
    file.insert(file.begin() + static_cast<std::ptrdiff_t>(to), segment);
    add("segment out of order", at, std::move(file), {"USE007"}).segment = to;
  }

  void broken_note(std::size_t at, std::string const& note) {
    auto const& fact = *file_[at].fact;
    std::vector<ElementFact const*> named;
    for (std::size_t i = 1; i + 1 < note.size(); i += 2) {
      auto const number = static_cast<unsigned>(std::stoul(note.substr(i, 2)));
      for (auto const& element : fact.elements) {
        if (element.number() == number && element.component() == 0) named.push_back(&element);
      }
    }
    bool const all_used =
        std::ranges::all_of(named, [](auto const* element) { return element->usage != 'N'; });
    if (note[0] == 'E' && all_used) {
      auto text = file_[at].text;
      for (auto const* const element : named) {
        if (part(text, *element).empty())
          text = with(text, *element, std::string(std::max<std::size_t>(element->min, 1), 'A'));
      }
      // A subdivision needs its country.
      for (auto const& element : fact.elements) {
        if (element.list == "country" && part(text, element).empty()) text = with(text, element, "CA");
      }
      add("elements that exclude each other", at, changed(at, text), {"USE011"});
      return;
    }
    if (!all_used || note[0] == 'R' || note[0] == 'E') return;
    // The last that is not required is emptied; what depends on it too.
    for (auto i = named.size(); i-- > (note[0] == 'P' ? 0U : 1U);) {
      if (named[i]->usage == 'R' || part(file_[at].text, *named[i]).empty()) continue;
      auto text = file_[at].text;
      if (note[0] == 'L') {
        for (std::size_t k = 1; k < named.size(); ++k) text = with(text, *named[k], "");
      } else {
        text = with(text, *named[i], "");
      }
      add("element missing beside another", at, changed(at, text), {"USE011"});
      return;
    }
  }

  // ---- loops

  [[nodiscard]] std::size_t end_of_loop(std::size_t at) const {
    auto end = at + 1;
    while (end < file_.size() && file_[end].loops.size() >= file_[at].loops.size() &&
           std::equal(file_[at].loops.begin(), file_[at].loops.end(), file_[end].loops.begin()))
      ++end;
    return end;
  }

  void loops() {
    for (auto const& loop : facts().loops) {
      if (loop.parent.empty() || loop.name == "group" || loop.name == "header" ||
          loop.name.starts_with("2000") || loop.name == "2300")
        continue;
      auto const at = static_cast<std::size_t>(
          std::ranges::find_if(file_, [&](Made const& made) { return made.loops.back() == loop.name; }) -
          file_.begin());
      auto const end = end_of_loop(at);
      auto const begin = file_.begin() + static_cast<std::ptrdiff_t>(at);
      File const whole(begin, file_.begin() + static_cast<std::ptrdiff_t>(end));
      if (loop.usage == 'R') {
        auto without = file_;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(at),
                      without.begin() + static_cast<std::ptrdiff_t>(end));
        add("required loop dropped", at, std::move(without), {"USE003"}).missing = true;
      }
      if (loop.repeat != 0) {
        auto more = file_;
        for (std::size_t i = 0; i < loop.repeat; ++i)
          more.insert(more.begin() + static_cast<std::ptrdiff_t>(at), whole.begin(), whole.end());
        add("loop too often", at, std::move(more), {"USE005"}).segment = at + loop.repeat * whole.size();
      }
    }
  }

  File const file_ = full_file();
  std::vector<Mutation> made_;
};

}  // namespace

std::vector<Mutation> mutations() { return Breaker().all(); }

}  // namespace scrub837::test::guide
