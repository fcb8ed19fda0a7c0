#include "scrub837/rule.hpp"
#include "src/claim/cut_text.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::nar010 {
namespace {

constexpr Doc doc{
    .what =
        "The description of an unlisted line says neither what was done nor for how long, how often or how "
        "much. A warning for 99600, info for other codes. Drugs (2410), equipment and supplies (codes that "
        "begin with A, B, E, K or L) are not checked.",
    .why =
        "Payers price an unlisted line by comparing the work with that of a listed code. If they do not know "
        "the work and its extent, they ask for more information or pay less.",
    .fix =
        "Say what was done, where on the body, and for how long or how many times. The claim is not held for "
        "this.",
    .bad = "SV1*HC:99600:::::DIABETIC FOOT ULCER PATIENT HOMEBOUND*125*UN*1***1~",
    .good = "SV1*HC:99600:::::DIABETIC FOOT ULCER DRESSING CHANGE 30 MIN*125*UN*1***1~",
    .source = "WPS, Noridian and CGS on the description of not otherwise classified codes",
};

// A name is enough for what these bill: supplies, enteral products, equipment, prostheses and orthoses.
bool bills_equipment(std::string_view code) {
  return !code.empty() && std::string_view("ABEKL").find(code[0]) != std::string_view::npos;
}

// A home visit is told by nothing but its description; a severity set by configuration holds for every code.
Severity severity_on(LineView const& line, Reporter const& report) {
  return line.procedure() == "99600" ? report.severity() : report.severity_or(Severity::info);
}

void check(UnlistedLine const& line, Reporter& report) {
  if (identifies_drug(line) || bills_equipment(line.procedure())) return;
  auto const& state = line.narrative();
  auto const& reading = state.reading;
  if (!state.usable() || state.names_act || is_cut(line)) return;
  if (line.procedure() == "99600" && state.visit == VisitDoubt::not_made) return;  // NAR014 says so
  if (reading.names_extent || (reading.names_activity && !state.only_patient)) return;
  report.add_as(severity_on(line, report),
                state.in_note() ? Place{state.note, 2, 0} : Place{line.sv1_index(), 1, 7},
                static_cast<std::int32_t>(line.index()),
                "The description says neither what was done nor how long, how often or how much.");
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR010",
    .name = "narrative-lacks-detail",
    .severity = Severity::warning,
    .snip = 7,
    .kind = ErrorKind::incomplete,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::nar010
