#include "src/report/help_once.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace scrub837 {
namespace {

// No report prints control characters.
constexpr char help_mark = '\x1E';

}  // namespace

std::string HelpOnce::mark_of(Rule const& rule) { return fmt::format("{}{}\n", help_mark, rule.id); }

std::string HelpOnce::help_of(Rule const& rule) const {
  return painted_dim(wrapped("help: " + std::string(rule.doc.fix), screen_.width, "  "), screen_);
}

std::string HelpOnce::introduction() const {
  std::string text =
      screen_.offsets ? "FILE:N is segment N of its transaction set (ST is 1), and its offset in bytes."
                      : "FILE:N is segment N of its transaction set (ST is 1); --verbose adds byte offsets.";
  if (!screen_.show_phi) text += " Values are masked; --show-phi shows them.";
  return painted_dim(wrapped(text, screen_.width, ""), screen_) + "\n";
}

void HelpOnce::add(std::string_view text) {
  if (!introduced_ && !text.empty()) {
    introduced_ = true;
    print_(introduction());
  }
  while (!text.empty()) {
    if (begun_.empty()) {
      auto const at = std::min(text.find(help_mark), text.size());
      if (at > 0) print_(text.substr(0, at));
      text.remove_prefix(at);
      if (text.empty()) return;
    }
    auto const end = text.find('\n');
    begun_.append(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
    auto const* const rule = find_rule(std::string_view(begun_).substr(1));
    begun_.clear();
    if (rule != nullptr && helped_.insert(rule).second) print_(help_of(*rule));
  }
}

}  // namespace scrub837
