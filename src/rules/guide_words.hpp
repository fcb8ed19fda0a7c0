#pragma once

#include <string>
#include <string_view>

#include "scrub837/rule.hpp"
#include "src/guide/fault.hpp"

namespace scrub837::guide_words {

/// The element of a fault as a biller reads it: `N403 (ZIP code) of the billing provider (2010AA)`.
[[nodiscard]] std::string element(guide::Fault const& fault, guide::Table const& table);
/// The segment of a fault: `REF*EI (tax ID) of the billing provider (2010AA)`.
[[nodiscard]] std::string segment(guide::Fault const& fault, guide::Table const& table);
/// Its loop: `2010AA (billing provider)`.
[[nodiscard]] std::string loop(guide::Fault const& fault, guide::Table const& table);
/// The codes that its element may have, if they are few: ` Allowed: D8, RD8.`
[[nodiscard]] std::string allowed(guide::Fault const& fault, guide::Table const& table);
/// As `N404`: another element of the fault's segment.
[[nodiscard]] std::string other_element(guide::Fault const& fault);
/// Of what is there too often, as `2 times`, and how often it may be: `1 is`.
[[nodiscard]] std::string times(guide::Fault const& fault);
[[nodiscard]] std::string allowed_number(guide::Fault const& fault);
/// Of a loop that is there too often: `The claim has 2 rendering providers (2310B)`.
[[nodiscard]] std::string loops_found(guide::Fault const& fault, guide::Table const& table);

/// Adds a finding about an element, which asks for its value unless it stands in the envelope.
/// \param needed what to type, if the rule's own words do not fit; a literal
void ask(guide::Fault const& fault, std::string message, Reporter& report, std::string_view needed = {});
/// Adds a finding with the fault's fix; a mild one is a warning.
void add(guide::Fault const& fault, std::string message, Reporter& report);

}  // namespace scrub837::guide_words
