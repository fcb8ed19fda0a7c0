#include "src/report/party_counter.hpp"

#include "src/text/shown_value.hpp"

namespace scrub837 {
namespace {

void add_to(Tally& sum, Tally const& more) {
  sum.claims += more.claims;
  sum.cents += more.cents;
}

// A few bytes that differ between most parties.
std::uint8_t slot_of(std::string_view name, std::string_view id) {
  constexpr unsigned spread = 31;
  auto slot = static_cast<unsigned>(name.size());
  auto const mix = [&](std::string_view text) {
    if (text.empty()) return;
    for (auto const at : {std::size_t{0}, text.size() / 2, text.size() - 1})
      slot = slot * spread + static_cast<unsigned char>(text[at]);
  };
  mix(name);
  mix(id);
  return static_cast<std::uint8_t>(slot ^ slot >> 8U);
}

}  // namespace

void PartyTotals::add(PartyTotals const& more) {
  add_to(in, more.in);
  add_to(clean_with_warnings, more.clean_with_warnings);
  for (std::size_t i = 0; i < by_disposition.size(); ++i) add_to(by_disposition[i], more.by_disposition[i]);
}

std::size_t PartyCounter::entry_of(std::string_view name, std::string_view id) {
  name = shown_value(name);
  id = shown_value(id);
  auto& recent = recent_[slot_of(name, id)];
  if (recent < entries_.size()) {
    auto const& entry = entries_[recent].now;
    if (!entry.others && entry.id == id && entry.name == name) return recent;
  }
  auto key = std::pair(std::string(id), std::string(name));
  std::size_t found = max_parties;
  if (auto const known = index_.find(key); known != index_.end()) {
    found = known->second;
  } else if (entries_.size() <= max_parties) {
    // The last entry that there is room for is for all others.
    auto& entry = entries_.emplace_back();
    found = entries_.size() - 1;
    entry.now.others = found == max_parties;
    if (!entry.now.others) {
      entry.now.name = name;
      entry.now.id = id;
      index_.emplace(std::move(key), found);
    }
  }
  recent = static_cast<std::uint32_t>(found);
  return found;
}

void PartyCounter::add(std::size_t number, Disposition disposition, bool has_warning, std::int64_t cents) {
  auto& entry = entries_[number];
  for (std::size_t level = 0; level < levels && entry.changed_after != saves_; ++level) {
    auto& saved = entry.saved[level];
    if (saved.since == savepoints_[level].number) continue;
    saved = {savepoints_[level].number,
             {entry.now.in, entry.now.by_disposition, entry.now.clean_with_warnings}};
  }
  entry.changed_after = saves_;
  entry.now.add(disposition, has_warning, cents);
}

void PartyCounter::save(EnvelopeLevel level) {
  savepoints_[static_cast<std::size_t>(level)] = {++saves_, entries_.size()};
}

void PartyCounter::restore(EnvelopeLevel level) {
  auto const at = static_cast<std::size_t>(level);
  auto const& savepoint = savepoints_[at];
  while (entries_.size() > savepoint.entries) {
    auto const& gone = entries_.back().now;
    if (!gone.others) index_.erase({gone.id, gone.name});
    entries_.pop_back();
  }
  for (auto& entry : entries_) {
    auto const& saved = entry.saved[at];
    if (saved.since != savepoint.number) continue;
    entry.now.in = saved.before.in;
    entry.now.by_disposition = saved.before.by_disposition;
    entry.now.clean_with_warnings = saved.before.clean_with_warnings;
  }
}

void PartyCounter::clear() {
  entries_.clear();
  index_.clear();
}

std::vector<PartyTotals> PartyCounter::totals() const {
  std::vector<PartyTotals> result;
  result.reserve(entries_.size());
  for (auto const& entry : entries_) result.push_back(entry.now);
  return result;
}

void PartySum::add(std::vector<PartyTotals> const& parties) {
  for (auto const& party : parties) {
    if (party.others) {
      others_.add(party);
      continue;
    }
    auto const [found, fresh] = parties_.try_emplace({party.id, party.name});
    if (fresh) {
      found->second.name = party.name;
      found->second.id = party.id;
    }
    found->second.add(party);
  }
}

std::vector<PartyTotals> PartySum::totals() const {
  std::vector<PartyTotals> result;
  for (auto const& [key, party] : parties_) result.push_back(party);
  if (others_.in.claims > 0) result.push_back(others_);
  return result;
}

}  // namespace scrub837
