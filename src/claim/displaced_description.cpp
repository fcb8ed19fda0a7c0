#include "src/claim/displaced_description.hpp"

#include "src/claim/narrative.hpp"

namespace scrub837 {

std::string_view displaced_hint(LineView const& line) {
  auto const text = trimmed(line.procedure_part(8));
  if (text.empty() || read_narrative(text, line.procedure()).kind != NarrativeKind::usable) return {};
  return " A description stands in SV101-8, which the guide does not use: a modifier or separator too many "
         "may "
         "have pushed it there.";
}

}  // namespace scrub837
