#include <algorithm>
#include <array>

#include "grammar/bare_start.hpp"
#include "src/rules/notices.hpp"
#include "src/scrub/envelope_scrubber.hpp"
#include "src/scrub/level_context.hpp"
#include "src/x12/guide_version.hpp"

namespace scrub837 {
namespace {

// The guides of other 837s: institutional, dental, and the post-adjudicated ones.
bool is_other_claim_guide(std::string_view guide) {
  constexpr std::array<std::string_view, 5> guides = {"X223", "X224", "X298", "X299", "X300"};
  return std::find(guides.begin(), guides.end(), guide) != guides.end();
}

}  // namespace

// ---- GS

void EnvelopeScrubber::open_group(std::span<Segment const> unit) {
  auto const gs = view(unit[0]);
  auto const offset = block().offset(unit[0]);
  begin(Level::group, block().origin + unit[0].raw_begin);
  now_.group = {};
  now_.group.open = true;
  now_.group.offset = offset;
  now_.group.control = std::string(gs[6]);
  now_.receivers.group = gs[3];
  now_.group.version = std::string(gs[8]);
  now_.group.text = std::string(gs.text());
  now_.group.foreign = gs[1] != "HC";
  now_.group.claims_before = now_.in.claims;
  now_.group.plan = replay_.plan_of(Level::group, offset);
  ++now_.interchange.count;
  ++now_.group_ordinal;
  now_.group_judged = false;
  now_.group_mended.reset();
  if (repairs_change(unit)) now_.group_mended = splitter_->mended(block(), unit, now_.delimiters);
  if (auto const tidy = judge_->tidy_envelope(gs)) {
    now_.group.tidy = *tidy;
    auto bytes = now_.group_mended.value_or(std::string(raw_bytes(block(), unit)));
    auto const at = bytes.rfind(gs.text());
    if (at != std::string::npos) now_.group_mended = bytes.replace(at, gs.text().size(), *tidy);
  }
  events_->begin(GroupStart{.ordinal = now_.group_ordinal,
                            .offset = offset,
                            .control = now_.group.control,
                            .version = now_.group.version,
                            .code = gs[1]});
  // It has run over what could be claims, and nothing tells where they begin.
  if (now_.interchange.implicit && isa_required_ && !now_.interchange.plan.as_received &&
      grammar::could_hold_claims(raw_bytes(block(), unit)))
    read_again(Level::interchange, {.as_received = true});
  if (now_.interchange.plan.as_received) return pass_raw(raw_bytes(block(), unit));
  if (now_.group.plan.as_received)
    return splitter_->pass_group_header(raw_bytes(block(), unit), raw_goes_to());
  std::string received(raw_bytes(block(), unit));
  if (now_.group_mended) now_.group_mended = renumbered(Level::group, 6, *now_.group_mended);
  auto clean =
      now_.group.plan.mend && now_.group_mended ? *now_.group_mended : renumbered(Level::group, 6, received);
  splitter_->open_group(std::move(clean), std::move(received));
}

void EnvelopeScrubber::judge_group() {
  if (now_.group_judged) return;
  now_.group_judged = true;
  if (now_.group.open)
    judge_header(Level::group, {}, {Kind::GS, now_.group.offset, 0, now_.group.text, LoopId::stray});
  if (!now_.group_mended || now_.interchange.plan.as_received || now_.group.plan.as_received ||
      now_.group.plan.mend) {
    return;
  }
  if (!splitter_->mend_group(*now_.group_mended)) read_again(Level::group, {.mend = true});
}

// ---- ST

// GS08 and ST03 lie in the wild: where they name no guide of claims, or two, the service lines tell.
bool EnvelopeScrubber::is_foreign(SegmentView st) {
  now_.of_set.uncertain = false;
  if (st[1] != "837") return true;
  auto const set_guide = guide_of(st[3]);
  auto const group_guide = guide_of(now_.group.version);
  if (set_guide == "X222" || group_guide == "X222") return false;
  if (is_other_claim_guide(set_guide) || is_other_claim_guide(group_guide)) return true;
  auto const old = [](std::string_view version) {
    return version.starts_with("004") || version.starts_with("003");
  };
  if (old(st[3]) || old(now_.group.version)) return true;
  now_.of_set.uncertain = true;
  return false;
}

void EnvelopeScrubber::start_set(Segment const& first) {
  auto const offset = block().offset(first);
  begin(Level::set, block().origin + first.raw_begin);
  now_.set = {};
  now_.set.open = true;
  now_.set.offset = offset;
  now_.set.claims_before = now_.in.claims;
  now_.set.begins_ours = !now_.interchange.scrubbed;
  now_.set.plan = replay_.plan_of(Level::set, offset);
  // Refused before its lines said that it is not an 837P: it goes where such a set goes.
  if (now_.set.plan.foreign) now_.set.plan.as_received = false;
  reporter_.begin_set();
  now_.of_set = {};
  now_.hierarchy.begin_set();
}

// What every 837P set begins with.
void EnvelopeScrubber::open_scrubbed_set(SegmentLocation const& spot, bool header_missing) {
  now_.group.scrubbed = now_.interchange.scrubbed = true;
  if (now_.interchange.implicit) {
    if (isa_required_ && !now_.interchange.plan.as_received)
      read_again(Level::interchange, {.as_received = true});
  } else if (header_missing && settings().enabled(notice::header_missing)) {
    now_.set.plan.as_received = now_.refused = true;
    now_.set.plan.refused_for = notice::header_missing.id;
    findings_.notice(notice::header_missing, spot);
  }
  judge_headers();
  if (now_.set.plan.did_not_converge) findings_.notice(notice::envelope_did_not_converge, spot);
  if (!now_.as_received()) {
    splitter_->open_set(now_.set.plan);
  } else if (!now_.interchange.plan.as_received && !now_.group.plan.as_received) {
    // The set alone goes out as it came, to one of the two.
    splitter_->pass_set_to(raw_goes_to());
  }
}

void EnvelopeScrubber::open_set(std::span<Segment const> unit) {
  auto const st = view(unit[0]);
  start_set(unit[0]);
  now_.set.control = std::string(st[2]);
  now_.set.version = std::string(st[3]);
  // An ST that was cut off names no other transaction.
  bool const cut = unit[0].unterminated && !now_.group.foreign && guide_of(now_.group.version) == "X222";
  now_.set.other_type = st[1] != "837";
  // A claim says that it could be an 837P, whatever ST01 says.
  now_.set.foreign = now_.set.plan.foreign || (is_foreign(st) && !cut && !now_.set.plan.claims);
  ++now_.group.count;
  ++now_.set_ordinal;
  auto spot = findings_.location_of(unit[0]);
  spot.segment_number = 1;
  tell_set_begins(false);
  if (now_.set.foreign) {
    now_.group.foreign = now_.interchange.foreign = true;
    findings_.notice(notice::not_scrubbed, spot);
    now_.set.count = unit.size();
    return splitter_->pass_other_set_header(raw_bytes(block(), unit), raw_goes_to(), !now_.as_received());
  }
  open_scrubbed_set(spot, !now_.group.open || now_.set.plan.claims);
  judge_header(Level::set, st, spot);
  findings_.repeated_set(spot);
  set_header(unit);
}

// Levels or claims without an ST above them.
void EnvelopeScrubber::open_implicit_set(std::span<Segment const> unit) {
  start_set(unit[0]);
  now_.set.implicit = true;
  now_.of_set.uncertain = true;
  auto const guide = guide_of(now_.group.version);
  // Levels alone may be those of any transaction, as what is left of a set behind others is; a claim below
  // them says more.
  bool const behind_others = guide.empty() && now_.group.foreign && !now_.group.scrubbed;
  bool const without_isa = now_.interchange.implicit && !now_.interchange.behind_ours;
  bool const levels_alone =
      unit[0].kind == Kind::HL && (without_isa || behind_others) && !now_.set.plan.claims;
  now_.set.other_type = levels_alone;
  now_.set.foreign =
      now_.set.plan.foreign || levels_alone || (!guide.empty() && guide != "X222" && !now_.set.plan.claims);
  tell_set_begins(true);
  if (now_.set.foreign) {
    now_.group.foreign = now_.interchange.foreign = true;
  } else {
    open_scrubbed_set(findings_.location_of(unit[0]), true);
  }
}

void EnvelopeScrubber::tell_set_begins(bool missing) {
  events_->begin(SetStart{.ordinal = now_.set_ordinal,
                          .offset = now_.set.offset,
                          .control = now_.set.control,
                          .version = now_.set.version,
                          .missing = missing,
                          .scrubbed = !now_.set.foreign});
}

// Whether the set is an 837P at all shows in its service lines: leave_foreign_set() asks at its end.
void EnvelopeScrubber::identify_set_by_service(std::span<Segment const> unit) {
  if (now_.of_set.has_service) return;
  // Read anew for the claims of ours behind it, it is both.
  bool const both = now_.set.plan.claims && !now_.set.other_type;
  for (auto const& segment : unit) {
    if (segment.kind == Kind::SV1) now_.of_set.has_service = true;
    if (!both && (segment.kind == Kind::SV2 || segment.kind == Kind::SV3)) now_.of_set.foreign_lines = true;
  }
}

void EnvelopeScrubber::set_header(std::span<Segment const> unit) {
  findings_.lexical_faults(unit);
  parse_loops(unit, loop_spans_);
  UnitAbove header;
  auto stretch = stretch_of(unit);
  stretch.profile = profile_for({});
  auto typed = findings_.typed_for(stretch, 0);
  findings_.stretch(stretch, header, typed.corrected);
  note_header(stretch, now_.inherited);
  bool const blocks = findings_.ask(unit, 0, header, typed, now_.set.released);
  now_.set.typed.insert(now_.set.typed.end(), typed.keys.begin(), typed.keys.end());
  now_.set.blocked = now_.set.blocked || blocks;
  now_.set.count += unit.size();
  if (now_.as_received()) return pass_raw(raw_bytes(block(), unit));
  if (now_.hierarchy.any_open()) {
    return splitter_->stray(block(), unit, now_.delimiters, now_.set_ordinal, now_.set.plan.all_held);
  }
  splitter_->header(block(), unit, now_.delimiters, now_.set_ordinal, typed.corrected);
}

}  // namespace scrub837
