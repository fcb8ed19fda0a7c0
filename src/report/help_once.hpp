#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "scrub837/rule.hpp"
#include "src/report/text_report.hpp"

namespace scrub837 {

/// Prints what ScreenReports write, and puts in what is said once a screen: the help of a rule where the
/// report of its first finding has a mark for it, and before the first finding how to read a place.
class HelpOnce {
 public:
  HelpOnce(Screen screen, std::function<void(std::string_view)> print)
      : screen_(screen), print_(std::move(print)) {}
  /// Text of a report, in pieces of any size.
  void add(std::string_view text);

  /// A line that stands for the help of a rule.
  [[nodiscard]] static std::string mark_of(Rule const& rule);

 private:
  [[nodiscard]] std::string help_of(Rule const& rule) const;
  [[nodiscard]] std::string introduction() const;

  Screen screen_;
  std::function<void(std::string_view)> print_;
  std::string begun_;  ///< a mark that has not ended
  std::set<Rule const*> helped_;
  bool introduced_ = false;
};

}  // namespace scrub837
