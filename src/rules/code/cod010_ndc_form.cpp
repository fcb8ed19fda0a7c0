#include "scrub837/rule.hpp"
#include "src/claim/without_hyphens.hpp"

namespace scrub837::cod010 {
namespace {

constexpr Doc doc{
    .what = "A drug code (LIN03 where LIN02 is N4) that is not an NDC of eleven digits.",
    .why =
        "The claim needs the NDC in its billing form: eleven digits in groups of 5, 4 and 2, without "
        "hyphens. The label may show ten digits; where the zero is missing depends on the label's groups.",
    .fix =
        "Type the NDC with eleven digits into the worklist: put a zero on the left of the short group "
        "(1234-5678-90 is 01234567890). It is not changed automatically, because a number without "
        "hyphens does not show which group is short.",
    .bad = "SV1*HC:J1885*125*UN*1***1~LIN**N4*1234-5678-90~CTP****1*ML~",
    .good = "SV1*HC:J1885*125*UN*1***1~LIN**N4*01234567890~CTP****1*ML~",
    .source = "005010X222A1, 2410 LIN03; 45 CFR 162.1002 (NDC)",
    .value = "Type the NDC (eleven digits, no hyphens) in the column value.",
};

void check(ClaimView const& claim, Reporter& report) {
  constexpr std::size_t digits = 11;
  for (auto const& loop : claim.loops()) {
    if (loop.id != LoopId::L2410 || claim.segments()[loop.first].kind != Kind::LIN) continue;
    auto const drug = claim.segment(loop.first);
    if (drug[2] != "N4" || drug[3].empty() || is_digits(drug[3], digits)) continue;
    bool const parted = drug[3].find_first_of("- ") != std::string_view::npos;
    report.add({loop.first, 3, 0}, claim.line_of(loop.first),
               parted ? "The NDC (LIN03) contains hyphens or blanks; an NDC is eleven digits."
                      : "The NDC (LIN03) does not have eleven digits.");
    report.ask_for_value();
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "COD010",
    .name = "ndc-form",
    .severity = Severity::error,
    .snip = 5,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::LIN},
    .precedence = Precedence::code_set,
};

}  // namespace scrub837::cod010
