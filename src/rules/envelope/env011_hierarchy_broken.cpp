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
    .ask =
        "Find out in the billing system which billing provider or subscriber the claims below are of, and "
        "send "
        "them again with HL numbers that say so.",
};

std::string stated(std::string_view element, std::string_view value) {
  auto const number = envelope::as_number(value);
  return std::string(element) + (value.empty() ? " is blank"
                                 : number      ? " is " + std::to_string(*number)
                                               : " is not a number");
}

// What a level is under: its name in the guide, by the HL03 of the level below.
std::string_view level_above(std::string_view code) {
  return code == "23" ? "subscriber level (2000B)" : "billing provider level (2000A)";
}

std::string parent_of(HierarchyView const& level) {
  return "this HL follows the " + std::string(level_above(level.code)) + " with " +
         (envelope::as_number(level.expected_parent) ? "HL01 " + std::string(level.expected_parent)
                                                     : std::string("no number")) +
         ".";
}

// Whose level it is.
std::optional<Fault> check_place(HierarchyView const& level) {
  if (!level.parent_open) {
    return Fault{3, Applicability::none,
                 "There is no " + std::string(level_above(level.code)) + " above this HL."};
  }
  if (level.parent_lost) {
    return Fault{2, Applicability::none,
                 stated("HL02", level.parent) + ", and the HL with that number is missing: HL01 skips it."};
  }
  if (level.parent_ambiguous) {
    return Fault{2, Applicability::none, stated("HL02", level.parent) + ", but " + parent_of(level)};
  }
  return std::nullopt;
}

std::optional<Fault> check_numbers(HierarchyView const& level) {
  if (!level.number_follows) {
    return Fault{1, Applicability::safe,
                 stated("HL01", level.number) + "; this is level " + std::to_string(level.expected_number) +
                     " of the transaction set. HL segments that are counted on from it are renumbered, too."};
  }
  auto const parent = envelope::as_number(level.parent);
  if (level.code == "20") {
    if (level.parent.empty()) return std::nullopt;
    return Fault{
        2, Applicability::safe,
        stated("HL02", level.parent) + ", but a billing provider level has no parent: it becomes blank."};
  }
  if (level.parent == level.expected_parent ||
      (parent && parent == envelope::as_number(level.expected_parent)))
    return std::nullopt;
  return Fault{2, Applicability::safe, stated("HL02", level.parent) + ", but " + parent_of(level)};
}

std::optional<Fault> check(HierarchyView const& level) {
  if (!level.has_children) {
    auto const place = check_place(level);
    return place ? place : check_numbers(level);
  }
  if (envelope::as_number(level.child_flag) == std::uint64_t{*level.has_children ? 1U : 0U}) {
    return std::nullopt;
  }
  return Fault{4, Applicability::safe,
               stated("HL04", level.child_flag) + (*level.has_children
                                                       ? ", but there is a level below: it becomes 1."
                                                       : ", but there is no level below: it becomes 0.")};
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
