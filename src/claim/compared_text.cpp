#include "src/claim/compared_text.hpp"

namespace scrub837 {

std::string_view described_as(LineView const& line) {
  using enum NarrativeState::Found;
  auto const& state = line.narrative();
  if (state.found == nothing || state.found == clock_times || state.found == claim_note) return {};
  return state.in_note() ? line.claim().segment(state.note)[2] : line.description();
}

}  // namespace scrub837
