#include "src/rules/envelope_checks.hpp"

namespace scrub837::env007 {
namespace {

constexpr Doc doc{
    .what =
        "SE, GE or IEA is missing, or the file ends before the terminator of its last segment. If only the "
        "terminator of a complete IEA is missing, it is a warning.",
    .why =
        "Nobody can tell whether claims after that point were lost. The receiver rejects an envelope that is "
        "not closed.",
    .fix =
        "If a trailer is missing, ask for the file again: it was probably cut off when it was written or "
        "sent. --unsafe-fixes adds what is missing; otherwise all claims of the open transaction set, group "
        "or interchange are held. If only the terminator of IEA is missing, it is added.",
    .bad = "SE*25*0001~IEA*1*000000001~",
    .good = "SE*25*0001~GE*1*1~IEA*1*000000001~",
    .source = "005010X222A1, SE, GE and IEA; TA105 023",
    .ask = "Ask for the file again: it was probably cut off when it was written or sent.",
};

// Nothing is lost behind an IEA whose control number is all there.
bool is_whole_iea(TrailerView const& trailer) {
  auto const control = envelope::as_number(envelope::without_padding(trailer.trailer_control));
  return trailer.level == EnvelopeLevel::interchange && control &&
         control == envelope::as_number(envelope::without_padding(trailer.header_control));
}

std::optional<Fault> check(TrailerView const& trailer) {
  constexpr std::string_view names[] = {"SE", "GE", "IEA"};
  auto const name = std::string(names[static_cast<std::size_t>(trailer.level)]);
  if (!trailer.present) {
    return Fault{0, Applicability::unsafe, name + " is missing; the file may have been cut off."};
  }
  if (!trailer.terminated && is_whole_iea(trailer)) {
    return Fault{.element = 0,
                 .fix = Applicability::safe,
                 .message = "The file ends before the segment terminator of IEA; IEA itself is complete.",
                 .severity = Severity::warning};
  }
  if (!trailer.terminated) {
    return Fault{0, Applicability::unsafe,
                 "The file ends before the segment terminator of " + name + "; it may have been cut off."};
  }
  return std::nullopt;
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV007",
    .name = "trailer-missing",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::required_missing,
    .fix = Applicability::unsafe,
    .phase = Phase::complete,
    .doc = doc,
    .check = TrailerCheck{check},
    .release = Release::impossible,
    .duty = Duty::closes_envelopes,
};

}  // namespace scrub837::env007
