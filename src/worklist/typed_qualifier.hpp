#pragma once

#include <span>
#include <string>
#include <string_view>

#include "src/worklist/typed_edits.hpp"

// Qualifiers of ids: NM108.
namespace scrub837 {

/// Whether an NM1 names a provider.
[[nodiscard]] bool is_provider(SegmentView const& segment);
/// Why a code that was typed for NM108 cannot be it; empty if it can. While the id is missing, no rule says
/// so.
[[nodiscard]] std::string fault_of_qualifier(SegmentView const& segment, Place place, std::string_view code,
                                             std::string_view element);
/// The qualifier of an id that was typed, if it has none. \param others places that were typed too
void add_id_qualifier(TypedEdits& result, SegmentView segment, Place place, std::span<Place const> others);

}  // namespace scrub837
