#include <array>

#include "src/rules/envelope_checks.hpp"
#include "src/x12/isa_width.hpp"

namespace scrub837::env008 {
namespace {

constexpr Doc doc{
    .what =
        "The ISA is not 106 bytes long: an element is too short, too long, missing or extra, the segment id "
        "is in lower case, or there are spaces before the terminator.",
    .why = "Most receivers read the ISA by position. If one byte is missing, every delimiter is read wrong.",
    .fix =
        "Short elements are padded: text with spaces at the end, numbers with zeros in front. Only "
        "--unsafe-fixes cuts an element that would lose characters, or pads a date, time or control number "
        "that is not a number. Nothing else can be fixed: the interchange is held.",
    .bad = "ISA*00**00**ZZ*SENDER*ZZ*RECEIVER*260914*1200*^*00501*000000001*0*P*:~",
    .good =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260914*1200*^*00501*"
        "000000001*0*P*:~",
    .source = "005010X222A1, ISA01 to ISA16",
};

constexpr std::size_t right_count = 16;
constexpr std::size_t repetition_separator = 11;

std::optional<Fault> check(IsaView const& isa) {
  if (!isa.readable) return std::nullopt;
  if (isa.count + 1 == right_count && isa.elements[right_count].empty()) {
    return Fault{right_count, Applicability::none, "The ISA has no ISA16 (component element separator)."};
  }
  if (isa.count != right_count) {
    return Fault{0, Applicability::none,
                 "The ISA has " + std::to_string(isa.count) + " elements; it must have 16."};
  }
  // Nobody can tell which of several characters is the separator, and texts may contain any of them.
  if (envelope::without_padding(isa.elements[repetition_separator]).size() > 1) {
    return Fault{repetition_separator, Applicability::none,
                 "ISA11 (repetition separator) has " +
                     std::to_string(isa.elements[repetition_separator].size()) +
                     " characters; it must have 1."};
  }
  for (std::size_t number = 1; number <= right_count; ++number) {
    if (isa.elements[number].size() == isa_width[number]) continue;
    bool const sure = is_fitted_surely(isa.elements);
    return Fault{static_cast<std::uint8_t>(number), sure ? Applicability::safe : Applicability::unsafe,
                 std::string("ISA") + (number < 10 ? "0" : "") + std::to_string(number) + " has " +
                     std::to_string(isa.elements[number].size()) +
                     (isa.elements[number].size() == 1 ? " character; " : " characters; ") +
                     std::to_string(isa_width[number]) + " are required."};
  }
  if (isa.irregular) {
    return Fault{
        0, Applicability::safe,
        "The ISA is in lower case or has extra spaces (after the segment id or before the terminator)."};
  }
  return std::nullopt;
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV008",
    .name = "isa-width",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::invalid_length,
    .fix = Applicability::safe,
    .phase = Phase::complete,
    .doc = doc,
    .check = IsaCheck{check},
    .release = Release::impossible,
};

}  // namespace scrub837::env008
