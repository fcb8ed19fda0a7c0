#include "src/scrub/replay.hpp"

namespace scrub837 {

void ScopePlan::add(ScopePlan const& other) {
  if (other.as_received) to_clean = other.to_clean && (to_clean || !as_received);
  as_received |= other.as_received;
  not_ours |= other.not_ours;
  needs_renumbering |= other.needs_renumbering;
  keep_level_numbers |= other.keep_level_numbers;
  all_held |= other.all_held;
  foreign |= other.foreign;
  claims |= other.claims;
  mend |= other.mend;
  did_not_converge |= other.did_not_converge;
  if (refused_for.empty()) refused_for = other.refused_for;
  // What is held as a whole loses nothing.
  if (all_held) needs_renumbering = false;
}

ScopePlan Replay::plan_of(EnvelopeLevel level, std::uint64_t offset) const {
  auto const found = known_.find({level, offset});
  return found == known_.end() ? ScopePlan{} : found->second.plan;
}

void Replay::learn(EnvelopeLevel level, std::uint64_t offset, ScopePlan const& plan) {
  auto& known = known_[{level, offset}];
  known.plan.add(plan);
  // Refused, it asks for nothing more.
  if (++known.times > max_rereads)
    known.plan.add({.as_received = true, .did_not_converge = !plan.as_received});
}

bool Replay::drop_mending(EnvelopeLevel level, std::uint64_t offset) {
  auto const found = known_.find({level, offset});
  return found != known_.end() && std::exchange(found->second.plan.mend, false);
}

}  // namespace scrub837
