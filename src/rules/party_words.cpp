#include "src/rules/party_words.hpp"

#include <fmt/format.h>

#include "src/guide/bound_guide.hpp"

namespace scrub837 {

std::string of_party(SegmentRun const& run, LoopId loop) {
  auto const& guide = run.settings == nullptr ? *guide::shipped_guide() : guide::guide_of(*run.settings);
  auto const name = name_of(loop);
  auto const title = guide.table().title_of_loop(name);
  return title.empty() ? std::string{} : fmt::format(" of the {} ({})", title, name);
}

}  // namespace scrub837
