#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <string>
#include <utility>

#include "scrub837/rule.hpp"
#include "src/claim/compared_text.hpp"
#include "src/claim/service_line.hpp"
#include "src/text/quick_hash.hpp"

namespace scrub837::unl013 {
namespace {

constexpr Doc doc{
    .what =
        "A line is the same as another line of its claim: date, code, modifiers, charge, description, place "
        "of service and rendering provider are equal.",
    .why = "The payer denies the second line as an exact duplicate (CARC 18).",
    .fix =
        "If the line was entered twice, remove one and correct CLM02. If the service was given twice that "
        "day, put modifier 76 on the second line and say in its description what was done that time.",
    .bad =
        "SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260914~SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260914~",
    .good =
        "SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260914~SV1*HC:99600:76::::WOUND CARE LEFT HEEL 30 MIN, SECOND "
        "VISIT*125*UN*1***1~DTP*472*D8*20260914~",
    .source = "CARC 18, exact duplicate; CPT modifier 76",
};

// In most claims the lines differ in what they bill: then nothing more needs to be read.
bool any_billed_twice(ClaimView const& claim) {
  constexpr std::size_t few = 16;
  constexpr std::size_t longest_code = 8;  // longer ones are none
  if (claim.line_count() > few) return true;
  auto const billed_by = [&](std::size_t index) {
    auto const line = claim.line(index);
    return line.has_service() && line.procedure().size() <= longest_code ? line.billed() : 0;
  };
  for (std::size_t i = 1; i < claim.line_count(); ++i) {
    auto const billed = billed_by(i);
    for (std::size_t j = 0; billed != 0 && j < i; ++j) {
      if (billed == billed_by(j)) return true;
    }
  }
  return false;
}

// The NPI, or other number, of the rendering provider of lines that name none: 2310B, else the billing
// provider.
std::string_view rendering_provider(ClaimView const& claim) {
  auto const loops = claim.loops();
  auto const loop = std::ranges::find(loops, LoopId::L2310B, &Loop::id);
  return loop == loops.end() ? std::string_view(claim.inherited().billing_npi)
                             : claim.segment(loop->first)[9];
}

// 0: it can't be compared. A drug by its NDC is billed once for each of several vials.
std::uint64_t key_of(LineView const& line, std::string_view rendering) {
  if (!line.has_service() || identifies_drug(line)) return 0;
  auto const service = line.billed();
  if (service == 0) return 0;
  QuickHash key(service);
  key.add(place_of_service(line));
  for (auto const& loop : line.children()) {
    if (loop.id == LoopId::L2420A) rendering = line.claim().segment(loop.first)[9];
  }
  key.add(rendering);
  if (line.unlisted()) {
    key.add(compared_text(line).value_or(0));
  } else {
    key.add(line.description());
  }
  return key.value();
}

// 76, 77 and 91 say that the service was repeated.
bool says_repeated(LineView const& line) {
  for (std::size_t part = 3; part <= 6; ++part) {
    auto const modifier = line.procedure_part(part);
    if (modifier == "76" || modifier == "77" || modifier == "91") return true;
  }
  return false;
}

void check(ClaimView const& claim, Reporter& report) {
  if (claim.line_count() < 2 || !any_billed_twice(claim) || is_void(claim)) return;
  auto const rendering = rendering_provider(claim);
  constexpr std::size_t usual = 16;
  boost::container::small_vector<std::pair<std::uint64_t, std::size_t>, usual> lines;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    if (auto const key = key_of(claim.line(i), rendering); key != 0) lines.emplace_back(key, i);
  }
  std::sort(lines.begin(), lines.end());
  boost::container::small_vector<std::pair<std::size_t, std::size_t>, usual> repeated;
  for (std::size_t i = 1, first = 0; i < lines.size(); ++i) {
    if (lines[i].first != lines[first].first) {
      first = i;
    } else {
      repeated.emplace_back(lines[i].second, lines[first].second);
    }
  }
  std::sort(repeated.begin(), repeated.end());
  for (auto const& [index, first] : repeated) {
    auto const line = claim.line(index);
    if (says_repeated(line)) continue;
    report.add({line.sv1_index(), 1, 2}, static_cast<std::int32_t>(index),
               "This line is the same as line " + std::to_string(first + 1) +
                   ". Payers deny it as a duplicate (CARC 18) unless it has modifier 76.");
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL013",
    .name = "line-repeated",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
};

}  // namespace scrub837::unl013
