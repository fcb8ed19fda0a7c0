#include <algorithm>
#include <utility>

#include "grammar/bare_start.hpp"
#include "grammar/composite_separator.hpp"
#include "src/fix/one_a_fault.hpp"
#include "src/rules/notices.hpp"
#include "src/scrub/envelope_scrubber.hpp"
#include "src/x12/isa_width.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t isa_element_count = 16;

std::string without_terminator(Piece const& piece) {
  return std::string(piece.bytes().substr(0, piece.header.stop));
}

}  // namespace

// The ISA's text as it goes out when claims of ours are in it.
std::string EnvelopeScrubber::fixed_isa(Piece const& piece) {
  auto const& header = piece.header;
  auto text = now_.isa.text;
  now_.isa.sent = now_.isa.elements;
  if (header.folded && surface().unfold) std::erase_if(text, is_line_end);
  if (now_.isa.count != isa_element_count) return text;
  auto const joined = [&](auto const& element_of) {
    std::string isa = "ISA";
    for (std::size_t i = 1; i <= isa_element_count; ++i) {
      isa.push_back(header.delimiters.element);
      isa.append(element_of(i));
    }
    return isa;
  };
  if (!header.regular) {
    auto received = now_.isa.text;
    auto plain = joined([&](std::size_t i) { return now_.isa.elements[i]; });
    std::erase_if(received, is_line_end);
    std::erase_if(plain, is_line_end);
    now_.isa.irregular = received != plain;
  }
  auto elements = now_.isa.elements;
  bool changed = false;
  for (auto const& active : judge_->rules<IsaCheck>()) {
    auto const fault = active.check(isa_view());
    if (!fault || !settings().applies(fault->fix)) continue;
    changed = true;
    if (fault->element == isa_element_count && now_.isa.component_in_use) {
      elements[isa_element_count] = *now_.isa.component_in_use;
      now_.isa.component_mended = true;
    } else {
      for (std::size_t i = 1; i < isa_element_count; ++i) elements[i] = fitted_isa_element(i, elements[i]);
    }
  }
  if (changed) now_.isa.sent = elements;
  if (changed && elements[13] != now_.isa.elements[13]) now_.isa.control = elements[13];
  return changed ? joined([&](std::size_t i) { return elements[i]; }) : text;
}

IsaView EnvelopeScrubber::isa_view() const {
  return {now_.isa.elements, !now_.interchange.implicit, now_.isa.count, now_.isa.irregular,
          now_.isa.component_in_use};
}

void EnvelopeScrubber::open_interchange(Piece const& piece) {
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
  now_.clean_before = splitter_->size(Destination::clean);
  now_.interchange.plan = replay_.plan_of(Level::interchange, piece.offset());
  ++now_.interchange_index;
  now_.sender = header.elements[5] + header.elements[6];
  now_.receivers = {header.elements[8], {}};
  now_.isa = {};
  now_.isa.text = without_terminator(piece);
  now_.isa.elements.assign(header.elements.begin(), header.elements.end());
  now_.isa.count = header.count;
  now_.isa.component_in_use = header.component_in_use;
  now_.indent_reported = now_.fold_reported = false;
  auto const tail = piece.bytes().substr(header.stop);
  now_.line_end = tail.empty() ? std::string{} : std::string(tail.substr(1));

  events_->begin(InterchangeStart{.ordinal = now_.interchange_index,
                                  .offset = piece.offset(),
                                  .control = now_.interchange.control,
                                  .text = now_.isa.text,
                                  .delimiters = now_.delimiters});

  now_.isa.fixed = fixed_isa(piece);
  auto const kept_gap = surface().strip && !now_.gap.text ? std::string{} : now_.gap.bytes;
  now_.isa.mended = kept_gap + renumbered(Level::interchange, 13, now_.isa.fixed) + std::string(tail);

  auto const received =
      now_.gap.bytes + renumbered(Level::interchange, 13, now_.isa.text) + std::string(tail);
  now_.isa.changed = received != *now_.isa.mended;
  if (now_.interchange.plan.as_received) {
    pass_raw(now_.gap.bytes + std::string(piece.bytes()));
  } else {
    splitter_->open_interchange(now_.interchange.plan.mend ? *now_.isa.mended : received,
                                std::string(piece.bytes()));
  }
}

// Sets without an ISA that can be read: claims in them are judged, and can't go out. All that is with them is
// held with them, so that no file has a part of what was one.
void EnvelopeScrubber::open_headerless(Piece const& piece) {
  envelope_seen_ = true;
  begin(Level::interchange, piece.offset());
  auto const gap = std::exchange(now_.gap.bytes, {});
  auto const offset = gap.empty() ? piece.offset() : now_.gap.offset;
  now_.gap.text = false;
  now_.interchange = {};
  now_.interchange.open = true;
  now_.interchange.implicit = true;
  // Segments whose elements are lines can't be told from text.
  bool const unreadable = is_line_end(piece.delimiters.element);
  now_.interchange.behind_ours = now_.any_scrubbed || now_.headless || unreadable;
  now_.interchange.claims_before = now_.in.claims;
  now_.clean_before = splitter_->size(Destination::clean);
  now_.interchange.offset = offset;
  now_.receivers = {};
  now_.isa = {};
  now_.isa.elements.assign(isa_element_count + 1, {});
  now_.delimiters = piece.delimiters;
  now_.line_ends = LineEnds::typed;
  now_.interchange.plan = replay_.plan_of(Level::interchange, offset);
  if (unreadable && isa_required_) now_.interchange.plan.add({.as_received = true});
  now_.refused = now_.refused || now_.interchange.plan.as_received;
  ++now_.interchange_index;
  events_->begin(InterchangeStart{.ordinal = now_.interchange_index,
                                  .offset = offset,
                                  .control = {},
                                  .text = {},
                                  .delimiters = now_.delimiters,
                                  .missing = true});
  if (now_.interchange.plan.as_received) return pass_raw(gap);
  splitter_->open_interchange(gap, gap);
}

void EnvelopeScrubber::judge_headers() {
  judge_isa();
  judge_group();
}

void EnvelopeScrubber::judge_isa() {
  if (now_.isa.judged) return;
  now_.isa.judged = true;
  SegmentLocation const spot{Kind::ISA, now_.interchange.offset, 0, now_.isa.text, LoopId::stray};
  if (now_.interchange.plan.did_not_converge) findings_.notice(notice::envelope_did_not_converge, spot);
  if (!now_.gap.bytes.empty()) {
    for (auto const& active : judge_->rules<BytesCheck>()) {
      auto const fault = active.check({BytesView::Where::gap, !now_.gap.text});
      if (!fault) continue;
      findings_.say(*active.rule, active.severity, *fault, {Kind::gap, now_.gap.offset, 0, {}, LoopId::stray},
                    settings().applies(fault->fix) && !now_.interchange.plan.as_received, {});
    }
  }
  for (auto const& active : judge_->rules<IsaCheck>()) {
    auto const fault = active.check(isa_view());
    if (!fault) continue;
    bool const applied = settings().applies(fault->fix) && !now_.interchange.plan.as_received;
    auto const severity = Judge::severity(active, *fault);
    findings_.say(*active.rule, severity, *fault, spot, applied, now_.isa.fixed);
    if (!applied && severity == Severity::error && !now_.interchange.implicit)
      refuse(Level::interchange, active.rule->release, active.rule->id);
  }
  if (now_.interchange.implicit) return;
  if (now_.interchange.scrubbed) judge_header(Level::interchange, {}, spot);
  if (now_.line_ends == LineEnds::records && !now_.fold_reported) {
    now_.fold_reported = true;
    auto unfolded = now_.isa.text;
    std::erase_if(unfolded, is_line_end);
    for (auto const& active : judge_->rules<BytesCheck>()) {
      if (auto const fault = active.check({BytesView::Where::inside_segment, true})) {
        findings_.say(*active.rule, active.severity, *fault, spot,
                      settings().applies(fault->fix) && !now_.interchange.plan.as_received, unfolded);
      }
    }
  }
  findings_.repeated_interchange(spot);
  if (now_.interchange.plan.as_received || !now_.isa.changed) return;
  if (!splitter_->mend_interchange(*now_.isa.mended) && !now_.interchange.plan.mend) {
    read_again(Level::interchange, {.mend = true});
  }
}

// What is above claims of ours: the headers that they are in may contradict each other.
void EnvelopeScrubber::judge_header(Level level, SegmentView st, SegmentLocation const& spot) {
  // Of an ISA with elements too few or too many nobody knows which is which.
  if (now_.interchange.implicit || now_.isa.count != isa_element_count) return;
  HeaderView seen{.level = level, .isa = now_.isa.sent, .gs = {}, .st = st, .settings = &settings()};
  if (level != Level::interchange && now_.group.open) seen.gs = {now_.group.text, now_.delimiters};
  for (auto const& active : judge_->rules<HeaderCheck>()) {
    auto const fault = active.check(seen);
    if (!fault) continue;
    auto const severity = Judge::severity(active, *fault);
    findings_.say(*active.rule, severity, *fault, spot, false, {});
    if (severity == Severity::error) refuse(level, active.rule->release);
  }
  // A set's own header is judged with what stands behind it.
  if (level == Level::set) return;
  Findings findings;
  std::string isa = "ISA";
  for (std::size_t i = 1; i < now_.isa.sent.size(); ++i)
    isa.append(1, now_.delimiters.element).append(now_.isa.sent[i]);
  judge_->judge_envelope(level == Level::group ? seen.gs : SegmentView{isa, now_.delimiters}, findings);
  for (auto const& finding : findings) {
    bool const trims = level == Level::group && !now_.group.tidy.empty() && trims_segment(finding);
    bool const applied = trims && !now_.as_received();
    findings_.say(*finding.rule, finding.severity,
                  {finding.place.element, trims ? Applicability::safe : Applicability::none, finding.message},
                  spot, applied, now_.group.tidy, nullptr, &finding);
    if (finding.severity == Severity::error && !applied) refuse(level, finding.rule->release);
  }
}

// ISA16 goes out with the byte that separates the composites behind it; a later one that is separated by the
// byte that was named says that it was right for some.
void EnvelopeScrubber::doubt_component(std::span<Segment const> unit) {
  auto const named = now_.isa.elements[isa_element_count];
  for (auto const& segment : unit) {
    auto const found = grammar::separator_of_composite(block().text(segment), now_.delimiters.element);
    if (found && named == std::string_view(&*found, 1)) {
      return refuse(Level::interchange, Release::impossible);
    }
  }
}

}  // namespace scrub837
