#include <algorithm>
#include <array>

#include "src/rules/envelope_checks.hpp"

namespace scrub837::env018 {
namespace {

constexpr std::uint8_t isa05 = 5, isa06 = 6, isa08 = 8, gs02 = 2, gs03 = 3;

constexpr Doc doc{
    .what =
        "The sender or the receiver is blank: ISA05 to ISA08, GS02 or GS03. As information: GS02 is not the "
        "sender of the ISA.",
    .why =
        "A receiver identifies the trading partner by these elements, and rejects a file without them (TA1 "
        "codes 005 to 008) before anybody sees a claim.",
    .fix =
        "Enter the sender and receiver IDs from the trading partner agreement in the billing system, and "
        "make "
        "the file again.",
    .bad = "GS*HC**DEMORECEIVER*20260914*1200*1*X*005010X222A1~",
    .good = "GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*1*X*005010X222A1~",
    .source = "005010X222A1, ISA05 to ISA08, GS02, GS03; TA105 005 to 008",
};

bool is_blank(std::string_view text) { return envelope::without_padding(text).empty(); }

// One fault for all that are blank, at the first of them.
std::optional<Fault> check_ids(std::span<std::string_view const> names,
                               std::span<std::string_view const> values, std::uint8_t first) {
  std::string blank;
  std::uint8_t element = 0;
  bool several = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!is_blank(values[i])) continue;
    several = !blank.empty();
    if (!several) element = static_cast<std::uint8_t>(first + i);
    blank.append(several ? ", " : "").append(names[i]);
  }
  if (blank.empty()) return std::nullopt;
  return Fault{element, Applicability::none, blank + (several ? " are blank." : " is blank.")};
}

std::optional<Fault> check(HeaderView const& header) {
  if (header.level == EnvelopeLevel::interchange) {
    constexpr std::array<std::string_view, 4> names{"ISA05", "ISA06", "ISA07", "ISA08"};
    std::array<std::string_view, 4> values;
    std::copy(header.isa.begin() + isa05, header.isa.begin() + isa08 + 1, values.begin());
    return check_ids(names, values, isa05);
  }
  if (header.level != EnvelopeLevel::group) return std::nullopt;
  constexpr std::array<std::string_view, 2> names{"GS02", "GS03"};
  auto fault = check_ids(names, std::array{header.gs[gs02], header.gs[gs03]}, gs02);
  auto const sender = envelope::without_padding(header.isa[isa06]);
  if (!fault && !sender.empty() && sender != envelope::without_padding(header.gs[gs02])) {
    fault = Fault{.element = gs02,
                  .fix = Applicability::none,
                  .message = "GS02 is not the sender in ISA06. The standard allows it.",
                  .severity = Severity::info};
  }
  return fault;
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV018",
    .name = "envelope-id-missing",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::required_missing,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = HeaderCheck{check},
    .release = Release::impossible,
};

}  // namespace scrub837::env018
