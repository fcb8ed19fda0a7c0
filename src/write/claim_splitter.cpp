#include "src/write/claim_splitter.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace scrub837 {

std::string_view raw_bytes(Block const& block, std::span<Segment const> unit) {
  return std::string_view(block.bytes)
      .substr(unit.front().raw_begin, unit.back().raw_end - unit.front().raw_begin);
}

void ClaimSplitter::save(EnvelopeLevel level) {
  auto& saved = saved_[static_cast<std::size_t>(level)];
  clean_.save(saved.clean);
  held_.save(saved.held);
}

void ClaimSplitter::restore(EnvelopeLevel level) {
  auto const& saved = saved_[static_cast<std::size_t>(level)];
  clean_.restore(saved.clean);
  held_.restore(saved.held);
}

void ClaimSplitter::pass(std::string_view bytes, Destination to) {
  auto& target = writer(to);
  target.keep_context();
  target.pass(bytes);
}

// ---- control numbers and surface

std::string ClaimSplitter::renumbered(EnvelopeNumber const& number, std::string text,
                                      Delimiters delimiters) const {
  // Anything longer is not what was meant to be there.
  constexpr std::size_t longest = 40;
  if (!options_.numbers || number.level == EnvelopeLevel::set || number.control.size() > longest) return text;
  auto const anew = number.level == EnvelopeLevel::interchange ? options_.numbers->interchange(number.ordinal)
                                                               : options_.numbers->group(number.ordinal);
  return with_part(text, delimiters.element, number.element, anew);
}

std::string ClaimSplitter::mended(Block const& block, std::span<Segment const> unit,
                                  Delimiters delimiters) const {
  std::string bytes;
  for (auto const& segment : unit) append_mended(bytes, block, segment, delimiters, options_.surface);
  return bytes;
}

// A set's header for the clean file: mended, and in a rerun with a BHT03 of its own.
std::string ClaimSplitter::clean_header(Block const& block, std::span<Segment const> unit,
                                        Delimiters delimiters, std::uint64_t set,
                                        std::optional<WorkingClaim> const& corrected) const {
  if (!options_.numbers) {
    return corrected ? bytes_of(*corrected, block, unit, delimiters, options_.surface)
                     : mended(block, unit, delimiters);
  }
  auto const header = corrected ? *corrected : WorkingClaim(block, unit, delimiters);
  std::vector<Edit> edits;
  for (std::uint32_t i = 0; i < header.lines().size(); ++i) {
    if (kind_of(SegmentView(header.lines()[i].text, delimiters).id()) == Kind::BHT)
      edits.push_back({.place = {i, 3, 0}, .value = options_.numbers->submission(set)});
  }
  std::vector<Edit const*> asked;
  std::ranges::transform(edits, std::back_inserter(asked), [](Edit const& edit) { return &edit; });
  return bytes_of(header.with(asked).value_or(header), block, unit, delimiters, options_.surface);
}

// ---- headers

void ClaimSplitter::open_interchange(std::string clean, std::string held) {
  clean_.open_interchange(std::move(clean));
  held_.open_interchange(std::move(held));
}

void ClaimSplitter::pass_empty_interchange(std::string const& gap, Destination to) {
  auto& target = writer(to);
  target.mend_interchange(gap + held_.interchange_header());
  target.keep_context();
}

void ClaimSplitter::open_group(std::string clean, std::string held) {
  clean_.open_group(std::move(clean));
  held_.open_group(std::move(held));
}

void ClaimSplitter::pass_group_header(std::string_view bytes, Destination to) {
  other(to).omit_group();
  pass(bytes, to);
  writer(to).count_group();
}

void ClaimSplitter::open_set(ScopePlan const& plan) {
  clean_.open_set({}, 0, plan.needs_renumbering);
  held_.open_set({}, 0, plan.needs_renumbering, plan.keep_level_numbers);
}

void ClaimSplitter::pass_set_to(Destination to) {
  other(to).omit_set();
  auto& target = writer(to);
  target.keep_context();
  target.count_set();
}

void ClaimSplitter::pass_other_set_header(std::string_view bytes, Destination to, bool counted) {
  pass(bytes, to);
  if (!counted) return;
  clean_.count_set();
  held_.omit_set();
}

void ClaimSplitter::header(Block const& block, std::span<Segment const> unit, Delimiters delimiters,
                           std::uint64_t set, std::optional<WorkingClaim> const& corrected) {
  clean_.more_header(clean_header(block, unit, delimiters, set, corrected),
                     corrected ? corrected->lines().size() : unit.size());
  held_.more_header(raw_bytes(block, unit), unit.size());
}

void ClaimSplitter::stray(Block const& block, std::span<Segment const> unit, Delimiters delimiters,
                          std::uint64_t set, bool all_held) {
  auto& target = all_held ? held_ : clean_;
  target.keep_levels();
  if (all_held) return target.more_header(raw_bytes(block, unit), unit.size());
  target.more_header(clean_header(block, unit, delimiters, set, std::nullopt), unit.size());
}

// ---- levels

void ClaimSplitter::open_level(Block const& block, std::span<Segment const> unit, Delimiters delimiters,
                               LevelPlace place, std::optional<WorkingClaim> const& corrected, bool mend) {
  auto const content = block.content(unit[0]);
  LevelText text{.bytes = raw_bytes(block, unit),
                 .hl_begin = content.begin - unit[0].raw_begin,
                 .hl_end = content.end - unit[0].raw_begin,
                 .segments = unit.size(),
                 .rank = place.rank,
                 .place_known = place.known,
                 .delimiters = delimiters};
  held_.open_level(text);
  if (!mend && !corrected) return clean_.open_level(text);

  auto const hl_parts = parts_of(block, unit[0], delimiters, options_.surface);
  auto const& hl_text = corrected ? corrected->lines().front().text : hl_parts.text;
  auto const changed = corrected ? bytes_of(*corrected, block, unit, delimiters, options_.surface)
                                 : mended(block, unit, delimiters);
  text.bytes = changed;
  text.hl_begin = hl_parts.lead.size();
  text.hl_end = text.hl_begin + hl_text.size();
  if (corrected) text.segments = corrected->lines().size();
  clean_.open_level(text);
}

void ClaimSplitter::withhold_levels(bool all_held) {
  held_.keep_levels();
  if (all_held) return;
  clean_.omit_claim();
  held_.omit_claim();
}

void ClaimSplitter::close_levels(int rank) {
  clean_.close_levels(rank);
  held_.close_levels(rank);
}

// ---- claims

void ClaimSplitter::claim(std::span<Segment const> unit, Block const& block, Delimiters delimiters,
                          std::optional<WorkingClaim> const& changed, bool mend, Destination to) {
  if (to == Destination::held) {
    held_.claim(raw_bytes(block, unit), unit.size());
    return clean_.omit_claim();
  }
  if (changed) {
    clean_.claim(bytes_of(*changed, block, unit, delimiters, options_.surface), changed->lines().size());
  } else if (mend) {
    clean_.claim(mended(block, unit, delimiters), unit.size());
  } else {
    clean_.claim(raw_bytes(block, unit), unit.size());
  }
  held_.omit_claim();
}

// ---- trailers

namespace {

SplitWriter::Trailer as_trailer(SegmentParts const& parts, char element, bool made) {
  return {parts.lead, parts.text, parts.tail, element,
          made ? std::string_view(parts.tail) : std::string_view()};
}

}  // namespace

void ClaimSplitter::close_set(Trailers const& trailers, char element, bool recount) {
  clean_.close_set(as_trailer(trailers.clean, element, trailers.made), recount);
  held_.close_set(as_trailer(trailers.held, element, trailers.made), recount);
}

void ClaimSplitter::close_group(Trailers const& trailers, char element, bool recount, bool keep_empty) {
  if (keep_empty) clean_.keep_context();
  clean_.close_group(as_trailer(trailers.clean, element, trailers.made), recount);
  held_.close_group(as_trailer(trailers.held, element, trailers.made), recount);
}

// An interchange without claims, and text before one whose claims are all held, stay in the clean file.
void ClaimSplitter::close_interchange(Trailers const& trailers, char element, bool recount, bool keep_empty,
                                      std::string_view gap) {
  if (keep_empty) clean_.keep_context();
  if (!clean_.wrote_interchange() && !gap.empty()) clean_.sink().append(gap);
  clean_.close_interchange(as_trailer(trailers.clean, element, trailers.made), recount);
  held_.close_interchange(as_trailer(trailers.held, element, trailers.made), recount);
}

}  // namespace scrub837
