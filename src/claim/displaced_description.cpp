#include "src/claim/displaced_description.hpp"

#include "src/claim/narrative.hpp"

namespace scrub837 {

std::string_view displaced_hint(LineView const& line) {
  auto const text = trimmed(line.procedure_part(8));
  if (text.empty() || read_narrative(text, line.procedure()).kind != NarrativeKind::usable) return {};
  return " SV101-8, which the guide does not use, has a description: an extra modifier or separator may have "
         "moved it there.";
}

}  // namespace scrub837
