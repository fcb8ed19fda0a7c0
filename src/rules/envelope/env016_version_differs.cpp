#include <algorithm>

#include "scrub837/rule.hpp"
#include "src/guide/values.hpp"
#include "src/x12/guide_version.hpp"

namespace scrub837::env016 {
namespace {

constexpr std::uint8_t isa12 = 12, gs08 = 8, st03 = 3;
constexpr std::string_view our_standard = "00501", our_guide = "005010X222A1", our_family = "005010X222";

constexpr Doc doc{
    .what =
        "ISA12, GS08 and ST03 do not name the guide of these claims (00501, 005010X222A1), or disagree. It "
        "is "
        "an error if ISA12 or GS08 names another standard.",
    .why =
        "The receiver chooses its edits by the version. 005010X222 without A1 and 005010X222A2 are not the "
        "adopted guide; another standard is routed to another system, or rejected.",
    .fix = "Correct the version in the billing system: ISA12 00501, GS08 and ST03 005010X222A1.",
    .bad = "GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*1*X*005010X222~",
    .good = "GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*1*X*005010X222A1~",
    .source = "005010X222A1, ISA12, GS08, ST03; 45 CFR 162.1102",
};

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Fault another_standard(std::uint8_t element, std::string_view name) {
  return {.element = element,
          .fix = Applicability::none,
          .message = std::string(name) + " names another standard than that of the claims, 005010X222A1.",
          .severity = Severity::error};
}

std::optional<Fault> check_isa12(std::string_view version) {
  if (version == our_standard) return std::nullopt;
  if (version.size() == our_standard.size() && is_number(version)) return another_standard(isa12, "ISA12");
  return Fault{isa12, Applicability::none, "ISA12 is not 00501."};
}

std::optional<Fault> check_gs08(std::string_view version) {
  if (version == our_guide) return std::nullopt;
  if (version.starts_with(our_family))
    return Fault{gs08, Applicability::none, "GS08 is not 005010X222A1 but an earlier or later edition."};
  constexpr std::size_t release = 6;
  bool const other_release = version.size() >= release && is_number(version.substr(0, release)) &&
                             version.substr(0, release) != our_family.substr(0, release);
  if (other_release || !guide_of(version).empty()) return another_standard(gs08, "GS08");
  return Fault{gs08, Applicability::none, "GS08 is not 005010X222A1."};
}

std::optional<Fault> check(HeaderView const& header) {
  switch (header.level) {
    case EnvelopeLevel::interchange:
      return check_isa12(header.isa[isa12]);
    case EnvelopeLevel::group:
      return check_gs08(header.gs[gs08]);
    case EnvelopeLevel::set:
      // What GS08 says, too, was said of it.
      // An empty one is missing (USE002), and small letters are SYN004's.
      if (header.st[st03].empty() || guide::upper(header.st[st03]) == our_guide ||
          header.st[st03] == header.gs[gs08])
        return std::nullopt;
      return Fault{st03, Applicability::none, "ST03 is not 005010X222A1."};
  }
  return std::nullopt;
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV016",
    .name = "version-differs",
    .severity = Severity::warning,
    .snip = 1,
    .kind = ErrorKind::contradiction,
    .fix = Applicability::none,
    .phase = Phase::complete,
    .doc = doc,
    .check = HeaderCheck{check},
    .release = Release::impossible,
};

}  // namespace scrub837::env016
