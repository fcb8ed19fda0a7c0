#include "src/report_model/cause_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scrub837/finding.hpp"
#include "src/report/mask.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

// NM1 of NM109, SV1 of SV101-7: damage may put a name where an id should be.
std::string_view segment_id_of(std::string_view element) {
  element = element.substr(0, element.find('-'));
  auto const is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  constexpr std::size_t number = 2;
  bool const numbered =
      element.size() > number && is_digit(element.back()) && is_digit(element[element.size() - 2]);
  return numbered ? element.substr(0, element.size() - number) : element;
}

}  // namespace

std::string rule_at(Severity severity, Rule const& rule, std::string_view element, bool show_phi) {
  bool const shown = !element.empty() && (show_phi || is_segment_id(segment_id_of(element)));
  return fmt::format("{} {} {}{}{}", name_of(severity), rule.id, rule.name, shown ? " at " : "",
                     shown ? displayed(element) : std::string{});
}

std::string cause_line(RootCause const& cause, bool show_phi) {
  auto line = rule_at(cause.severity, *cause.rule, cause.element, show_phi);
  if ((cause.reach == RootCause::Reach::above || cause.joined) && !cause.loop.empty())
    line += fmt::format(" of {}", cause.loop);
  if (show_phi && !(cause.subject.empty() && cause.value.empty())) {
    line += fmt::format(" ({}{}{})", displayed(cause.subject),
                        cause.subject.empty() || cause.value.empty() ? "" : ": ", displayed(cause.value));
  }
  return cause.held.claims == 0 ? line : line + "  [held]";
}

}  // namespace scrub837
