#include "src/rules/envelope_checks.hpp"

namespace scrub837::env011 {
namespace {

constexpr Doc doc{
    .what =
        "The HL hierarchy is broken: HL01 does not increase by one, HL02 does not name the parent, or HL04 "
        "contradicts the levels below.",
    .why =
        "HL numbers say which subscriber a claim belongs to. A receiver rejects the transaction set or posts "
        "the claim to another subscriber.",
    .fix =
        "If the order of the levels makes the hierarchy clear, the numbers are corrected. If HL02 names "
        "another level that could be the parent, the claims below are held.",
    .bad = "HL*7*1*22*0~",
    .good = "HL*2*1*22*0~",
    .source = "005010X222A1, HL01 to HL04 of 2000A, 2000B and 2000C",
};

std::optional<Fault> check(HierarchyView const& level) {
  auto const fixable = level.parent_open && !level.parent_ambiguous && !level.parent_lost
                           ? Applicability::safe
                           : Applicability::none;
  if (!level.has_children) {
    if (!level.parent_open) {
      return Fault{3, fixable, "This HL is not inside the level that it belongs to."};
    }
    if (level.parent_lost) {
      return Fault{2, fixable,
                   "HL02 names a level that is missing, and HL01 skips its number: the level was lost."};
    }
    if (level.parent_ambiguous) {
      return Fault{2, fixable, "HL02 does not name the level that this HL is under."};
    }
    if (envelope::as_number(level.number) != level.expected_number) {
      return Fault{1, fixable, "HL01 is not the next number, " + std::to_string(level.expected_number) + "."};
    }
    auto const parent = envelope::as_number(level.parent);
    if (level.expected_parent.empty()
            ? !level.parent.empty()
            : level.parent != level.expected_parent &&
                  (!parent || parent != envelope::as_number(level.expected_parent))) {
      return Fault{2, fixable, "HL02 does not name the level above."};
    }
    return std::nullopt;
  }
  if (envelope::as_number(level.child_flag) == std::uint64_t{*level.has_children ? 1U : 0U}) {
    return std::nullopt;
  }
  return Fault{4, Applicability::safe,
               *level.has_children ? "HL04 says that there is no level below, but there is one."
                                   : "HL04 says that there is a level below, but there is none."};
}

}  // namespace

extern constexpr Rule rule{
    .id = "ENV011",
    .name = "hierarchy-broken",
    .severity = Severity::error,
    .snip = 1,
    .kind = ErrorKind::hierarchy,
    .fix = Applicability::safe,
    .phase = Phase::complete,
    .doc = doc,
    .check = HierarchyCheck{check},
    .release = Release::needs_reason,
    .duty = Duty::numbers_levels,
};

}  // namespace scrub837::env011
