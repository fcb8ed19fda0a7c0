#include "src/claim/claim_notes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "src/claim/narrative.hpp"

namespace scrub837 {
namespace {

std::span<SegmentRef const> notes_read(ClaimView const& claim) {
  auto const notes = claim.notes_of(-1);
  return notes.first(std::min(notes.size(), max_claim_notes));
}

// The answer for this key as it was found first. \param Answers a map that is kept with the claim
template <typename Answers, typename Find>
auto const& known(ClaimView const& claim, typename Answers::key_type const& key, Find find) {
  auto& answers = claim.once<Answers>([] { return Answers{}; });
  auto const [entry, fresh] = answers.try_emplace(key);
  if (fresh) entry->second = find();
  return entry->second;
}

struct UsableNotes : std::map<std::string_view, std::optional<NarrativeState>> {};
struct DescribingNotes : std::map<std::pair<std::string_view, std::string_view>, bool> {};
struct CitingNotes : std::map<std::string_view, bool> {};

}  // namespace

std::optional<NarrativeState> usable_claim_note(ClaimView const& claim, std::string_view code) {
  auto const notes = notes_read(claim);
  if (notes.empty()) return std::nullopt;
  return known<UsableNotes>(claim, code, [&]() -> std::optional<NarrativeState> {
    for (auto const mark : notes) {
      auto const note = claim.segment(mark.segment);
      if (note[1] != "ADD") continue;
      auto found = read_usable_note(mark.segment, trimmed(note[2]), code);
      if (!found) continue;
      found->found = NarrativeState::Found::claim_note;
      return found;
    }
    return std::nullopt;
  });
}

bool claim_note_describes(ClaimView const& claim, std::string_view code, std::string_view type) {
  auto const notes = notes_read(claim);
  if (notes.empty()) return false;
  return known<DescribingNotes>(claim, {code, type}, [&] {
    return std::ranges::any_of(notes, [&](SegmentRef mark) {
      auto const note = claim.segment(mark.segment);
      return note[1] == type && is_usable(trimmed(note[2]), code);
    });
  });
}

bool claim_note_cites_code(ClaimView const& claim, std::string_view code) {
  auto const notes = notes_read(claim);
  if (notes.empty()) return false;
  return known<CitingNotes>(claim, code, [&] {
    return std::ranges::any_of(notes, [&](SegmentRef mark) {
      return read_narrative(claim.segment(mark.segment)[2], code).cites_code;
    });
  });
}

}  // namespace scrub837
