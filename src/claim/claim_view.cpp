#include "scrub837/claim/claim_view.hpp"

#include <algorithm>

#include "scrub837/settings.hpp"
#include "src/claim/calendar_day.hpp"
#include "src/claim/narrative.hpp"
#include "src/x12/block.hpp"

namespace scrub837 {
namespace {

// Lower case and a blank are faults of their own; the line's other faults are seen through them.
bool says_hcpcs(std::string_view qualifier) {
  return qualifier == "HC" || trimmed(qualifier) == "HC" || trimmed(qualifier) == "hc";
}

bool is_letter_or_digit(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

// The code of `HC>99600` where ISA16 names another separator; empty if the text is not of that form.
std::string_view behind_other_separator(std::string_view text) {
  constexpr std::size_t code_at = 3;
  constexpr std::size_t code_size = 5;
  if (text.size() < code_at + code_size || !says_hcpcs(text.substr(0, 2))) return {};
  auto const code = text.substr(code_at, code_size);
  bool const ends = text.size() == code_at + code_size || text[code_at + code_size] == text[2];
  bool const parted = !is_letter_or_digit(text[2]) && text[2] != ' ';
  return parted && ends && std::all_of(code.begin(), code.end(), is_letter_or_digit) ? code
                                                                                     : std::string_view{};
}

}  // namespace

void LoopSegments::Iterator::settle() {
  auto const last = owner_->last_;
  auto const& loops = owner_->loops_;
  auto const kind = owner_->kind_;
  while (position_ < last) {
    while (child_ < loops.size() && loops[child_].first < position_) ++child_;
    auto const limit = child_ < loops.size() ? std::min(loops[child_].first, last) : last;
    for (; position_ < limit; ++position_) {
      if (kind == Kind::unknown || owner_->segments_[position_].kind == kind) return;
    }
    if (position_ < last) position_ = loops[child_].last;
  }
  position_ = last;
}

ClaimView::ClaimView(Block const& block, std::span<Segment const> segments, std::span<Loop const> loops,
                     Delimiters delimiters, Inherited const& inherited, Settings const& settings)
    : bytes_(block.bytes),
      segments_(segments),
      loops_(loops),
      delimiters_(delimiters),
      inherited_(&inherited),
      settings_(&settings) {
  read_clm();
  for (auto const& token : segments) {
    kinds_.add(token.kind);
    if (token.kind == Kind::SV1) ++service_count_;
  }
  has_texts_ = has(Kind::NTE);
  constexpr std::size_t many = 1000;
  if (loops.size() > many) {
    lines_.reserve(static_cast<std::size_t>(std::ranges::count(loops, LoopId::L2400, &Loop::id)));
  }
  for (std::size_t i = 0; i < loops.size(); ++i) {
    if (loops[i].id != LoopId::L2400) continue;
    auto& line = lines_.emplace_back(i);
    // The SV1 is the trigger or stands within the first segments; no child loop holds one.
    for (auto position = loops[i].first; position < loops[i].last && !line.sv1; ++position) {
      if (segments[position].kind == Kind::SV1) line.sv1 = position;
    }
    if (line.sv1) read_service(line);
  }
  collect(Kind::PWK, indicators_);
  collect(Kind::NTE, notes_);
}

void ClaimView::read_clm() {
  clm().first_elements(clm_elements_);
  total_ = parse_money(total_text());
  auto const facility = clm_element(5);
  if (delimiters_.component == '\0') {
    facility_[0] = facility;
  } else {
    for (std::size_t part = 0; part < facility_.size(); ++part)
      facility_[part] = nth_part(facility, delimiters_.component, part);
  }
}

void ClaimView::read_service(Line& line) {
  line.more_elements = segment(*line.sv1).first_elements(line.elements);
  auto const component = component_separator();
  line.component_marks = separator_bits(line.elements[0], component);
  auto const procedure = line.parts(component);
  if (says_hcpcs(procedure[0])) {
    line.procedure = trimmed(procedure[1]);
  } else if (auto const code = behind_other_separator(procedure[0]); !code.empty()) {
    line.procedure = code;
    line.other_separator = true;
  }
  line.description = procedure[6];
  has_texts_ = has_texts_ || !line.description.empty();
  line.charge = parse_money(line.elements[1]);
  line.unlisted = settings_->unlisted.contains(line.procedure);
  if (line.unlisted) ++unlisted_count_;
  // Most often right behind the SV1.
  for (auto i = *line.sv1 + 1; i < loops_[line.loop].last; ++i) {
    if (segments_[i].kind != Kind::DTP || segments_[i].qualifier != pack_tag("472")) continue;
    line.date = i;
    line.days = day_range_of(segment(i));
    break;
  }
}

// In one walk, since a claim may have thousands; loops are opened and closed only where one is found. Those
// of the claim may stand behind its lines, and still come first.
void ClaimView::collect(Kind kind, Few<SegmentRef>& marks) const {
  if (!has(kind)) return;
  Few<SegmentRef> of_lines;
  Few<std::size_t> open;  // loops, the innermost last
  std::size_t next = 0;
  std::int32_t line = -1;
  auto const close_up_to = [&](std::uint32_t index) {
    while (!open.empty() && loops_[open.back()].last <= index) open.pop_back();
  };
  for (std::uint32_t index = 0; index < segments_.size(); ++index) {
    if (segments_[index].kind != kind) continue;
    for (; next < loops_.size() && loops_[next].first <= index; ++next) {
      close_up_to(loops_[next].first);
      if (loops_[next].id == LoopId::L2400) ++line;
      open.push_back(next);
    }
    close_up_to(index);
    if (open.empty()) continue;
    if (open.back() == 0) {
      marks.push_back({index, -1});
    } else if (loops_[open.back()].id == LoopId::L2400) {
      of_lines.push_back({index, line});
    }
  }
  marks.insert(marks.end(), of_lines.begin(), of_lines.end());
}

std::span<SegmentRef const> ClaimView::of(std::int32_t line, std::span<SegmentRef const> marks) {
  // Not std::ranges::equal_range, whose result clang 14 cannot take apart.
  auto const first = std::ranges::lower_bound(marks, line, {}, &SegmentRef::line);
  auto const last = std::ranges::upper_bound(first, marks.end(), line, {}, &SegmentRef::line);
  return {first, last};
}

// Lines don't overlap, and stand in order.
std::int32_t ClaimView::line_of(std::uint32_t segment) const {
  auto const behind = std::ranges::upper_bound(lines_, segment, {},
                                               [&](Line const& line) { return loops_[line.loop].first; });
  if (behind == lines_.begin()) return -1;
  auto const& line = *std::prev(behind);
  return segment < loops_[line.loop].last ? static_cast<std::int32_t>(&line - lines_.data()) : -1;
}

LoopId ClaimView::loop_of(std::uint32_t segment) const {
  constexpr std::size_t few = 64;  // looking at each is cheaper than a table
  if (loops_.size() <= few) {
    LoopId found = LoopId::stray;
    for (auto const& loop : loops_) {
      if (loop.first > segment) break;
      if (segment < loop.last && loop.id != LoopId::stray) found = loop.id;
    }
    return found;
  }
  using InnermostLoops = std::vector<LoopId>;  // by segment
  return once<InnermostLoops>([&] {
    InnermostLoops result(segments_.size(), LoopId::stray);
    // The loops that are open, the innermost last.
    std::vector<Loop const*> open;
    auto next = loops_.begin();
    for (std::uint32_t at = 0; at < segments_.size(); ++at) {
      while (!open.empty() && at >= open.back()->last) open.pop_back();
      for (; next != loops_.end() && next->first == at; ++next) {
        if (next->id != LoopId::stray) open.push_back(&*next);
      }
      if (!open.empty()) result[at] = open.back()->id;
    }
    return result;
  })[segment];
}

std::span<Loop const> LineView::children() const {
  auto const behind = claim_->loops().subspan(line().loop + 1);
  auto const end = std::ranges::lower_bound(behind, loop().last, {}, &Loop::first);
  return {behind.begin(), end};
}

}  // namespace scrub837
