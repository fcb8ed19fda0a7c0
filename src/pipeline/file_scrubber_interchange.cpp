#include <algorithm>
#include <utility>

#include "grammar/bare_start.hpp"
#include "grammar/composite_separator.hpp"
#include "src/pipeline/file_scrubber.hpp"
#include "src/rules/notices.hpp"
#include "src/x12/isa_width.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t isa_element_count = 16;
constexpr std::size_t longest_gap = std::size_t{1} << 20U;

std::string without_terminator(Piece const& piece) {
  return std::string(piece.bytes().substr(0, piece.header.stop));
}

}  // namespace

// ---- between interchanges

void FileScrubber::take_gap(Piece const& piece) {
  if (now_.gap.empty() && !now_.gap_reported) {
    now_.gap_offset = piece.offset();
    now_.gap_text = false;
  }
  bool const padding = std::all_of(piece.bytes().begin(), piece.bytes().end(), [](char c) {
    return is_padding(c) || c == '\xEF' || c == '\xBB' || c == '\xBF';
  });
  now_.gap_text = now_.gap_text || !padding;
  now_.gap.append(piece.bytes());
  if (isa_required_ && !now_.headless && grammar::could_hold_claims(piece.bytes())) {
    now_.headless = now_.refused = true;
    judge_missing_isa();
  }
  // What is around claims without an ISA is held with them.
  if (now_.headless && now_.gap_text) {
    job_.held->append(now_.gap);
    now_.withheld = true;
    now_.gap.clear();
    now_.gap_text = false;
    return;
  }
  if (now_.gap.size() <= longest_gap) return;
  // Too much to keep in memory: it is kept in the clean file, whatever follows.
  if (now_.gap_text || !surface_.strip) job_.clean->append(now_.gap);
  now_.gap.clear();
}

void FileScrubber::judge_missing_isa() {
  IsaView missing;
  missing.readable = false;
  for (auto const& active : job_.judge->rules<IsaCheck>()) {
    if (auto const fault = active.check(missing))
      say(*active.rule, active.severity, *fault, {Kind::gap, now_.gap_offset, 0, {}, LoopId::stray}, false,
          {});
  }
}

void FileScrubber::flush_gap_at_end() {
  if (now_.gap.empty() || !envelope_seen_) return;
  bool drop = false;
  if (now_.clean_ends_scrubbed) {
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      auto const fault = active.check({BytesView::Where::gap, !now_.gap_text});
      if (!fault) continue;
      drop = settings().applies(fault->fix);
      say(*active.rule, active.severity, *fault, {Kind::gap, now_.gap_offset, 0, {}, LoopId::stray}, drop,
          {});
    }
  }
  // Text alone is nothing to send: it stays with the interchange that is held before it.
  auto& target = job_.clean->size() == 0 && job_.held->size() > 0 ? *job_.held : *job_.clean;
  if (!drop && (now_.gap_text || job_.clean->size() > 0)) target.append(now_.gap);
  now_.gap.clear();
}

// ---- ISA

// The ISA's text as it goes out when claims of ours are in it.
std::string FileScrubber::fixed_isa(Piece const& piece) {
  auto const& header = piece.header;
  auto text = now_.isa_text;
  if (header.folded && surface_.unfold) std::erase_if(text, is_line_end);
  if (now_.isa_count != isa_element_count) return text;
  auto const joined = [&](auto const& element_of) {
    std::string isa = "ISA";
    for (std::size_t i = 1; i <= isa_element_count; ++i) {
      isa.push_back(header.delimiters.element);
      isa.append(element_of(i));
    }
    return isa;
  };
  if (!header.regular) {
    auto received = now_.isa_text;
    auto plain = joined([&](std::size_t i) { return now_.isa_elements[i]; });
    std::erase_if(received, is_line_end);
    std::erase_if(plain, is_line_end);
    now_.isa_irregular = received != plain;
  }
  auto elements = now_.isa_elements;
  bool changed = false;
  for (auto const& active : job_.judge->rules<IsaCheck>()) {
    auto const fault = active.check(isa_view());
    if (!fault || !settings().applies(fault->fix)) continue;
    changed = true;
    if (fault->element == isa_element_count && now_.component_in_use) {
      elements[isa_element_count] = *now_.component_in_use;
      now_.component_mended = true;
    } else {
      for (std::size_t i = 1; i < isa_element_count; ++i) elements[i] = fitted_isa_element(i, elements[i]);
    }
  }
  if (changed && elements[13] != now_.isa_elements[13]) now_.isa_control = elements[13];
  return changed ? joined([&](std::size_t i) { return elements[i]; }) : text;
}

IsaView FileScrubber::isa_view() const {
  return {now_.isa_elements, !now_.interchange.implicit, now_.isa_count, now_.isa_irregular,
          now_.component_in_use};
}

void FileScrubber::open_interchange(Piece const& piece) {
  envelope_seen_ = true;
  begin(Level::interchange, piece.offset());
  auto const& header = piece.header;
  now_.delimiters = header.delimiters;
  now_.line_ends = header.folded ? LineEnds::records : LineEnds::typed;
  now_.interchange = {};
  now_.interchange.open = true;
  now_.interchange.offset = piece.offset();
  now_.interchange.terminated = header.terminated;
  now_.interchange.control = header.elements[13];
  now_.interchange.claims_before = now_.in.claims;
  now_.interchange.plan = replay_.plan_of(Level::interchange, piece.offset());
  ++now_.interchange_index;
  now_.sender = header.elements[5] + header.elements[6];
  now_.receivers = {header.elements[8], {}};
  now_.isa_text = without_terminator(piece);
  now_.isa_elements.assign(header.elements.begin(), header.elements.end());
  now_.isa_count = header.count;
  now_.component_in_use = header.component_in_use;
  now_.isa_irregular = now_.component_mended = now_.isa_judged = false;
  now_.isa_control.clear();
  now_.indent_reported = now_.fold_reported = false;
  auto const tail = piece.bytes().substr(header.stop);
  now_.line_end = tail.empty() ? std::string{} : std::string(tail.substr(1));

  now_.isa_fixed = fixed_isa(piece);
  auto const kept_gap = surface_.strip && !now_.gap_text ? std::string{} : now_.gap;
  now_.isa_mended = kept_gap + renumbered(Level::interchange, now_.isa_fixed) + std::string(tail);

  auto const received = now_.gap + renumbered(Level::interchange, now_.isa_text) + std::string(tail);
  now_.isa_changed = received != *now_.isa_mended;
  if (now_.interchange.plan.as_received) {
    pass_raw(now_.gap + std::string(piece.bytes()));
  } else {
    clean_.open_interchange(now_.interchange.plan.mend ? *now_.isa_mended : received);
    held_.open_interchange(std::string(piece.bytes()));
  }
}

// Sets without an ISA that can be read: claims in them are judged, and can't go out. All that is with them is
// held with them, so that no file has a part of what was one.
void FileScrubber::open_headerless(Piece const& piece) {
  envelope_seen_ = true;
  begin(Level::interchange, piece.offset());
  auto const gap = std::exchange(now_.gap, {});
  auto const offset = gap.empty() ? piece.offset() : now_.gap_offset;
  now_.gap_text = false;
  now_.interchange = {};
  now_.interchange.open = true;
  now_.interchange.implicit = true;
  // Segments whose elements are lines can't be told from text.
  bool const unreadable = is_line_end(piece.delimiters.element);
  now_.interchange.behind_ours = now_.any_scrubbed || now_.headless || unreadable;
  now_.interchange.claims_before = now_.in.claims;
  now_.interchange.offset = offset;
  now_.receivers = {};
  now_.isa_elements.assign(isa_element_count + 1, {});
  now_.isa_text.clear();
  now_.isa_judged = false;
  now_.isa_changed = now_.component_mended = false;
  now_.isa_control.clear();
  now_.component_in_use.reset();
  now_.delimiters = piece.delimiters;
  now_.line_ends = LineEnds::typed;
  now_.interchange.plan = replay_.plan_of(Level::interchange, offset);
  if (unreadable && isa_required_) now_.interchange.plan.add({.as_received = true});
  now_.refused = now_.refused || now_.interchange.plan.as_received;
  ++now_.interchange_index;
  if (now_.interchange.plan.as_received) return pass_raw(gap);
  clean_.open_interchange(gap);
  held_.open_interchange(gap);
}

void FileScrubber::judge_headers() {
  judge_isa();
  judge_group();
}

void FileScrubber::judge_isa() {
  if (now_.isa_judged) return;
  now_.isa_judged = true;
  SegmentLocation const spot{Kind::ISA, now_.interchange.offset, 0, now_.isa_text, LoopId::stray};
  if (now_.interchange.plan.did_not_converge) report_notice(notice::envelope_did_not_converge, spot);
  if (!now_.gap.empty()) {
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      auto const fault = active.check({BytesView::Where::gap, !now_.gap_text});
      if (!fault) continue;
      say(*active.rule, active.severity, *fault, {Kind::gap, now_.gap_offset, 0, {}, LoopId::stray},
          settings().applies(fault->fix) && !now_.interchange.plan.as_received, {});
    }
  }
  for (auto const& active : job_.judge->rules<IsaCheck>()) {
    auto const fault = active.check(isa_view());
    if (!fault) continue;
    bool const applied = settings().applies(fault->fix) && !now_.interchange.plan.as_received;
    say(*active.rule, active.severity, *fault, spot, applied, now_.isa_fixed);
    if (!applied && active.severity == Severity::error && !now_.interchange.implicit)
      refuse(Level::interchange, active.rule->release);
  }
  if (now_.interchange.implicit) return;
  if (now_.line_ends == LineEnds::records && !now_.fold_reported) {
    now_.fold_reported = true;
    auto unfolded = now_.isa_text;
    std::erase_if(unfolded, is_line_end);
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      if (auto const fault = active.check({BytesView::Where::inside_segment, true})) {
        say(*active.rule, active.severity, *fault, spot,
            settings().applies(fault->fix) && !now_.interchange.plan.as_received, unfolded);
      }
    }
  }
  report_repeat(RepeatKey::interchange_control, now_.sender, now_.interchange.control, now_.interchange_index,
                spot);
  if (now_.interchange.plan.as_received || !now_.isa_changed) return;
  if (!clean_.mend_interchange(*now_.isa_mended) && !now_.interchange.plan.mend) {
    read_again(Level::interchange, {.mend = true});
  }
}

// ISA16 goes out with the byte that separates the composites behind it; a later one that is separated by the
// byte that was named says that it was right for some.
void FileScrubber::doubt_component(std::span<Segment const> unit) {
  auto const named = now_.isa_elements[isa_element_count];
  for (auto const& segment : unit) {
    auto const found = grammar::separator_of_composite(block().text(segment), now_.delimiters.element);
    if (found && named == std::string_view(&*found, 1)) {
      return refuse(Level::interchange, Release::impossible);
    }
  }
}

}  // namespace scrub837
