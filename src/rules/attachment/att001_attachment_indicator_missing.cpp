#include "scrub837/rule.hpp"
#include "src/claim/payer_requirements.hpp"
#include "src/claim/service_line.hpp"

namespace scrub837::att001 {
namespace {

constexpr Doc doc{
    .what = "An unlisted line has no PWK segment, either on the line or on its claim.",
    .why =
        "Many payers price an unlisted code from its documentation and deny the line if no attachment is "
        "indicated. Most Medicare contractors want only the description, so Medicare claims are not checked; "
        "neither are drugs, equipment and supplies (HCPCS level II codes, lines with an NDC) and void "
        "claims. "
        "A payer profile can ask for it or turn it off; for a line with an NDC it must name the code.",
    .fix =
        "If documents will be sent, type the attachment type, how it will be sent, and its control number in "
        "the worklist. A PWK segment is never added for a document that nobody listed.",
    .bad = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .good = "SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~PWK*NN*EL***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK; First Coast and NGS on when not to send",
    .ask =
        "If documents will be sent, type attachment_type, attachment_transmission and "
        "attachment_control_number. If none will be sent and the payer agreed, say so in release_reason.",
};

void check(UnlistedLine const& line, Reporter& report) {
  auto const& claim = line.claim();
  auto const& filing = claim.inherited().claim_filing;
  auto const* const requirements = demands_of(line);
  auto const wanted = requirements == nullptr ? Demand::optional : requirements->attachment;
  if (wanted == Demand::forbidden) return;
  bool const required = wanted == Demand::required;
  if (!required && (filing == "MA" || filing == "MB" || bills_item(line))) return;
  auto const level = required ? requirements->attachment_level : AttachmentLevel::either;
  if (level != AttachmentLevel::line && !claim.indicators_of(-1).empty()) return;
  auto const number = static_cast<std::int32_t>(line.index());
  if (level != AttachmentLevel::claim && !claim.indicators_of(number).empty()) return;
  if (is_void(claim)) return;
  auto message = std::string(line.procedure()) + " is billed without a PWK segment" +
                 (level == AttachmentLevel::line    ? " on the line, where the payer looks for it."
                  : level == AttachmentLevel::claim ? " on the claim, where the payer looks for it."
                                                    : ".");
  report.add_as(required ? severity_of_demand(claim, report) : report.severity(), {line.sv1_index(), 0, 0},
                number, std::move(message), {Applicability::input, {}, {}});
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT001",
    .name = "attachment-indicator-missing",
    .severity = Severity::warning,
    .snip = 7,
    .kind = ErrorKind::situational_missing,
    .fix = Applicability::input,
    .phase = Phase::complete,
    .doc = doc,
    .check = UnlistedCheck{check},
};

}  // namespace scrub837::att001
