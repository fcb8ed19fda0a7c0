#pragma once

#include <array>
#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

#include "scrub837/report.hpp"

/// What the values of a template are made with.
namespace scrub837::page_values {

using Data = kainjow::mustache::data;
using List = kainjow::mustache::list;

inline constexpr std::array every{Disposition::clean, Disposition::fixed, Disposition::held,
                                  Disposition::released};
inline constexpr std::array<std::string_view, 4> labels{"Clean", "Fixed", "Held", "Released"};

[[nodiscard]] inline Data text(std::string_view value) { return {std::string(value)}; }

// A section that is left out if there is no text. What is not set in a list is looked for around it.
[[nodiscard]] inline Data if_any(std::string_view value) { return value.empty() ? Data(false) : text(value); }

}  // namespace scrub837::page_values
