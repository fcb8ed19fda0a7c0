#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "tests/support/rapidcheck.hpp"

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

/// The file as received; or what should go out of a file without refused scopes and faults of the surface:
/// the splitting written a second time, from the model and not from the bytes.
enum class Part : std::uint8_t { received, clean, held };
[[nodiscard]] std::string render(GeneratedFile const& file, Part part = Part::received);

/// The flaws of the professional claims, in the order in which they stand.
[[nodiscard]] std::vector<Flaw> flaws_of(GeneratedFile const& file);

/// Any file: 1 to 3 interchanges, 1 or 2 groups, 1 to 4 sets, households of all shapes, faults anywhere.
[[nodiscard]] rc::Gen<GeneratedFile> any_file();
/// The same without refused scopes and faults of the surface.
[[nodiscard]] rc::Gen<GeneratedFile> sound_file();
/// Random damage to bytes: some deleted, inserted, replaced, cut off.
struct Damage {
  int what = 0;
  std::uint32_t where = 0;
  char byte = 0;
  int length = 1;
};
[[nodiscard]] rc::Gen<std::vector<Damage>> any_damage();
[[nodiscard]] std::string damaged(std::string bytes, std::vector<Damage> const& damage);

void showValue(GeneratedFile const& file, std::ostream& out);
void showValue(Damage const& damage, std::ostream& out);

}  // namespace scrub837::test
