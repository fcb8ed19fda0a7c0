#include "src/claim/narrative.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "src/claim/eight_bytes.hpp"

namespace scrub837 {
namespace {

using Found = NarrativeState::Found;

struct Twin {
  std::string_view bytes;
  std::string_view plain;
};

// UTF-8 of what word processors put in place of plain characters.
constexpr std::array utf8_twins = {
    Twin{"\xE2\x80\x98", "'"},  Twin{"\xE2\x80\x99", "'"},  Twin{"\xE2\x80\x9A", ","},
    Twin{"\xE2\x80\x9B", "'"},  Twin{"\xE2\x80\x9C", "\""}, Twin{"\xE2\x80\x9D", "\""},
    Twin{"\xE2\x80\x9E", "\""}, Twin{"\xE2\x80\x90", "-"},  Twin{"\xE2\x80\x91", "-"},
    Twin{"\xE2\x80\x92", "-"},  Twin{"\xE2\x80\x93", "-"},  Twin{"\xE2\x80\x94", "-"},
    Twin{"\xE2\x80\x95", "-"},  Twin{"\xE2\x88\x92", "-"},  Twin{"\xE2\x80\xA6", "..."},
    Twin{"\xE2\x80\xA2", "-"},  Twin{"\xC2\xB7", "-"},      Twin{"\xC2\xA0", " "},
    Twin{"\xE2\x80\xAF", " "},  Twin{"\xE2\x80\x89", " "},  Twin{"\xE2\x80\x8A", " "},
    Twin{"\xE2\x80\x83", " "},  Twin{"\xE2\x80\x82", " "},  Twin{"\xE2\x80\x8B", ""},
    Twin{"\xEF\xBB\xBF", ""},   Twin{"\xC2\xB4", "'"},      Twin{"\xC2\xAD", ""},
    Twin{"\xE2\x80\xB2", "'"},  Twin{"\xE2\x80\xB3", "\""}, Twin{"\xC2\xAB", "\""},
    Twin{"\xC2\xBB", "\""},     Twin{"\xEF\xAC\x81", "fi"}, Twin{"\xEF\xAC\x82", "fl"},
};

// The same in Windows-1252, for bytes that are no UTF-8.
constexpr std::array cp1252_twins = {
    Twin{"\x82", ","},  Twin{"\x84", "\""}, Twin{"\x85", "..."}, Twin{"\x91", "'"}, Twin{"\x92", "'"},
    Twin{"\x93", "\""}, Twin{"\x94", "\""}, Twin{"\x95", "-"},   Twin{"\x96", "-"}, Twin{"\x97", "-"},
    Twin{"\xA0", " "},  Twin{"\xAD", ""},   Twin{"\xB4", "'"},
};

std::size_t sequence_length(std::string_view text) {
  auto const lead = static_cast<unsigned char>(text[0]);
  std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (length > text.size()) return 1;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return 1;
  }
  return length;
}

void append_plain(std::string& out, std::string_view plain, Delimiters const& delimiters) {
  for (char const byte : plain) out.push_back(delimiters.contains(byte) ? ' ' : byte);
}

}  // namespace

namespace {

NarrativeState find_narrative(LineView const& line) {
  auto const code = line.procedure();
  auto const& claim = line.claim();
  auto const description = trimmed(line.description());
  NarrativeState state;
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
    text.remove_prefix(sequence_length(text));
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

bool may_be_untidy(std::string_view text) {
  if (text.empty()) return false;
  return text.front() == ' ' || text.back() == ' ' ||
         any_eight(text, [](EightBytes some) { return some.unprintable() | some.two_blanks(); });
}

std::string tidied(std::string_view text, Delimiters const& delimiters) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    auto const length = sequence_length(text);
    auto const sequence = text.substr(0, length);
    text.remove_prefix(length);
    auto const byte = static_cast<unsigned char>(sequence[0]);
    if (length == 1 && (byte < 0x20 || byte == 0x7F)) {
      plain.push_back(' ');
      continue;
    }
    std::span<Twin const> const twins =
        length == 1 ? std::span<Twin const>(cp1252_twins) : std::span<Twin const>(utf8_twins);
    auto const twin = byte < 0x80 ? twins.end()
                                  : std::find_if(twins.begin(), twins.end(),
                                                 [&](Twin const& t) { return t.bytes == sequence; });
    if (twin == twins.end()) {
      plain.append(sequence);
    } else {
      append_plain(plain, twin->plain, delimiters);
    }
  }
  std::string result;
  result.reserve(plain.size());
  for (char const byte : plain) {
    if (byte == ' ' && (result.empty() || result.back() == ' ')) continue;
    result.push_back(byte);
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
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
