#include <algorithm>
#include <span>

#include "src/rules/notices.hpp"
#include "src/scrub/envelope_scrubber.hpp"
#include "src/x12/guide_version.hpp"

namespace scrub837 {

namespace {

// Segments of the interchange control structure that no 837P has, and that are right where a TA1 is: grade of
// service, deferred delivery, the interchange's end of security, delivery notices (X12.5; X12.56).
bool is_control_segment(std::string_view id) {
  return id == "ISB" || id == "ISE" || id == "ISX" || id == "TA3";
}

}  // namespace

// Segments that begin no unit of their own: more of a set's header, or strays between sets and groups.
void EnvelopeScrubber::stray_unit(std::span<Segment const> unit) {
  if (now_.set.open) {
    if (now_.set.foreign) {
      now_.set.count += unit.size();
      return pass_raw(raw_bytes(block(), unit));
    }
    return set_header(unit);
  }
  if (!now_.group.open) {
    // An acknowledgment is before, between or behind the groups; with nothing else it is not an 837P.
    auto const other = std::find_if(unit.begin(), unit.end(), [&](Segment const& segment) {
      return segment.kind != Kind::TA1 && !is_control_segment(view(segment).id());
    });
    auto const count = static_cast<std::size_t>(other - unit.begin());
    if (count > 0) {
      now_.interchange.foreign = true;
      pass_raw(raw_bytes(block(), unit.first(count)));
    }
    if (other == unit.end()) return;
    unit = unit.subspan(count);
  }
  auto& above = now_.group.open ? now_.group : now_.interchange;
  bool const in_ours = now_.group.scrubbed || (!now_.group.foreign && guide_of(now_.group.version) == "X222");
  if ((!now_.group.open || in_ours) && !now_.holds_no_837p()) {
    // What has a place in a set has none here.
    loop_spans_.clear();
    for (std::uint32_t i = 0; i < unit.size(); ++i) loop_spans_.push_back({LoopId::stray, i, i + 1});
    UnitAbove stray;
    auto const stretch = stretch_of(unit);
    auto typed = findings_.typed_for(stretch, 0);
    findings_.stretch(stretch, stray, typed.corrected);
    bool const blocks = findings_.ask(unit, 0, stray, typed, above.released);
    above.blocked = above.blocked || blocks;
    // A receiver refuses the whole group, or interchange, for it.
    if (above.blocked && !above.implicit) {
      refuse(now_.group.open ? Level::group : Level::interchange, stray.errors.release, stray.errors.rules);
    }
  }
  if (must_hold_bare() && !(now_.group.open && now_.group.foreign))
    read_again(Level::interchange, {.as_received = true});
  pass_raw(raw_bytes(block(), unit));
}

// Strays behind an interchange of ours were part of it.
bool EnvelopeScrubber::must_hold_bare() const {
  auto const& it = now_.interchange;
  return it.implicit && it.behind_ours && isa_required_ && !it.plan.as_received;
}

}  // namespace scrub837
