#pragma once

#include <charconv>
#include <optional>
#include <string>

#include "scrub837/rule.hpp"

namespace scrub837::envelope {

/// A count or control number as a number; nothing if it is not one.
inline std::optional<std::uint64_t> as_number(std::string_view text) {
  constexpr std::size_t sure_to_fit = 19;
  std::uint64_t value = 0;
  if (text.empty() || text.size() > sure_to_fit) {
    auto const* const last = text.data() + text.size();
    auto const [end, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc{} || end != last) return std::nullopt;
    return value;
  }
  for (char const byte : text) {
    if (byte < '0' || byte > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(byte - '0');
  }
  return value;
}

/// Compares the count in a trailer with what is there; counts compare as numbers ("01" is 1).
inline std::optional<Fault> wrong_count(TrailerView const& trailer, EnvelopeLevel level,
                                        std::string_view element, std::string_view counted) {
  if (trailer.level != level || !trailer.present) return std::nullopt;
  auto const stated = as_number(trailer.stated_count);
  if (stated == trailer.actual_count) return std::nullopt;
  auto message = std::string(element) + (stated ? " is " + std::to_string(*stated) : " is not a number") +
                 "; the number of " + std::string(counted) + " is " + std::to_string(trailer.actual_count) +
                 ".";
  return Fault{1, Applicability::safe, std::move(message)};
}

/// Without the spaces that fill an element of fixed width.
inline std::string_view without_padding(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Compares the control number of a trailer with its header's. \param numeric type N0: leading zeros do not
/// matter
inline std::optional<Fault> wrong_control(TrailerView const& trailer, EnvelopeLevel level, bool numeric,
                                          std::string_view trailer_element, std::string_view header_element) {
  if (trailer.level != level || !trailer.present || trailer.trailer_control == trailer.header_control) {
    return std::nullopt;
  }
  auto const stated = as_number(without_padding(trailer.trailer_control));
  if (numeric && stated && stated == as_number(without_padding(trailer.header_control))) return std::nullopt;
  return Fault{2, Applicability::unsafe,
               std::string(trailer_element) + " is not equal to " + std::string(header_element) +
                   "; a receiver rejects everything between them."};
}

}  // namespace scrub837::envelope
