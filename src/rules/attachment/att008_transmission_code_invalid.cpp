#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"
#include "src/guide/report_types.hpp"

namespace scrub837::att008 {
namespace {

constexpr Doc doc{
    .what =
        "The attachment transmission code (PWK02) is blank or is not AA, BM, EL, EM, FT or FX. AB, AD, AF, "
        "AG and NS are allowed only for a certificate of medical necessity (PWK01 is CT) on a line.",
    .why =
        "The payer looks for the document where PWK02 says it was sent. Receivers reject the transaction set "
        "if the guide does not allow the code.",
    .fix =
        "Correct the code in the billing system: BM mail, EL electronic, EM email, FT file transfer, FX fax, "
        "AA available on request. Only the sender knows how the document was sent.",
    .bad = "PWK*NN*FAX***AC*ACN0001~",
    .good = "PWK*NN*FX***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK02",
    .ask =
        "Type how the document is sent in attachment_transmission: BM mail, EL electronic, EM email, FT file "
        "transfer, FX fax, AA available on request.",
};

std::string_view message(std::string_view way, std::int32_t line) {
  if (way.empty()) return "PWK02 (attachment transmission code) is blank.";
  if (!is_certificate_way(way)) return "PWK02 (attachment transmission code) is not a code of the guide.";
  return line < 0 ? "This PWK02 code is only for a certificate of medical necessity, which must be on a line."
                  : "This PWK02 code is only for a certificate of medical necessity (PWK01 is CT).";
}

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const pwk = claim.segment(index);
    auto const way = pwk[2];
    if (way == "AA" || is_sent(way) || is_certificate(pwk, line)) continue;
    // A report type that is none may have been that of a certificate (ATT007).
    if (line >= 0 && is_certificate_way(way) && !is_report_type(pwk[1])) continue;
    report.add_alike({index, 2, 0}, line, message(way, line));
    if (way.empty()) report.of_kind(ErrorKind::required_missing);
  }
}

}  // namespace

extern constexpr Rule rule{
    .id = "ATT008",
    .name = "transmission-code-invalid",
    .severity = Severity::error,
    .snip = 2,
    .kind = ErrorKind::invalid_code,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = ClaimCheck{check},
    .of_segments = {Kind::PWK},
};

}  // namespace scrub837::att008
