#include "scrub837/rule.hpp"
#include "src/claim/narrative.hpp"

namespace scrub837::unl010 {
namespace {

constexpr Doc doc{
    .what = "The unit of measure (SV103) of an unlisted line is not UN.",
    .why =
        "MJ (minutes) is for anesthesia. On any other code the payer reads the minutes as units, or rejects "
        "the line.",
    .fix = "Bill UN with 1 unit, and put the minutes in the description (SV101-7).",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*MJ*45***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "005010X222A1, 2400 SV103",
};

constexpr std::string_view unlisted_anesthesia = "01999";

void check(UnlistedLine const& line, Reporter& report) {
  auto const basis = trimmed(line.unit_basis());
  // None at all is the guide's matter.
  if (basis.empty() || basis == "UN" || basis == "un") return;
  bool const minutes = basis == "MJ" || basis == "mj";
  if (minutes && line.procedure() == unlisted_anesthesia) return;
  report.add({line.sv1_index(), 3, 0}, static_cast<std::int32_t>(line.index()),
             minutes ? "SV103 is MJ (minutes), which is only for anesthesia."
                     : "SV103 of an unlisted line is not UN (units).");
}

}  // namespace

extern constexpr Rule rule{
    .id = "UNL010",
    .name = "units-basis-odd",
    .severity = Severity::warning,
    .snip = 6,
    .kind = ErrorKind::invalid_value,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::unl010
