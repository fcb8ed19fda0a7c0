#include <algorithm>
#include <bit>
#include <string>

#include "scrub837/rule.hpp"
#include "src/text/ascii.hpp"

namespace scrub837::sit003 {
namespace {

constexpr Doc doc{
    .what = "A diagnosis pointer (SV107) names a diagnosis that the claim does not have.",
    .why =
        "The payer cannot tell why the service was given, and rejects the claim before it is adjudicated "
        "(277CA A8:477).",
    .fix =
        "Type the right pointers into the worklist: 1 is the first diagnosis in HI, 2 the second. If a "
        "diagnosis is missing from HI, add it in the billing system.",
    .bad = "SV1*HC:99213*125*UN*1***2~",
    .good = "SV1*HC:99213*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV107 and 2300 HI",
    .value =
        "Type the numbers of the diagnoses for this line in the column value, the main one first (1, or "
        "1 2); 1 is the first one in the column diagnoses.",
};

// Bit n: the claim has a diagnosis n, from 1 on.
using Diagnoses = std::uint64_t;
constexpr unsigned max_diagnoses = 63;

// Whether an element of HI has a code. Without component separators that is left to the guide's own rules.
bool has_code(std::string_view element, char separator) {
  auto const end = element.find(separator);
  if (end == std::string_view::npos) return !element.empty();
  return end + 1 < element.size() && element[end + 1] != separator;
}

// Procedures and conditions.
bool is_other_list(SegmentView hi) {
  auto const list = hi.component(1, 1);
  return list == "BP" || list == "BG";
}

Diagnoses diagnoses_of(ClaimView const& claim) {
  Diagnoses filled = 0;
  unsigned number = 0;
  for (auto const index : claim.direct(0, Kind::HI)) {
    auto const hi = claim.segment(index);
    if (is_other_list(hi)) continue;
    for (std::size_t element = 1, count = hi.element_count(); element <= count; ++element) {
      if (++number > max_diagnoses) return filled;
      if (has_code(hi[element], hi.delimiters().component)) filled |= Diagnoses{1} << number;
    }
  }
  return filled;
}

// Calls `use` for the number of each pointer of a line, and what is written, until it returns true. What is
// no number is not ours.
template <typename Use>
bool any_pointer(SegmentView sv1, Use use) {
  auto pointers = sv1[7];
  while (!pointers.empty()) {
    auto const end = std::min(pointers.find(sv1.delimiters().component), pointers.size());
    auto const pointer = pointers.substr(0, end);
    pointers.remove_prefix(std::min(end + 1, pointers.size()));
    if (pointer.empty() || !std::ranges::all_of(pointer, is_digit)) continue;
    unsigned number = 0;
    for (char const digit : pointer)
      number = std::min(number * 10 + static_cast<unsigned>(digit - '0'), max_diagnoses + 1);
    if (use(number, pointer)) return true;
  }
  return false;
}

// The first pointer of a line that names no diagnosis; empty: there is none.
std::string_view faulty_pointer(SegmentView sv1, Diagnoses diagnoses) {
  std::string_view faulty;
  any_pointer(sv1, [&](unsigned number, std::string_view pointer) {
    // Of a gap before the last diagnosis COD012 speaks.
    if (number <= max_diagnoses && number != 0 && diagnoses >> number != 0) return false;
    faulty = pointer;
    return true;
  });
  return faulty;
}

// In most claims every line points at the first diagnosis alone.
bool all_point_at_first(ClaimView const& claim) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (line.has_service() && line.pointers() != "1") return false;
  }
  auto const lists = claim.direct(0, Kind::HI);
  auto const first = lists.begin();
  if (first == lists.end()) return false;
  auto const hi = claim.segment(*first);
  return has_code(hi[1], hi.delimiters().component) && !is_other_list(hi);
}

std::string message_for(std::string_view pointer, Diagnoses diagnoses) {
  auto const count = std::popcount(diagnoses);
  auto const has = "the claim has " + std::to_string(count) + (count == 1 ? " diagnosis" : " diagnoses");
  // A longer one is no pointer.
  if (pointer.size() > 2) return "A pointer in SV107 is not the number of a diagnosis; " + has + " (HI).";
  return "SV107 points at diagnosis " + std::string(pointer) + ", but " + has + " (HI).";
}

void check(ClaimView const& claim, Reporter& report) {
  if (all_point_at_first(claim)) return;
  auto const diagnoses = diagnoses_of(claim);
  if (diagnoses == 0) return;  // the guide's own rules report it
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service()) continue;
    auto const pointer = faulty_pointer(line.sv1(), diagnoses);
    if (pointer.empty()) continue;
    report.add({line.sv1_index(), 7, 0}, static_cast<std::int32_t>(i), message_for(pointer, diagnoses));
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT003",
    .name = "pointer-to-nothing",
    .severity = Severity::error,
    .snip = 4,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::HI},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit003
