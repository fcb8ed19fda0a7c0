#include "src/report/claim_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/report/colors.hpp"
#include "src/report/mask.hpp"
#include "src/text/shown_value.hpp"
#include "src/text/utf8.hpp"
#include "src/x12/element_name.hpp"

namespace scrub837 {
namespace {

// The loops that are open at a segment, outermost first.
class OpenLoops {
 public:
  explicit OpenLoops(LoopSpans const& spans) : spans_(&spans) {}
  /// Goes on to the next segment. \param begins is called for each loop that begins at it
  template <typename Begins>
  void at(std::uint32_t segment, Begins begins) {
    while (!open_.empty() && segment >= open_.back()->last) open_.pop_back();
    for (; next_ < spans_->size() && (*spans_)[next_].first == segment; ++next_) {
      auto const& loop = (*spans_)[next_];
      open_.push_back(&loop);
      if (loop.id != LoopId::stray) begins(loop, open_.size() - 1);
    }
  }
  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  [[nodiscard]] LoopId innermost() const { return open_.empty() ? LoopId::stray : open_.back()->id; }

 private:
  LoopSpans const* spans_;
  std::size_t next_ = 0;
  std::vector<Loop const*> open_;
};

}  // namespace

ClaimTree::ClaimTree(WantedClaim wanted, Screen screen, std::string_view file, Sink& pending, Print print)
    : ReportFile(pending, {}),
      wanted_(std::move(wanted)),
      screen_(screen),
      file_(file),
      pending_(&pending),
      print_(std::move(print)) {}

void ClaimTree::begin(InterchangeStart const& start) {
  reasons_.begin(start);
  headers_.clear();
  above_.clear();
  claims_.clear();
}

void ClaimTree::begin(SetStart const& start) {
  reasons_.begin(start);
  above_.clear();
  claims_.clear();
  for (auto& level : levels_) level.open = false;
  first_level_ = 0;
  set_ = start.control;
  later_set_ = start.ordinal > 1;
}

void ClaimTree::level(LevelStart const& start) {
  reasons_.level(start);
  auto const rank = std::min(static_cast<std::size_t>(start.rank), ranks - 1);
  for (auto i = rank; i < ranks; ++i) levels_[i].open = false;
  auto& level = levels_[rank];
  level.open = true;
  level.segment_number = start.segment_number;
  if (first_level_ == 0) first_level_ = start.segment_number;
  level.block.bytes.clear();
  level.segments.assign(start.segments->segments.begin(), start.segments->segments.end());
  for (auto& segment : level.segments) {
    auto const text = start.segments->bytes.substr(segment.begin, segment.end - segment.begin);
    segment.begin = static_cast<std::uint32_t>(level.block.bytes.size());
    level.block.bytes.append(text);
    segment.end = static_cast<std::uint32_t>(level.block.bytes.size());
  }
  forget_closed();
}

// What was found in levels that are closed is not shown any more.
void ClaimTree::forget_closed() {
  std::erase_if(above_, [&](Note const& note) {
    if (note.segment_number < first_level_) return false;
    return std::ranges::none_of(levels_, [&](Level const& level) {
      return level.open && note.segment_number >= level.segment_number &&
             note.segment_number <= level.segment_number + level.segments.size();
    });
  });
}

void ClaimTree::finding(FindingRecord const& record) {
  reasons_.finding(record);
  Note note;
  note.segment_number = record.segment_number;
  note.claim_index = record.claim_index;
  note.place = record.place;
  note.missing = record.missing != Kind::unknown;
  note.applied = record.applied;
  note.rule = record.rule;
  note.severity = record.severity;
  note.held = record.severity == Severity::error && !record.applied &&
              (record.claim_index == 0 || record.disposition == Disposition::held);
  note.element = note.missing ? std::string(name_of(record.missing)) : record.element;
  note.message = displayed(record.message);
  note.terminator = record.delimiters.terminator;
  if (record.applied && record.before != record.after) note.after = masked(record.after, record.delimiters);
  auto& notes = record.claim_index != 0 ? claims_ : record.segment_number != 0 ? above_ : headers_;
  notes.push_back(std::move(note));
}

void ClaimTree::claim(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  auto const number = nth_part(unit.segment(0).text(), unit.delimiters().element, 1);
  if (number == wanted_.number) {
    ++seen_.shown;
    if (verdict.disposition == Disposition::held) ++seen_.held;
    seen_.most_lines = std::max<std::uint64_t>(seen_.most_lines, unit.view().line_count());
    if (wanted_.line <= unit.view().line_count()) ++seen_.with_line;
    TwoColumns page(screen_);
    heading(unit, verdict, page);
    if (wanted_.line == 0) {
      headers(page);
      levels(unit.delimiters(), page);
    }
    body(unit, page);
    page.blank_line();
    line(page.page());
  } else if (seen_.shown == 0) {
    seen_.near.look_at(wanted_.number, number, unit.where().claim);
  }
  claims_.clear();
}

void ClaimTree::heading(ClaimUnit const& unit, ClaimVerdict const& verdict, TwoColumns& page) const {
  auto const& where = unit.where();
  auto text = displayed(file_) + ": claim ";
  text += screen_.show_phi ? displayed(wanted_.number) + fmt::format(", number {} of the file", where.claim)
                           : fmt::format("#{}", where.claim);
  if (later_set_) text += " in set " + (is_control_number(set_) ? displayed(set_) : masked_value(set_));
  auto const held = verdict.disposition == Disposition::held;
  page.heading(text + ": " + std::string(name_of(verdict.disposition)), color::bold);
  if (held) {
    std::string reasons;
    reasons_.assign(reasons, unit, verdict);
    page.heading("held for " + displayed(reasons), color::red);
  }
  if (!screen_.show_phi) page.heading("Values are masked; --show-phi shows them.", color::dim);
}

// What was found in the envelope, which the tree has no place for.
void ClaimTree::headers(TwoColumns& page) const {
  for (auto const& found : headers_) note(page, 0, found);
  for (auto const& found : above_) {
    if (first_level_ == 0 || found.segment_number < first_level_) note(page, 0, found);
  }
}

void ClaimTree::levels(Delimiters const& delimiters, TwoColumns& page) const {
  for (auto const& level : levels_) {
    if (!level.open) continue;
    LoopSpans spans;
    parse_loops(level.segments, spans);
    OpenLoops loops(spans);
    for (std::uint32_t i = 0; i < level.segments.size(); ++i) {
      // The reader's levels are flat, and so is this part: a loop within a level is one step deeper.
      loops.at(i, [&](Loop const& loop, std::size_t depth) {
        page.row(0, depth, name_of(loop.id), {}, names_.loop(loop.id));
      });
      auto const number = level.segment_number == 0 ? 0 : level.segment_number + i;
      std::vector<Note const*> notes;
      for (auto const& found : above_) {
        bool const last =
            i + 1 == level.segments.size() && found.missing && found.segment_number == number + 1;
        bool const here = found.segment_number == number + (found.missing ? 1 : 0);
        if (here || last) notes.push_back(&found);
      }
      segment(page, std::max<std::size_t>(loops.depth(), 1), loops.innermost(), level.block,
              level.segments[i], delimiters, number, notes);
    }
  }
}

void ClaimTree::body(ClaimUnit const& unit, TwoColumns& page) const {
  auto const& claim = unit.view();
  LoopSpans const spans(claim.loops().begin(), claim.loops().end());
  std::uint32_t first = 0;
  auto last = static_cast<std::uint32_t>(unit.segments().size());
  if (wanted_.line != 0) {
    if (wanted_.line > claim.line_count()) {
      return page.heading(
          fmt::format("This claim has no line {}: it has {}.", wanted_.line, claim.line_count()),
          color::yellow);
    }
    auto const& loop = claim.line(wanted_.line - 1).loop();
    first = loop.first;
    last = loop.last;
  }
  OpenLoops loops(spans);
  for (std::uint32_t i = 0; i < last; ++i) {
    bool const shown = i >= first;
    loops.at(i, [&](Loop const& loop, std::size_t depth) {
      if (shown || loop.id == LoopId::L2300) page.row(0, depth, name_of(loop.id), {}, names_.loop(loop.id));
    });
    if (!shown) continue;
    std::vector<Note const*> notes;
    for (auto const& found : claims_) {
      if (found.place.segment == i) notes.push_back(&found);
    }
    auto const number = unit.where().segment_number;
    segment(page, std::max<std::size_t>(loops.depth(), 1), loops.innermost(), unit.block(),
            unit.segments()[i], unit.delimiters(), number == 0 ? 0 : number + i, notes);
  }
}

std::string ClaimTree::masked(std::string_view segment, Delimiters const& delimiters) const {
  return screen_.show_phi ? std::string(segment) : masked_segment(segment, delimiters);
}

void ClaimTree::segment(TwoColumns& page, std::size_t depth, LoopId loop, Block const& block,
                        Segment const& token, Delimiters const& delimiters, std::uint64_t number,
                        std::vector<Note const*> const& notes) const {
  auto const text = block.text(token);
  auto const names = names_.segment(loop, token, SegmentView(text, delimiters));
  auto const shown = masked(text, delimiters);
  SegmentView const view(shown, delimiters);
  bool const stray = loop == LoopId::stray && token.kind != Kind::ST && token.kind != Kind::SE;
  page.row(number, depth, displayed(shown_value(view.id())), {}, stray ? "(not in a loop)" : names.title());
  for (auto const* const found : notes) {
    if (!found->missing && found->place.element == 0) note(page, depth + 1, *found);
  }
  elements(page, depth + 1, view.id(), names, view, notes);
  for (auto const* const found : notes) {
    if (found->missing) note(page, depth, *found);
  }
}

void ClaimTree::elements(TwoColumns& page, std::size_t depth, std::string_view id,
                         GuideNames::OfSegment const& names, SegmentView view,
                         std::vector<Note const*> const& notes) const {
  auto const at = [&](std::size_t element, std::size_t component, auto use) {
    for (auto const* const found : notes) {
      if (!found->missing && found->place.element == element && found->place.component == component)
        use(*found);
    }
  };
  // An element that is not there has a row if something is found in it.
  auto const last_of = [&](std::size_t there, auto number_in) {
    for (auto const* const found : notes) {
      if (!found->missing) there = std::max<std::size_t>(there, number_in(found->place));
    }
    return there;
  };
  auto const row = [&](std::size_t element, std::size_t component, std::string_view value) {
    bool found = false;
    at(element, component, [&](Note const&) { found = true; });
    if (value.empty() && !found) return;
    auto const label =
        displayed(element_name(id, static_cast<std::uint8_t>(element), static_cast<std::uint8_t>(component)));
    page.row(0, depth, label, value.empty() ? "(blank)" : value, names.element(element, component), found);
    at(element, component, [&](Note const& one) { note(page, depth + 1, one); });
  };
  auto const separator = view.delimiters().component;
  constexpr std::size_t most_elements = 99;
  auto const count = std::min(view.element_count(), most_elements);
  for (std::size_t i = 1; i <= last_of(count, [](Place place) { return place.element; }); ++i) {
    auto const value = view[i];
    auto const components =
        last_of(separator == '\0' ? 0 : static_cast<std::size_t>(std::ranges::count(value, separator)) + 1,
                [&](Place place) { return place.element == i ? place.component : std::uint8_t{0}; });
    if (components <= 1 && !(names.is_composite(i) && !value.empty())) {
      row(i, 0, value);
      if (components == 1) at(i, 1, [&](Note const& one) { note(page, depth + 1, one); });
      continue;
    }
    for (std::size_t part = 1; part <= std::min(components, most_elements); ++part)
      row(i, part, view.component(i, part));
    at(i, 0, [&](Note const& one) { note(page, depth + 1, one); });
  }
}

void ClaimTree::note(TwoColumns& page, std::size_t depth, Note const& found) const {
  page.note(depth,
            fmt::format("{} {} {}{}{}", name_of(found.severity), found.rule->id, found.rule->name,
                        found.element.empty() ? "" : " at " + displayed(found.element),
                        found.applied ? "  [fixed]"
                        : found.held  ? "  [held]"
                                      : ""),
            color::of(found.severity));
  page.note(depth + 1, found.message);
  if (!found.after.empty()) return page.note(depth + 1, "becomes " + displayed(found.after), color::green);
  if (!found.applied) page.note(depth + 1, "help: " + std::string(found.rule->doc.fix), color::dim);
}

void ClaimTree::commit() {
  pending_->read_all(print_);
  pending_->truncate(0);
}

void ClaimTree::save(EnvelopeLevel level) {
  ReportFile::save(level);
  saved_[static_cast<std::size_t>(level)] = seen_;
}

void ClaimTree::restore(EnvelopeLevel level) {
  ReportFile::restore(level);
  seen_ = saved_[static_cast<std::size_t>(level)];
  claims_.clear();
}

}  // namespace scrub837
