#include "src/report/text_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "scrub837/rule.hpp"
#include "scrub837/x12/segment.hpp"
#include "src/report/colors.hpp"
#include "src/report/finding_formats.hpp"
#include "src/report/help_once.hpp"
#include "src/report/mask.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

// Where an element, or component, of a segment begins and ends; at the segment's end if it is not there.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Span span_of(std::string_view segment, Place place, Delimiters const& delimiters) {
  if (place.element == 0)
    return {0, std::max<std::size_t>(1, segment.find(delimiters.element) == std::string_view::npos
                                            ? segment.size()
                                            : segment.find(delimiters.element))};
  auto const part = [](std::string_view text, char separator, std::size_t number) -> Span {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < number; ++i) {
      auto const next = text.find(separator, begin);
      if (next == std::string_view::npos) return {text.size(), text.size()};
      begin = next + 1;
    }
    return {begin, std::min(text.find(separator, begin), text.size())};
  };
  auto const element = part(segment, delimiters.element, place.element);
  if (place.component == 0 || delimiters.component == '\0') return element;
  auto const inner = part(segment.substr(element.begin, element.end - element.begin), delimiters.component,
                          place.component - 1U);
  return {element.begin + inner.begin, element.begin + inner.end};
}

bool is_line_number(std::string_view text) {
  return text.size() <= 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Where an element stands so far behind that its segment is no segment, the screen shows what is before that.
constexpr std::size_t longest_looked_at = 1 << 16;

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
  std::string result;
  auto const room = width > indent.size() + 20 ? width - indent.size() : 20;
  while (!text.empty()) {
    auto length = std::min(text.size(), room);
    if (length < text.size()) {
      auto const blank = text.rfind(' ', length);
      if (blank != std::string_view::npos && blank > 0) {
        length = blank;
      } else {
        // Not within a character.
        while (length > 1 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;
      }
    }
    result.append(indent).append(text.substr(0, length)).append("\n");
    text.remove_prefix(length);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  return result;
}

std::string painted_dim(std::string_view text, Screen const& screen) {
  return screen.color ? fmt::format("\x1b[{}m{}\x1b[0m", color::dim, text) : std::string(text);
}

std::string ScreenReport::painted(std::string_view text, std::string_view code) const {
  if (!screen_.color) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string ScreenReport::shown(std::string_view segment, Delimiters const& delimiters) const {
  return screen_.show_phi ? std::string(segment) : masked_segment(segment, delimiters);
}

std::string ScreenReport::place_of(FindingRecord const& record) const {
  auto text = displayed(record.file);
  text += record.segment_number != 0 ? ":" : ":byte ";
  text += std::to_string(record.segment_number != 0 ? record.segment_number : record.offset);
  if (screen_.offsets && record.segment_number != 0) text += fmt::format(" (byte {})", record.offset);
  text += ":";
  if (record.claim_index != 0) {
    // Segments are counted in their set: in all but the first it has to be named.
    if (record.transaction && record.set_ordinal > 1) {
      text.append(" set ").append(displayed(*record.transaction));
    }
    if (record.claim && screen_.show_phi) {
      text.append(" claim ").append(displayed(*record.claim));
    } else {
      text.append(" claim #").append(std::to_string(record.claim_index));
    }
    if (record.line_index != 0) text.append(" line ").append(std::to_string(record.line_index));
  } else if (record.transaction) {
    text.append(" set ").append(displayed(*record.transaction));
  } else if (record.interchange) {
    text.append(" interchange ").append(displayed(*record.interchange));
  }
  return text;
}

std::string ScreenReport::as_text(FindingRecord const& record) const {
  auto const place = place_of(record);
  bool const held = record.disposition == Disposition::held && record.severity == Severity::error;
  std::string_view const tag = record.applied ? "  [fixed]" : held ? "  [held]" : "";
  auto const length = display_width(place) + name_of(record.severity).size() + record.rule->id.size() +
                      record.rule->name.size() + tag.size() + 3;
  auto text = painted(place, color::bold) + (screen_.terminal && length > screen_.width ? "\n  " : " ") +
              painted(name_of(record.severity), color::of(record.severity)) + " " +
              painted(record.rule->id, color::bold) + " " + std::string(record.rule->name);
  if (!tag.empty()) text += painted(tag, record.applied ? color::green : color::red);
  text += "\n";
  if (!record.segment.empty()) {
    auto const room = screen_.width > 24 ? screen_.width - 4 : 20;
    auto const span = span_of(record.segment.substr(0, longest_looked_at), record.place, record.delimiters);
    // A value that is cut is longer than any that may be shown, and ends behind what is on the screen.
    constexpr std::size_t margin = 64;
    auto const line = shown(record.segment.substr(0, span.begin + room + margin), record.delimiters);
    auto const width = display_width(line);
    // Masked or not, every byte of the segment is one of the line.
    auto const column_of = [&](std::size_t byte) {
      return display_width(std::string_view(line).substr(0, byte));
    };
    Span const at{column_of(span.begin), column_of(span.end)};
    // A long segment is shown around the element.
    std::size_t first = 0;
    if (width > room && at.begin > room / 2) first = std::min(at.begin - room / 2, width - room);
    std::string_view const before = first > 0 ? "..." : "";
    std::string_view const behind = first + room < width ? "..." : "";
    text.append("    ").append(before);
    text += displayed_columns(line, first + before.size(), room - before.size() - behind.size());
    text.append(behind).append("\n");
    auto const column = at.begin - first;
    auto const carets =
        std::max<std::size_t>(1, std::min(at.end - at.begin, room > column ? room - column : 1));
    text += "    " + std::string(column, ' ') + painted(std::string(carets, '^'), color::of(record.severity));
    if (!record.element.empty() && column + carets + record.element.size() + 1 < room)
      text += " " + record.element;
    text += "\n";
  }
  text += wrapped(displayed(record.message), screen_.width, "  ");
  if (record.applied && !record.after.empty() &&
      record.after.find(record.delimiters.terminator) == std::string_view::npos) {
    if (record.before == record.after) {
      text += painted("  is moved, unchanged, to its place in the loop\n", color::dim);
    } else {
      // Cut at the edge of the screen, so that every byte of it can be read.
      auto const after = shown(record.after, record.delimiters);
      auto const room = screen_.terminal && screen_.width > 30 ? screen_.width - 10 : after.size();
      auto indent = painted("  becomes ", color::dim);
      for (auto const& line : displayed_lines(after, room))
        text += std::exchange(indent, std::string(10, ' ')) + line + "\n";
    }
  } else if (!record.applied) {
    text += HelpOnce::mark_of(*record.rule);
  }
  return text += "\n";
}

std::string ScreenReport::as_diff(FindingRecord const& record) const {
  if (!record.applied) return {};
  auto text =
      painted(fmt::format("@@ {} {} {}", place_of(record), record.rule->id, record.rule->name), color::blue) +
      "\n";
  auto const lines = [&](std::string_view segments, char mark, std::string_view color) {
    while (!segments.empty()) {
      auto const end = std::min(segments.find(record.delimiters.terminator), segments.size());
      text += painted(mark + displayed(shown(segments.substr(0, end), record.delimiters)), color) + "\n";
      segments.remove_prefix(std::min(end + 1, segments.size()));
    }
  };
  lines(record.before, '-', color::red);
  lines(record.after, '+', color::green);
  return text;
}

void ScreenReport::finding(FindingRecord const& received) {
  auto record = received;
  std::array<std::string, 3> numbers;
  auto next = numbers.begin();
  for (auto* const number : {&record.interchange, &record.group, &record.transaction}) {
    if (!screen_.show_phi && *number && !is_control_number(**number)) {
      *next = masked_value(**number);
      *number = *next;
    }
    ++next;
  }
  // An element is named by its segment's id, which damage can make of anything.
  if (!screen_.show_phi && !record.element.empty() && !is_segment_id(segment_id(record)))
    record.element = masked_value(record.element);
  if (screen_.format == Screen::Format::text) return line(as_text(record));
  if (screen_.format == Screen::Format::diff) return line(as_diff(record));
  auto copy = record;
  std::string claim;
  std::string lx;
  std::string segment;
  std::string before;
  std::string after;
  if (!screen_.show_phi) {
    if (copy.claim) copy.claim = claim = masked_value(*copy.claim);
    // LX01 is a number of up to six digits; damage can put anything there.
    if (copy.line && !is_line_number(*copy.line)) copy.line = lx = masked_value(*copy.line);
    auto const mask = [&](std::string_view segments) {
      std::string text;
      while (!segments.empty()) {
        auto const end = std::min(segments.find(record.delimiters.terminator), segments.size());
        text += masked_segment(segments.substr(0, end), record.delimiters);
        if (end < segments.size()) text.push_back(record.delimiters.terminator);
        segments.remove_prefix(std::min(end + 1, segments.size()));
      }
      return text;
    };
    copy.segment = segment = masked_segment(record.segment, record.delimiters);
    copy.before = before = mask(record.before);
    copy.after = after = mask(record.after);
  }
  line(screen_.format == Screen::Format::jsonl ? to_json_line(copy, json_) : to_csv_line(copy, line_));
}

void ScreenReport::commit() {
  pending_->read_all(print_);
  pending_->truncate(0);
}

}  // namespace scrub837
