#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "src/redact/tokens.hpp"

namespace scrub837::redact {

/// Moves all dates of a file by the same number of days: ages and intervals stay. No date crosses 2015-10-01,
/// when ICD-10-CM began, as far as any such number exists; and none lands on another date of the file.
class DateShift {
 public:
  DateShift(Secret const& secret, Survey const& survey);
  [[nodiscard]] std::int64_t days() const { return days_; }

  /// A value that is a date by the guide: 20260914, 20260914-20260915, of an ISA 260914. What is not a date
  /// of the calendar stays none.
  [[nodiscard]] std::string of_value(std::string_view value) const;
  /// Eight digits, or six of this century; as they are if they are not a date.
  [[nodiscard]] std::string of_digits(std::string_view digits) const;
  /// A time of the day, HHMM or longer.
  [[nodiscard]] std::string of_time(std::string_view value) const;

 private:
  [[nodiscard]] std::string not_a_date(std::string_view digits) const;
  Secret const* secret_;
  Survey const* survey_;
  std::int64_t days_ = 0;
};

}  // namespace scrub837::redact
