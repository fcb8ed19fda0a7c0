#include "src/write/split_writer.hpp"

#include <algorithm>
#include <optional>

#include "grammar/bare_start.hpp"
#include "scrub837/x12/segment.hpp"
#include "src/rules/envelope_checks.hpp"
#include "src/write/relationship.hpp"
#include "src/x12/indexer.hpp"

namespace scrub837 {
namespace {

// A count or number as a number, read through line ends that stay where ENV013 is ignored.
std::optional<std::uint64_t> as_number(std::string_view text) {
  if (auto const number = envelope::as_number(text)) return number;
  if (text.find_first_of("\r\n") == std::string_view::npos) return std::nullopt;
  std::string unfolded(text);
  std::erase_if(unfolded, [](char byte) { return byte == '\r' || byte == '\n'; });
  return envelope::as_number(unfolded);
}

// Whether bytes end in a segment without terminator; padding behind one doesn't matter.
bool left_open(std::string_view bytes, char terminator) {
  while (!bytes.empty() && bytes.back() != terminator && is_padding(bytes.back())) bytes.remove_suffix(1);
  return !bytes.empty() && bytes.back() != terminator;
}

SegmentView split(std::string_view hl, char element) {
  return {hl, {.element = element}, separator_bits(hl, element)};
}

}  // namespace

void SplitWriter::open_interchange(std::string bytes) {
  state_ = {};
  state_.interchange.bytes = std::make_shared<std::string const>(std::move(bytes));
}

void SplitWriter::open_group(std::string bytes) {
  state_.group = {std::make_shared<std::string const>(std::move(bytes)), false};
  state_.set = {};
  state_.sets = 0;
  state_.lost_set = false;
}

bool SplitWriter::mend_interchange(std::string bytes) {
  if (state_.interchange.written) return false;
  state_.interchange.bytes = std::make_shared<std::string const>(std::move(bytes));
  return true;
}

bool SplitWriter::mend_group(std::string bytes) {
  if (state_.group.written) return false;
  state_.group.bytes = std::make_shared<std::string const>(std::move(bytes));
  return true;
}

void SplitWriter::open_set(std::string bytes, std::uint64_t segments, bool needs_renumbering,
                           bool keep_numbers) {
  state_.set = {std::make_shared<std::string const>(std::move(bytes)), false};
  state_.segments = 0;
  state_.header_segments = segments;
  state_.levels_written = 0;
  state_.levels = {};
  state_.needs_renumbering = needs_renumbering;
  state_.keep_numbers = keep_numbers;
  state_.lost = false;
  state_.deviated = false;
}

void SplitWriter::more_header(std::string_view bytes, std::uint64_t segments) {
  if (state_.set.written) {
    sink_->append(bytes);
    state_.segments += segments;
    return;
  }
  state_.set.bytes = std::make_shared<std::string const>(*state_.set.bytes + std::string(bytes));
  state_.header_segments += segments;
}

void SplitWriter::open_level(LevelText const& level) {
  auto& opened = state_.levels[static_cast<std::size_t>(level.rank)];
  opened.reset();
  opened.open = true;
  opened.bytes = level.bytes;
  opened.text = level;
  opened.text.bytes = {};
}

void SplitWriter::close_levels(int rank) {
  for (auto i = static_cast<std::size_t>(rank); i < state_.levels.size(); ++i) {
    auto& level = state_.levels[i];
    if (level.written && level.flag_at != 0) {
      char const right = level.has_children ? '1' : '0';
      if (numbers()) {
        if (level.flag != right) sink_->patch(level.flag_at - 1, right);
      } else if (level.flag != right) {
        state_.deviated = true;
      }
    }
    level.reset();
  }
}

void SplitWriter::keep_context() {
  if (state_.interchange.bytes && !state_.interchange.written) {
    sink_->append(*state_.interchange.bytes);
    state_.interchange.written = true;
  }
  if (state_.group.bytes && !state_.group.written) {
    sink_->append(*state_.group.bytes);
    state_.group.written = true;
    ++state_.groups;
  }
}

void SplitWriter::write_set_header() {
  keep_context();
  if (!state_.set.bytes || state_.set.written) return;
  sink_->append(*state_.set.bytes);
  state_.segments += state_.header_segments;
  state_.set.written = true;
  ++state_.sets;
}

void SplitWriter::write_level(std::size_t rank) {
  auto& level = state_.levels[rank];
  auto const& text = level.text;
  level.written = true;
  level.number = ++state_.levels_written;
  state_.segments += text.segments;
  if (options_.part_subscribers && rank == 1 && level.lost_claim && state_.levels[2].open) {
    if (auto parted = without_relationship(level.bytes, text.delimiters)) level.bytes = std::move(*parted);
  }

  auto const received = std::string_view(level.bytes).substr(text.hl_begin, text.hl_end - text.hl_begin);
  // One whose place is not known keeps its numbers: they say that another is missing. Whether it is a child
  // is not known either. One that a claim has run into keeps its bytes.
  bool const placed = text.place_known && rank < 3 && !grammar::could_hold_claims(received);
  Level* parent = nullptr;
  for (auto i = rank; i-- > 0;) {
    auto& above = state_.levels[i];
    if (!above.written) continue;
    if (parent == nullptr) parent = &above;
    above.has_children = above.has_children || (placed ? parent == &above : above.flag == '1');
  }

  std::string_view hl = received;
  auto parts = split(hl, text.delimiters.element);
  auto const put = [&](std::size_t number, std::string_view value) {
    if (hl.data() == received.data()) hl_.assign(received);
    if (auto const old = split(hl_, text.delimiters.element)[number]; old.data() != nullptr) {
      hl_.replace(static_cast<std::size_t>(old.data() - hl_.data()), old.size(), value);
    } else {
      hl_ = with_part(hl_, text.delimiters.element, number, value);
    }
    hl = hl_;
    parts = split(hl, text.delimiters.element);
  };
  auto const set = [&](std::size_t number, std::uint64_t value) {
    if (as_number(parts[number]) != value) put(number, std::to_string(value));
  };
  if (!placed) {
    level.number = as_number(parts[1]).value_or(level.number);
    state_.levels_written = std::max(state_.levels_written, level.number);
  } else if (numbers()) {
    set(1, level.number);
    if (parent != nullptr) set(2, parent->number);
    if (rank == 0 && options_.number_levels && !parts[2].empty()) put(2, {});
    auto const flag = as_number(parts[4]);
    // With more elements another segment has run into it: what is there is no flag.
    bool const alone = parts[5].data() == nullptr;
    if (alone && flag != std::uint64_t{0} && flag != std::uint64_t{1}) put(4, "0");
  } else {
    bool const right_number = as_number(parts[1]) == level.number;
    bool const right_parent = parent == nullptr || as_number(parts[2]) == parent->number;
    if (!right_number || !right_parent) state_.deviated = true;
  }

  // Where its one digit is: it may have to be changed when the level ends.
  auto const flag = parts[4];
  if (auto const digit = flag.find_last_of("01"); digit != std::string_view::npos && rank < 3) {
    level.flag = flag[digit];
    level.flag_at =
        sink_->size() + text.hl_begin + static_cast<std::size_t>(flag.data() - hl.data()) + digit + 1;
  }
  if (hl.data() == received.data() || hl == received) {
    sink_->append(level.bytes);
  } else {
    auto const bytes = std::string_view(level.bytes);
    sink_->append(bytes.substr(0, text.hl_begin));
    sink_->append(hl);
    sink_->append(bytes.substr(text.hl_end));
  }
}

void SplitWriter::claim(std::string_view bytes, std::uint64_t segments) {
  write_set_header();
  for (std::size_t rank = 0; rank < state_.levels.size(); ++rank) {
    if (state_.levels[rank].waits()) write_level(rank);
  }
  sink_->append(bytes);
  state_.segments += segments;
}

void SplitWriter::omit_claim() {
  state_.lost = true;
  auto const deepest = std::find_if(state_.levels.rbegin(), state_.levels.rend(),
                                    [](Level const& level) { return level.open; });
  if (deepest != state_.levels.rend()) deepest->lost_claim = true;
}

void SplitWriter::keep_levels() {
  write_set_header();
  for (std::size_t rank = 0; rank < state_.levels.size(); ++rank) {
    if (!state_.levels[rank].waits()) continue;
    state_.deviated = true;
    write_level(rank);
  }
}

void SplitWriter::write_trailer(Trailer const& trailer, bool recount, std::uint64_t count) {
  if (!trailer.closing.empty() && left_open(sink_->newest(), trailer.closing[0]))
    sink_->append(trailer.closing);
  sink_->append(trailer.lead);
  if (recount && as_number(nth_part(trailer.text, trailer.element, 1)) != count) {
    sink_->append(with_part(trailer.text, trailer.element, 1, std::to_string(count)));
  } else {
    sink_->append(trailer.text);
  }
  sink_->append(trailer.tail);
}

void SplitWriter::close_set(Trailer const& trailer, bool recount) {
  close_levels(0);
  if (!state_.set.written) {
    state_.lost_set = true;
  } else if (!trailer.text.empty()) {
    write_trailer(trailer, recount || state_.lost, ++state_.segments);
  }
  state_.set = {};
}

void SplitWriter::close_group(Trailer const& trailer, bool recount) {
  if (!state_.group.written) {
    state_.lost_group = true;
  } else if (!trailer.text.empty()) {
    write_trailer(trailer, recount || state_.lost_set, state_.sets);
  }
  state_.group = {};
}

void SplitWriter::close_interchange(Trailer const& trailer, bool recount) {
  if (state_.interchange.written && !trailer.text.empty()) {
    write_trailer(trailer, recount || state_.lost_group, state_.groups);
  }
  state_ = {};
}

}  // namespace scrub837
