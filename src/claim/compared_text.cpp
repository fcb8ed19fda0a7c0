#include "src/claim/compared_text.hpp"

namespace scrub837 {

std::string_view described_as(LineView const& line) {
  using enum NarrativeState::Found;
  auto const& state = line.narrative();
  if (state.found == nothing || state.found == clock_times || state.found == claim_note) return {};
  return state.in_note() ? line.claim().segment(state.note)[2] : line.description();
}

std::string as_compared(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (char const byte : text) {
    if (byte != ' ')
      result.push_back(byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte);
  }
  return result;
}

}  // namespace scrub837
