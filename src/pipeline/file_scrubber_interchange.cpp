#include <algorithm>

#include "src/pipeline/file_scrubber.hpp"
#include "src/x12/isa_width.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t longest_gap = std::size_t{1} << 20U;

std::string without_terminator(Piece const& piece) {
  return std::string(piece.bytes().substr(0, piece.header.stop));
}

}  // namespace

// ---- between interchanges

void FileScrubber::take_gap(Piece const& piece) {
  if (now_.gap.empty() && !now_.gap_said) {
    now_.gap_offset = piece.offset();
    now_.gap_text = false;
  }
  bool const padding = std::all_of(piece.bytes().begin(), piece.bytes().end(), [](char c) {
    return is_padding(c) || c == '\xEF' || c == '\xBB' || c == '\xBF';
  });
  now_.gap_text = now_.gap_text || !padding;
  now_.gap.append(piece.bytes());
  if (now_.gap.size() <= longest_gap) return;
  // Too much to keep in memory: it is kept in the clean file, whatever follows.
  if (now_.gap_text || !surface_.strip) job_.clean->append(now_.gap);
  now_.gap.clear();
}

void FileScrubber::flush_gap_at_end() {
  if (now_.gap.empty() || !envelope_seen_) return;
  bool drop = false;
  if (now_.last_scrubbed) {
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      auto const fault = active.check({BytesView::Where::gap, !now_.gap_text});
      if (!fault) continue;
      drop = settings().applies(fault->fix);
      say(*active.rule, active.severity, *fault, {Kind::gap, now_.gap_offset, 0, {}, LoopId::stray}, drop,
          {});
    }
  }
  if (!drop && (now_.gap_text || job_.clean->size() > 0)) job_.clean->append(now_.gap);
  now_.gap.clear();
}

// ---- ISA

void FileScrubber::open_interchange(Piece const& piece) {
  envelope_seen_ = true;
  checkpoint(Level::interchange, piece.offset());
  auto const& header = piece.header;
  now_.delimiters = header.delimiters;
  now_.line_ends = header.folded ? LineEnds::records : LineEnds::typed;
  now_.interchange = {};
  now_.interchange.open = true;
  now_.interchange.offset = piece.offset();
  now_.interchange.terminated = header.terminated;
  now_.interchange.control = header.elements[13];
  now_.interchange.claims_before = now_.totals.in.claims;
  now_.interchange.hint = hint_for(Level::interchange, piece.offset());
  ++now_.interchange_index;
  now_.sender = header.elements[5] + header.elements[6];
  now_.receivers = {header.elements[8], {}};
  now_.isa_text = without_terminator(piece);
  now_.isa_elements.assign(header.elements.begin(), header.elements.end());
  now_.isa_judged = false;
  now_.indent_said = now_.fold_said = false;
  auto const tail = piece.bytes().substr(header.stop);
  now_.line_end = tail.empty() ? std::string{} : std::string(tail.substr(1));

  // As it goes out when claims of ours stand in it.
  auto text = now_.isa_text;
  if (header.folded && surface_.unfold) std::erase_if(text, is_line_end);
  auto const* const width = find_rule("ENV008");
  if (settings().enabled(*width)) {
    bool const sure = is_fitted_surely(now_.isa_elements);
    if (settings().applies(sure ? Applicability::safe : Applicability::unsafe)) {
      bool right = true;
      for (std::size_t i = 1; i <= 16; ++i) right = right && now_.isa_elements[i].size() == isa_width[i];
      if (!right) {
        text = "ISA";
        for (std::size_t i = 1; i <= 16; ++i) {
          text.push_back(header.delimiters.element);
          text.append(fitted_isa_element(i, now_.isa_elements[i]));
        }
      }
    }
  }
  auto const kept_gap = surface_.strip && !now_.gap_text ? std::string{} : now_.gap;
  now_.isa_mended = kept_gap + renumbered(Level::interchange, text) + std::string(tail);

  auto const received = now_.gap + renumbered(Level::interchange, now_.isa_text) + std::string(tail);
  now_.isa_changed = received != *now_.isa_mended;
  if (now_.interchange.hint.as_received) {
    pass_raw(now_.gap + std::string(piece.bytes()));
  } else {
    clean_.open_interchange(now_.interchange.hint.mend ? *now_.isa_mended : received);
    held_.open_interchange(std::string(piece.bytes()));
  }
}

// A file that begins with a set or group: claims in it are judged, and can't go out.
void FileScrubber::open_bare(Piece const& piece) {
  envelope_seen_ = true;
  // Blanks go where what they stand before goes.
  bool const held = now_.last_scrubbed && !now_.gap_text && holds_without_header();
  if (!now_.gap.empty()) (held ? job_.held : job_.clean)->append(now_.gap);
  now_.gap.clear();
  now_.interchange = {};
  now_.interchange.open = true;
  now_.interchange.implicit = true;
  now_.interchange.behind_ours = now_.last_scrubbed;
  now_.interchange.claims_before = now_.totals.in.claims;
  now_.interchange.offset = piece.offset();
  now_.receivers = {};
  now_.isa_judged = true;
  now_.delimiters = piece.delimiters;
  ++now_.interchange_index;
  checkpoint(Level::interchange, piece.offset());
  clean_.open_interchange({});
  held_.open_interchange({});
}

void FileScrubber::judge_headers() {
  judge_isa();
  if (!rewind_) judge_group();
}

void FileScrubber::judge_isa() {
  if (now_.isa_judged) return;
  now_.isa_judged = true;
  Spot const spot{Kind::ISA, now_.interchange.offset, 0, now_.isa_text, LoopId::stray};
  if (!now_.gap.empty()) {
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      auto const fault = active.check({BytesView::Where::gap, !now_.gap_text});
      if (!fault) continue;
      say(*active.rule, active.severity, *fault, {Kind::gap, now_.gap_offset, 0, {}, LoopId::stray},
          settings().applies(fault->fix) && !now_.interchange.hint.as_received, {});
    }
  }
  for (auto const& active : job_.judge->rules<IsaCheck>()) {
    auto const fault = active.check({now_.isa_elements});
    if (!fault) continue;
    bool const applied = settings().applies(fault->fix) && !now_.interchange.hint.as_received;
    auto after = std::string_view(*now_.isa_mended);
    after = after.substr(after.find("ISA"));
    say(*active.rule, active.severity, *fault, spot, applied,
        after.substr(0, std::min(after.size(), after.find(now_.delimiters.terminator))));
    if (!applied && active.severity == Severity::error) refuse(Level::interchange, active.rule->release);
  }
  if (now_.line_ends == LineEnds::records && !now_.fold_said) {
    now_.fold_said = true;
    auto unfolded = now_.isa_text;
    std::erase_if(unfolded, is_line_end);
    for (auto const& active : job_.judge->rules<BytesCheck>()) {
      if (auto const fault = active.check({BytesView::Where::inside_segment, true})) {
        say(*active.rule, active.severity, *fault, spot,
            settings().applies(fault->fix) && !now_.interchange.hint.as_received, unfolded);
      }
    }
  }
  say_repeat(RepeatKey::interchange_control, now_.sender, now_.interchange.control, now_.interchange_index,
             spot);
  if (now_.interchange.hint.as_received || rewind_ || !now_.isa_changed) return;
  if (!clean_.mend_interchange(*now_.isa_mended) && !now_.interchange.hint.mend) {
    request_rewind(Level::interchange, {.mend = true});
  }
}

}  // namespace scrub837
