#pragma once

#include "src/guide/fault.hpp"

namespace scrub837::guide {

/// Whether rules of the catalogue speak of a fault that are about its element alone: HL01, HL02 and HL04
/// (ENV011), and the elements of an attachment indicator (ATT).
[[nodiscard]] bool has_own_rules(Fault const& fault);

/// Whether segments of a kind have rules of their own where they come late or too often: a note, a PWK.
[[nodiscard]] constexpr bool has_own_rules(Kind kind) { return kind == Kind::NTE || kind == Kind::PWK; }

}  // namespace scrub837::guide
