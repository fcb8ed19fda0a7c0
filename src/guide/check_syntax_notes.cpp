#include <algorithm>
#include <boost/container/small_vector.hpp>

#include "src/guide/segment_check.hpp"

namespace scrub837::guide {
namespace {

class Notes {
 public:
  explicit Notes(SegmentCheck const& check) : check_(&check) {}

  // The element that is missing, or that is one too many; 0: the note holds. What is not used is reported as
  // that.
  [[nodiscard]] std::uint8_t broken_at(SyntaxNote const& note) const {
    auto const& elements = note.elements;
    auto const is_filled = [&](std::uint8_t number) { return has(number) && is_used(number); };
    auto const filled = std::ranges::count_if(elements, is_filled);
    auto const first_filled = is_filled(elements[0]);
    auto const others =
        std::any_of(elements.begin() + 1, elements.end(), [&](auto number) { return has(number); });
    switch (note.kind) {
      case 'P':
        return filled > 0 ? missing(note, 0) : std::uint8_t{0};
      case 'R':
        return has(elements[0]) || others ? std::uint8_t{0} : missing(note, 0);
      case 'E':
        return filled > 1 ? *std::ranges::find_if(elements.rbegin(), elements.rend(), is_filled)
                          : std::uint8_t{0};
      case 'C':
        return first_filled ? missing(note, 1) : std::uint8_t{0};
      case 'L':
        return first_filled && !others ? missing(note, 1) : std::uint8_t{0};
      default:
        return 0;
    }
  }
  [[nodiscard]] bool has(std::size_t number) const { return !check_->elements[number].empty(); }

 private:
  [[nodiscard]] bool is_used(std::size_t number) const {
    return check_->use.elements[number - 1].usage != Usage::not_used;
  }
  [[nodiscard]] std::uint8_t missing(SyntaxNote const& note, std::ptrdiff_t from) const {
    auto const found = std::find_if(note.elements.begin() + from, note.elements.end(),
                                    [&](std::uint8_t number) { return !has(number) && is_used(number); });
    return found == note.elements.end() ? std::uint8_t{0} : *found;
  }

  SegmentCheck const* check_;
};

}  // namespace

void check_syntax_notes(SegmentCheck const& check) {
  Notes const notes(check);
  boost::container::small_vector<std::uint8_t, 4> said;  // one fault an element
  for (auto const& note : check.guide.table().forms[check.use.row->form].notes) {
    auto const broken = notes.broken_at(note);
    if (broken == 0 || std::ranges::find(said, broken) != said.end()) continue;
    said.push_back(broken);
    auto& fault =
        check.add(FaultKind::elements_conflict, check.place(broken), &check.use.elements[broken - 1U]);
    fault.note = note.kind;
    for (auto const number : note.elements) {
      if (number != broken && (fault.other == 0 || notes.has(number))) fault.other = number;
    }
  }
}

}  // namespace scrub837::guide
