#include <algorithm>
#include <array>

#include "grammar/bare_start.hpp"
#include "src/pipeline/file_scrubber.hpp"
#include "src/pipeline/guide_version.hpp"
#include "src/rules/notices.hpp"

namespace scrub837 {
namespace {

// The guides of other 837s: institutional, dental, and the post-adjudicated ones.
bool is_other_claim_guide(std::string_view guide) {
  constexpr std::array<std::string_view, 5> guides = {"X223", "X224", "X298", "X299", "X300"};
  return std::find(guides.begin(), guides.end(), guide) != guides.end();
}

}  // namespace

// ---- GS

void FileScrubber::open_group(std::span<Segment const> unit) {
  auto const gs = view(unit[0]);
  auto const offset = block().offset(unit[0]);
  begin(Level::group, block().origin + unit[0].raw_begin);
  now_.group = {};
  now_.group.open = true;
  now_.group.offset = offset;
  now_.group.control = std::string(gs[6]);
  now_.receivers.group = gs[3];
  now_.group.version = std::string(gs[8]);
  now_.group.foreign = gs[1] != "HC";
  now_.group.claims_before = now_.in.claims;
  now_.group.plan = replay_.plan_of(Level::group, offset);
  ++now_.interchange.count;
  ++now_.group_ordinal;
  now_.group_judged = false;
  now_.group_mended.reset();
  if (repairs_change(unit)) now_.group_mended = mended(unit);
  // It has run over what could be claims, and nothing tells where they begin.
  if (now_.interchange.implicit && isa_required_ && !now_.interchange.plan.as_received &&
      grammar::could_hold_claims(raw(unit)))
    read_again(Level::interchange, {.as_received = true});
  if (now_.interchange.plan.as_received) return pass_raw(raw(unit));
  if (now_.group.plan.as_received) {
    auto& target = to_clean() ? clean_ : held_;
    auto& other = to_clean() ? held_ : clean_;
    other.omit_group();
    pass_raw(raw(unit));
    target.count_group();
    return;
  }
  if (now_.group_mended) now_.group_mended = renumbered(Level::group, *now_.group_mended);
  clean_.open_group(now_.group.plan.mend && now_.group_mended
                        ? *now_.group_mended
                        : renumbered(Level::group, std::string(raw(unit))));
  held_.open_group(std::string(raw(unit)));
}

void FileScrubber::judge_group() {
  if (now_.group_judged) return;
  now_.group_judged = true;
  if (!now_.group_mended || now_.interchange.plan.as_received || now_.group.plan.as_received ||
      now_.group.plan.mend) {
    return;
  }
  if (!clean_.mend_group(*now_.group_mended)) read_again(Level::group, {.mend = true});
}

// ---- ST

// GS08 and ST03 lie in the wild: where they name no guide of claims, or two, the service lines tell.
bool FileScrubber::is_foreign(SegmentView st) {
  now_.set_uncertain = false;
  if (st[1] != "837") return true;
  auto const set_guide = guide_of(st[3]);
  auto const group_guide = guide_of(now_.group.version);
  if (set_guide == "X222" || group_guide == "X222") return false;
  if (is_other_claim_guide(set_guide) || is_other_claim_guide(group_guide)) return true;
  auto const old = [](std::string_view version) {
    return version.starts_with("004") || version.starts_with("003");
  };
  if (old(st[3]) || old(now_.group.version)) return true;
  now_.set_uncertain = true;
  return false;
}

void FileScrubber::start_set(Segment const& first) {
  auto const offset = block().offset(first);
  begin(Level::set, block().origin + first.raw_begin);
  now_.set = {};
  now_.set.open = true;
  now_.set.offset = offset;
  now_.set.claims_before = now_.in.claims;
  now_.set.begins_ours = !now_.interchange.scrubbed;
  now_.set.plan = replay_.plan_of(Level::set, offset);
  now_.set_held = now_.set_claims = 0;
  reporter_.begin_set();
  now_.set_has_service = now_.set_foreign_lines = now_.set_withheld = false;
  now_.level_gaps.clear();
  now_.lost_rank.reset();
  now_.levels = {};
  now_.contents.clear();
  now_.level_ranks.clear();
  now_.unplaceable_levels.clear();
  now_.last_level.reset();
  now_.level_count = 0;
  now_.levels_regular = true;
}

// What every 837P set begins with.
void FileScrubber::open_scrubbed_set(SegmentLocation const& spot, bool header_missing) {
  now_.group.scrubbed = now_.interchange.scrubbed = true;
  if (now_.interchange.implicit) {
    if (isa_required_ && !now_.interchange.plan.as_received)
      read_again(Level::interchange, {.as_received = true});
  } else if (header_missing && settings().enabled(notice::header_missing)) {
    now_.set.plan.as_received = now_.refused = true;
    report_notice(notice::header_missing, spot);
  }
  judge_headers();
  if (now_.set.plan.did_not_converge) report_notice(notice::envelope_did_not_converge, spot);
  if (!as_received()) {
    clean_.open_set({}, 0, now_.set.plan.needs_renumbering);
    held_.open_set({}, 0, now_.set.plan.needs_renumbering, now_.set.plan.keep_level_numbers);
  } else if (!now_.interchange.plan.as_received && !now_.group.plan.as_received) {
    // The set alone goes out as it came, to one of the two.
    (to_clean() ? held_ : clean_).omit_set();
    auto& target = to_clean() ? clean_ : held_;
    target.keep_context();
    target.count_set();
  }
}

void FileScrubber::open_set(std::span<Segment const> unit) {
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
  auto spot = location_of(unit[0]);
  spot.segment_number = 1;
  if (now_.set.foreign) {
    now_.group.foreign = now_.interchange.foreign = true;
    report_notice(notice::not_scrubbed, spot);
    now_.set.count = unit.size();
    pass_raw(raw(unit));
    if (!as_received()) {
      clean_.count_set();
      held_.omit_set();
    }
    return;
  }
  open_scrubbed_set(spot, !now_.group.open || now_.set.plan.claims);
  report_repeat(RepeatKey::transaction_control, std::to_string(now_.group_ordinal), now_.set.control,
                now_.set_ordinal, spot);
  set_header(unit);
}

// Levels or claims without an ST above them.
void FileScrubber::open_implicit_set(std::span<Segment const> unit) {
  start_set(unit[0]);
  now_.set.implicit = true;
  now_.set_uncertain = true;
  auto const guide = guide_of(now_.group.version);
  // Levels alone may be those of any transaction; a claim below them says more.
  bool const levels_alone = unit[0].kind == Kind::HL && now_.interchange.implicit &&
                            !now_.interchange.behind_ours && !now_.set.plan.claims;
  now_.set.other_type = levels_alone;
  now_.set.foreign =
      now_.set.plan.foreign || levels_alone || (!guide.empty() && guide != "X222" && !now_.set.plan.claims);
  if (now_.set.foreign) {
    now_.group.foreign = now_.interchange.foreign = true;
  } else {
    open_scrubbed_set(location_of(unit[0]), true);
  }
}

void FileScrubber::set_header(std::span<Segment const> unit) {
  report_lexical_faults(unit);
  parse_loops(unit, loop_spans_);
  UnitAbove header;
  report_run(unit, {unit, loop_spans_}, header);
  bool const blocks = ask_above(unit, header, now_.set.released);
  now_.set.blocked = now_.set.blocked || blocks;
  now_.set.count += unit.size();
  if (as_received()) return pass_raw(raw(unit));
  bool const behind_levels =
      std::any_of(now_.levels.begin(), now_.levels.end(), [](auto const& l) { return l.open; });
  if (behind_levels) {
    // A stray between claims keeps its place, in the file that keeps levels without claims.
    auto& target = writer_for_unclaimed();
    target.keep_levels();
    return target.more_header(now_.set.plan.all_held ? raw(unit) : clean_header(unit), unit.size());
  }
  clean_.more_header(clean_header(unit), unit.size());
  held_.more_header(raw(unit), unit.size());
}

}  // namespace scrub837
