#include "src/claim/compared_text.hpp"

#include <functional>
#include <string>

#include "src/narrative/note_reading.hpp"
#include "src/text/as_compared.hpp"

namespace scrub837 {

std::string_view described_as(LineView const& line) {
  using enum NarrativeState::Found;
  auto const& state = line.narrative();
  if (state.found == nothing || state.found == clock_times || state.found == claim_note) return {};
  return state.in_note() ? line.claim().segment(state.note)[2] : line.description();
}

std::optional<std::uint64_t> compared_text(LineView const& line) {
  auto const text = described_as(line);
  if (text.empty()) return std::nullopt;
  if (text.size() <= longest_compared) return line.narrative().compared;
  return std::hash<std::string>{}(as_compared(text));
}

}  // namespace scrub837
