#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include "scrub837/claim/money.hpp"
#include "scrub837/rule.hpp"
#include "src/claim/compared_text.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar012 {
namespace {

constexpr Doc doc{
    .what =
        "Two unlisted lines of a claim have the same description but different dates or charges, or ten or "
        "more claims of one patient in the run have the same description.",
    .why =
        "Repeated text looks copied. The payer doubts that the second service took place, or asks why the "
        "same work costs more.",
    .fix =
        "Say on each line what was done that day, for how long, and on which part of the body. If the work "
        "really was the same, leave it. The claim is not held for this.",
    .bad =
        "SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260914~SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260915~",
    .good =
        "SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 "
        "MIN*125*UN*1***1~DTP*472*D8*20260914~SV1*HC:99600:::::WOUND CARE LEFT HEEL AND SACRUM 60 "
        "MIN*125*UN*1***1~DTP*472*D8*20260915~",
    .source = "Payers' guidance on cloned documentation",
};

// What tells two services with one description apart.
struct Service {
  std::size_t line = 0;
  std::string_view from, to;
  std::optional<Money> charge;

  [[nodiscard]] bool differs(Service const& other) const {
    return from != other.from || to != other.to || charge != other.charge;
  }
};

// The first service with a text, and the first that differs from it: whatever comes, the first that it
// differs from is one of the two.
struct Earlier {
  Service first;
  std::optional<Service> other;
};

void check(ClaimView const& claim, Reporter& report) {
  if (claim.unlisted_count() < 2) return;
  std::unordered_map<std::uint64_t, Earlier> by_text;
  for (std::size_t i = 0; i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    if (!line.has_service() || !line.unlisted()) continue;
    auto const text = compared_text(line);
    if (!text) continue;
    auto const dates = service_dates(line);
    Service const service{i, dates.from, dates.to, line.amount()};
    auto const [entry, fresh] = by_text.try_emplace(*text, Earlier{service, {}});
    if (fresh) continue;
    auto& [first, other] = entry->second;
    auto const* const differing = service.differs(first) ? &first : other ? &*other : nullptr;
    if (differing == &first && !other) other = service;
    if (differing == nullptr || identifies_drug(line)) continue;
    auto const& state = line.narrative();
    report.add(state.in_note() ? Place{state.note, 2, 0} : Place{line.sv1_index(), 1, 7},
               static_cast<std::int32_t>(i),
               "This description is the same as on line " + std::to_string(differing->line + 1) +
                   ", which has a different date or charge.");
  }
}

std::optional<Fault> check_claims(RepeatKey key) {
  if (key != RepeatKey::narrative) return std::nullopt;
  return Fault{0, Applicability::none,
               "Ten or more claims of this patient in this run have the same description. Was it filled "
               "down in a spreadsheet?"};
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR012",
    .name = "narrative-repeated",
    .severity = Severity::warning,
    .snip = 7,
    .kind = ErrorKind::duplicate,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_repeats = check_claims,
};

}  // namespace scrub837::nar012
