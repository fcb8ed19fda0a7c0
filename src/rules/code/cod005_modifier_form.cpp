#include "scrub837/rule.hpp"
#include "src/claim/cut_text.hpp"

namespace scrub837::cod005 {
namespace {

constexpr Doc doc{
    .what = "A modifier (SV101-3 to SV101-6) that is not two letters or digits.",
    .why = "Modifiers have two characters. The front end rejects anything else.",
    .fix = "Type the modifier into the worklist, or correct it in the billing system.",
    .bad = "SV1*HC:99213:2*125*UN*1***1~",
    .good = "SV1*HC:99213:25*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV101-3 to SV101-6",
    .value = "Type the modifier (two characters) in the column value.",
};

bool has_form(std::string_view modifier) {
  auto const fits = [](char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
  };
  return modifier.size() == 2 && fits(modifier[0]) && fits(modifier[1]);
}

void check(LineView const& line, Reporter& report) {
  constexpr std::uint8_t first = 3, last = 6;
  // Most lines have a code and nothing behind it.
  auto const marks = line.component_marks();
  if ((marks & (marks - 1)) == 0 || line.procedure().empty() || line.other_separator()) return;
  for (auto part = first; part <= last; ++part) {
    auto const modifier = line.procedure_part(part);
    if (modifier.empty() || has_form(modifier)) continue;
    // A description that slipped to the left is no modifier that was mistyped.
    if (auto const cut = find_cut_description(line); cut && cut->component == part) return;
    report.add({line.sv1_index(), 1, part}, static_cast<std::int32_t>(line.index()),
               "The modifier (SV101-" + std::to_string(part) + ") is not two letters or digits.");
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD005",
    .name = "modifier-form",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = LineCheck{check},
    .precedence = Precedence::code_set,
};

}  // namespace scrub837::cod005
