#include "scrub837/rule.hpp"
#include "src/claim/attachment.hpp"

namespace scrub837::att008 {
namespace {

constexpr Doc doc{
    .what =
        "The way a document goes to the payer (PWK02) is missing or none of AA, BM, EL, EM, FT, FX. AB, AD, "
        "AF, AG and NS are right only for a certificate of medical necessity (PWK01 CT) at a line.",
    .why =
        "The payer looks for the document where PWK02 says it goes. Receivers reject the set for a code "
        "that the guide doesn't have there.",
    .fix =
        "Correct the code at the source: BM mail, EL electronic, EM e-mail, FT file transfer, FX fax, AA "
        "available on request. How it was sent only the sender knows.",
    .bad = "PWK*NN*FAX***AC*ACN0001~",
    .good = "PWK*NN*FX***AC*ACN0001~",
    .source = "005010X222A1, 2300 and 2400 PWK02",
};

std::string_view message(std::string_view way, std::int32_t line) {
  if (way.empty()) return "The way in which the document goes to the payer is missing.";
  if (!is_certificate_way(way)) return "The way in which the document goes is none of the guide's codes.";
  return line < 0 ? "This code is for certificates of medical equipment, and those stand at a line."
                  : "This code is for certificates of medical equipment alone (PWK01 CT).";
}

void check(ClaimView const& claim, Reporter& report) {
  for (auto const [index, line] : claim.indicators()) {
    auto const pwk = claim.segment(index);
    auto const way = pwk[2];
    if (way == "AA" || is_sent(way) || is_certificate(pwk, line)) continue;
    report.add_alike({index, 2, 0}, line, message(way, line));
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
    .of_segment = Kind::PWK,
};

}  // namespace scrub837::att008
