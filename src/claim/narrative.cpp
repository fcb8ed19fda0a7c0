#include "src/claim/narrative.hpp"

#include "src/claim/claim_notes.hpp"
#include "src/claim/service_line.hpp"
#include "src/claim/typographic.hpp"
#include "src/narrative/note_reading.hpp"

namespace scrub837 {
namespace {

using Found = NarrativeState::Found;

// A description of two letters and more can name a drug or an item.
constexpr std::size_t letters_of_an_item = 2;

// The guide takes two notes at a line; of more the first hundred are read, as at the claim.
constexpr std::size_t max_line_notes = 100;

// Characters of a text, of which no more than `most` are counted.
std::size_t length_up_to(std::string_view text, std::size_t most) {
  std::size_t length = 0;
  while (!text.empty() && length < most) {
    text.remove_prefix(character_length(text));
    ++length;
  }
  return length;
}

bool has_letters(std::string_view text, std::size_t wanted) {
  auto const letter = [](char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte & 0x80) != 0;
  };
  std::size_t count = 0;
  for (char const byte : text) {
    if (letter(byte) && ++count == wanted) return true;
  }
  return false;
}

void note(NarrativeState& state, NoteReading const& reading) {
  state.names_act = reading.names_act;
  state.describes_visit = reading.describes_visit();
  state.only_patient = reading.only_patient;
  state.visit = reading.visit;
  state.compared = reading.compared;
}

// What SV101-7 turns out to be, by both readings.
NarrativeState judge_description(LineView const& line, std::string_view text) {
  NarrativeState state;
  state.reading = read_narrative(text, line.procedure());
  auto& kind = state.reading.kind;
  if (kind == NarrativeKind::empty) return state;
  bool const item = bills_item(line);
  if (kind == NarrativeKind::too_short && item && has_letters(text, letters_of_an_item))
    kind = NarrativeKind::usable;
  auto const reading = read_note(text);
  note(state, reading);
  if (kind == NarrativeKind::placeholder && reading.stub == StubDoubt::category) {
    kind = NarrativeKind::category;  // MISC DME
  } else if (kind == NarrativeKind::usable) {
    if (reading.stub == StubDoubt::certain) {
      kind = NarrativeKind::placeholder;
      state.reading.certain = true;
    } else if (reading.stub == StubDoubt::category) {
      kind = NarrativeKind::category;
    } else if (!item && reading.is_remark && !reading.names_act && reading.visit == VisitDoubt::none) {
      kind = NarrativeKind::remark;
    }
  }
  state.kind = kind;
  state.found = kind == NarrativeKind::usable        ? Found::described
                : kind == NarrativeKind::clock_times ? Found::clock_times
                                                     : Found::stub;
  return state;
}

NarrativeState find_narrative(LineView const& line) {
  auto const code = line.procedure();
  auto const& claim = line.claim();
  // A payer finds no code here, and no description.
  if (line.other_separator()) return {};
  auto state = judge_description(line, trimmed(line.description()));
  if (state.kind != NarrativeKind::empty) return state;
  std::optional<NarrativeState> long_note;
  std::optional<NarrativeState> dcp_note;
  std::size_t read = 0;
  for (auto const index : line.direct(Kind::NTE)) {
    if (++read > max_line_notes) break;
    auto const segment = claim.segment(index);
    bool const dcp = segment[1] == "DCP";
    if ((dcp && dcp_note) || (!dcp && segment[1] != "ADD")) continue;
    auto const text = trimmed(segment[2]);
    auto found = read_usable_note(index, text, code);
    if (!found) continue;
    if (dcp) {
      found->found = Found::dcp_note;
      dcp_note = found;
    } else if (fits_narrative(text)) {
      return *found;
    } else if (!long_note) {
      found->found = Found::long_note;
      long_note = found;
    }
  }
  if (long_note) return *long_note;
  if (dcp_note) return *dcp_note;
  if (auto const& of_claim = usable_claim_note(claim, code)) return *of_claim;
  return state;
}

}  // namespace

std::optional<NarrativeState> read_usable_note(std::uint32_t segment, std::string_view text,
                                               std::string_view code) {
  auto const usable = read_narrative(text, code);
  if (usable.kind != NarrativeKind::usable) return std::nullopt;
  auto const reading = read_note(text);
  if (reading.stub == StubDoubt::certain) return std::nullopt;
  NarrativeState found{Found::line_note, NarrativeKind::empty, segment, usable};
  note(found, reading);
  return found;
}

NarrativeState const& LineView::narrative() const {
  auto& known = line().narrative;
  if (!known) known = find_narrative(*this);
  return *known;
}

std::size_t text_length(std::string_view text) { return length_up_to(text, text.size()); }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

char in_place_of_separator(Delimiters const& delimiters) { return delimiters.contains(';') ? ' ' : ';'; }

ComponentText as_component(std::string_view text, Delimiters const& delimiters) {
  ComponentText result{std::string(text)};
  for (char& byte : result.text) {
    if (!delimiters.contains(byte)) continue;
    byte = in_place_of_separator(delimiters);
    result.verbatim = false;
  }
  if (!result.verbatim) result.text = tidied(result.text, delimiters);
  return result;
}

bool fits_narrative(std::string_view text) {
  return length_up_to(text, longest_narrative + 1) <= longest_narrative;
}

std::optional<std::size_t> split_point(std::string_view text) {
  std::size_t head = 0;  // bytes of what fits
  for (std::size_t i = 0; i < longest_narrative && head < text.size(); ++i)
    head += character_length(text.substr(head));
  auto const blank = text.find_last_of(' ', head);
  if (blank == std::string_view::npos || blank == 0 || !fits_narrative(text.substr(blank + 1)))
    return std::nullopt;
  return blank;
}

}  // namespace scrub837
