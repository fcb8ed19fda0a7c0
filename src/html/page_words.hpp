#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "src/report_model/report_model.hpp"

namespace scrub837 {

/// `$1,308.00`
[[nodiscard]] std::string dollars(std::int64_t cents);
/// `20,000`
[[nodiscard]] std::string grouped(std::uint64_t number);
/// `1 claim`, `37 claims`. \param noun in the singular
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view noun);
/// `25.0%` of `whole`; of nothing, `–`.
[[nodiscard]] std::string percent(std::uint64_t part, std::uint64_t whole);
/// `part` of `whole` as a length up to `full`, with one decimal.
[[nodiscard]] std::string length_of(std::uint64_t part, std::uint64_t whole, std::uint64_t full);
/// `09/14/2026` of `20260914`; anything else as it is.
[[nodiscard]] std::string us_date(std::string_view date);

/// What a cause is, in one sentence.
[[nodiscard]] std::string what_is_wrong(RootCause const& cause);
/// Where it is: `2010AA NM109`.
[[nodiscard]] std::string place_of(RootCause const& cause);

}  // namespace scrub837
