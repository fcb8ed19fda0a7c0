#include "src/claim/narrative.hpp"

#include "src/claim/typographic.hpp"

namespace scrub837 {
namespace {

using Found = NarrativeState::Found;

NarrativeState find_narrative(LineView const& line) {
  auto const code = line.procedure();
  auto const& claim = line.claim();
  auto const description = trimmed(line.description());
  NarrativeState state;
  // A payer finds no code here, and no description.
  if (line.other_separator()) return state;
  state.reading = read_narrative(description, code);
  state.kind = state.reading.kind;
  if (state.kind != NarrativeKind::empty) {
    state.found = state.kind == NarrativeKind::usable        ? Found::described
                  : state.kind == NarrativeKind::clock_times ? Found::clock_times
                                                             : Found::stub;
    return state;
  }
  std::optional<NarrativeState> long_note;
  std::optional<NarrativeState> dcp_note;
  for (auto const index : line.direct(Kind::NTE)) {
    auto const note = claim.segment(index);
    auto const reading = read_narrative(trimmed(note[2]), code);
    if (reading.kind != NarrativeKind::usable) continue;
    if (note[1] == "ADD") {
      bool const fits = text_length(trimmed(note[2])) <= longest_narrative;
      if (fits) return {Found::line_note, state.kind, index, reading};
      if (!long_note) long_note = {Found::long_note, state.kind, index, reading};
    } else if (note[1] == "DCP" && !dcp_note) {
      dcp_note = {Found::dcp_note, state.kind, index, reading};
    }
  }
  if (long_note) return *long_note;
  if (dcp_note) return *dcp_note;
  for (auto const index : claim.direct(0, Kind::NTE)) {
    auto const note = claim.segment(index);
    if (note[1] != "ADD") continue;
    auto const reading = read_narrative(trimmed(note[2]), code);
    if (reading.kind == NarrativeKind::usable) return {Found::claim_note, state.kind, index, reading};
  }
  return state;
}

}  // namespace

NarrativeState const& LineView::narrative() const {
  auto& known = line().narrative;
  if (!known) known = find_narrative(*this);
  return *known;
}

std::size_t text_length(std::string_view text) {
  std::size_t length = 0;
  while (!text.empty()) {
    text.remove_prefix(character_length(text));
    ++length;
  }
  return length;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

ComponentText as_component(std::string_view text, Delimiters const& delimiters) {
  ComponentText result{std::string(text)};
  for (char& byte : result.text) {
    if (!delimiters.contains(byte)) continue;
    byte = ' ';
    result.verbatim = false;
  }
  if (!result.verbatim) result.text = tidied(result.text, delimiters);
  return result;
}

std::optional<std::size_t> split_point(std::string_view text) {
  auto blank = text.find_last_of(' ');
  while (blank != std::string_view::npos && blank > 0) {
    if (text_length(text.substr(0, blank)) <= longest_narrative) {
      if (text_length(text.substr(blank + 1)) <= longest_narrative) return blank;
      return std::nullopt;
    }
    blank = text.find_last_of(' ', blank - 1);
  }
  return std::nullopt;
}

}  // namespace scrub837
