#include "scrub837/rule.hpp"
#include "src/claim/typographic.hpp"

namespace scrub837::nar007 {
namespace {

constexpr Doc doc{
    .what =
        "A description, note or attachment control number has spaces at its ends or double spaces inside, or "
        "characters from a word processor (curly quotes, long dashes).",
    .why =
        "Receivers reject characters that are not in the X12 character set. A control number with an extra "
        "space does not match its cover sheet.",
    .fix =
        "Extra spaces are removed, and word-processor characters are replaced with plain ones. This is safe: "
        "no readable text is lost. Text that an earlier program read in the wrong encoding is not changed; "
        "correct it in the billing system.",
    .bad = "SV1*HC:99600:::::WOUND CARE  LEFT HEEL 45 MIN *125*UN*1***1~",
    .good = "SV1*HC:99600:::::WOUND CARE LEFT HEEL 45 MIN*125*UN*1***1~",
    .source = "X12 basic and extended character sets, 005010X222A1 appendix B",
};

void look(ClaimView const& claim, Place place, std::int32_t line, Reporter& report) {
  auto const segment = claim.segment(place.segment);
  auto const text =
      place.component == 0 ? segment[place.element] : segment.component(place.element, place.component);
  if (!may_be_untidy(text)) return;
  if (is_garbled(text)) {
    report.add(
        place, line,
        "The text has characters that an earlier program garbled (wrong encoding). It is not changed.");
    return;
  }
  auto tidy = tidied(text, claim.delimiters());
  if (tidy == text || tidy.empty()) return;
  report.add(place, line, "The text has extra spaces or word-processor characters.",
             {Applicability::safe, {{Edit::What::set, place, std::move(tidy)}}, {}});
}

void check(ClaimView const& claim, Reporter& report) {
  for (std::size_t i = 0; claim.has_texts() && i < claim.line_count(); ++i) {
    auto const line = claim.line(i);
    auto const number = static_cast<std::int32_t>(i);
    if (line.has_service() && may_be_untidy(line.description()))
      look(claim, {line.sv1_index(), 1, 7}, number, report);
  }
  for (auto const [index, line] : claim.indicators()) look(claim, {index, 6, 0}, line, report);
  for (auto const [index, line] : claim.notes()) look(claim, {index, 2, 0}, line, report);
}

}  // namespace

extern constexpr Rule rule{
    .id = "NAR007",
    .name = "narrative-untidy",
    .severity = Severity::warning,
    .snip = 4,
    .kind = ErrorKind::invalid_character,
    .fix = Applicability::safe,
    .phase = Phase::tidy,
    .doc = doc,
    .check = ClaimCheck{check},
};

}  // namespace scrub837::nar007
