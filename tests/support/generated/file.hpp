#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace scrub837::test {

/// What is the matter with a generated claim.
enum class Flaw : std::uint8_t {
  none,
  none_unlisted,  // clean
  untidy,
  note_only,
  unqualified,
  two_notes,  // NAR007, NAR002, ATT003, NAR008: mended
  no_narrative,
  no_control_number,
  unbalanced,
  unknown_segment,  // NAR001, ATT002, BAL001, ENV009: held
};
[[nodiscard]] constexpr bool is_held(Flaw flaw) { return flaw >= Flaw::no_narrative; }
[[nodiscard]] constexpr bool is_fixed(Flaw flaw) { return flaw >= Flaw::untidy && !is_held(flaw); }

struct GeneratedClaim {
  Flaw flaw = Flaw::none;
  int more_lines = 0;
  int dollars = 125;
};

struct GeneratedDependent {
  std::vector<GeneratedClaim> claims;
};

struct GeneratedSubscriber {
  std::vector<GeneratedClaim> claims;
  std::vector<GeneratedDependent> dependents;
};

struct GeneratedProvider {
  std::vector<GeneratedSubscriber> subscribers;
};

/// What is the matter with a set, group or interchange. `miscounted` is mended, the others refuse it.
enum class EnvelopeFault : std::uint8_t { none, miscounted, other_control, no_trailer };

enum class SetKind : std::uint8_t { professional, institutional, remittance, eligibility };

struct GeneratedSet {
  SetKind kind = SetKind::professional;
  bool versioned = true;        ///< ST03 is filled
  bool padded_levels = false;   ///< HL01 as `01`
  bool shifted_levels = false;  ///< HL01 begins at 4: plain, and mended
  EnvelopeFault fault = EnvelopeFault::none;
  std::vector<GeneratedProvider> providers;
};

struct GeneratedGroup {
  std::string version = "005010X222A1";
  EnvelopeFault fault = EnvelopeFault::none;
  std::vector<GeneratedSet> sets;
};

struct Style {
  char element = '*', repetition = '^', component = ':', terminator = '~';
  std::string line_end;
};

/// Faults of the surface. `narrow_isa` and `wide_isa` are ISAs of another width.
enum class Surface837 : std::uint8_t { none, indented, folded, narrow_isa, wide_isa };

struct GeneratedInterchange {
  Style style;
  Surface837 surface = Surface837::none;
  bool acknowledged = false;  ///< a TA1 stands before the first group
  EnvelopeFault fault = EnvelopeFault::none;
  std::vector<GeneratedGroup> groups;
  std::string before;  ///< bytes that stand in front
};

struct GeneratedFile {
  std::vector<GeneratedInterchange> interchanges;
};

/// The flaws of the professional claims, in the order in which they stand.
[[nodiscard]] std::vector<Flaw> flaws_of(GeneratedFile const& file);

/// Calls `each` for the claims of a set, in the order in which they stand.
template <typename Each>
void for_each_claim(GeneratedSet const& set, Each each) {
  for (auto const& provider : set.providers) {
    for (auto const& subscriber : provider.subscribers) {
      for (auto const& claim : subscriber.claims) each(claim);
      for (auto const& dependent : subscriber.dependents) {
        for (auto const& claim : dependent.claims) each(claim);
      }
    }
  }
}

}  // namespace scrub837::test
