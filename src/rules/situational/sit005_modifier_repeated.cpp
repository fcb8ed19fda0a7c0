#include <algorithm>
#include <array>
#include <string>

#include "scrub837/rule.hpp"
#include "src/claim/mendable.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::sit005 {
namespace {

constexpr Doc doc{
    .what = "The same modifier appears twice on one line (SV101-3 to SV101-6).",
    .why =
        "A second one adds nothing, and another modifier was perhaps meant. Medicare rejects the claim "
        "(277CA "
        "A7:453), so this is an error if SBR09 is MA or MB.",
    .fix =
        "--unsafe-fixes removes the second one and moves the modifiers after it up. If another modifier was "
        "meant, correct it in the billing system.",
    .bad = "SV1*HC:99213:25:25*125*UN*1***1~",
    .good = "SV1*HC:99213:25*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV101-3 to SV101-6; CMS 837P edits, X222.351.2400.SV101-3.040",
};

constexpr std::size_t first_modifier = 3;
constexpr std::size_t last_modifier = 6;

// The component that repeats an earlier modifier; 0: none does. A modifier has two characters: what was
// pushed in here otherwise is not one.
std::size_t repeated_part(LineView const& line) {
  std::array<std::string_view, last_modifier + 1> modifiers;
  for (auto part = first_modifier; part <= last_modifier; ++part) {
    modifiers[part] = line.procedure_part(part);
    if (modifiers[part].size() != 2) continue;
    auto const before = modifiers.begin() + first_modifier;
    auto const here = modifiers.begin() + static_cast<std::ptrdiff_t>(part);
    if (std::find(before, here, modifiers[part]) != here) return part;
  }
  return 0;
}

// SV101 with each modifier once. What is behind the modifiers keeps its place.
std::string without_repeated(std::string_view composite, char separator) {
  std::array<std::string_view, last_modifier> parts;
  for (auto& part : parts) {
    auto const end = std::min(composite.find(separator), composite.size());
    part = composite.substr(0, end);
    composite.remove_prefix(std::min(end + 1, composite.size()));
  }
  auto const first = parts.begin() + first_modifier - 1;
  auto kept = first;
  for (auto part = first; part != parts.end(); ++part) {
    auto const modifier = *part;
    *part = {};
    if (!modifier.empty() && std::find(first, kept, modifier) == kept) *kept++ = modifier;
  }
  std::string text;
  for (auto const part : parts) text.append(part).push_back(separator);
  text.append(composite);
  text.erase(text.find_last_not_of(separator) + 1);
  return text;
}

void check(ClaimView const& claim, Reporter& report) {
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    // The code's own separator alone: there is no modifier.
    auto const separators = line.component_marks();
    if (!line.has_service() || (separators & (separators - 1)) == 0) continue;
    auto const part = repeated_part(line);
    if (part == 0) continue;
    Fix fix{.applicability = Applicability::unsafe};
    if (report.tells_all() || takes_fixes(claim, fix.applicability)) {
      fix.edits.push_back({Edit::What::set,
                           {line.sv1_index(), 1, 0},
                           without_repeated(line.composite(), claim.delimiters().component)});
    }
    report.add_as(report.severity_or(is_medicare(claim) ? Severity::error : Severity::warning),
                  {line.sv1_index(), 1, static_cast<std::uint8_t>(part)}, static_cast<std::int32_t>(i),
                  "This modifier is already on the line.", std::move(fix));
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "SIT005",
    .name = "modifier-repeated",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::unsafe,
    .phase = Phase::remove,
    .doc = doc,
    .check = ClaimCheck{check},
    .precedence = Precedence::situation,
};

}  // namespace scrub837::sit005
