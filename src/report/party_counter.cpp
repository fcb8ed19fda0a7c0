#include "src/report/party_counter.hpp"

#include "src/report/shown_value.hpp"

namespace scrub837 {
namespace {

void add_to(Tally& sum, Tally const& more) {
  sum.claims += more.claims;
  sum.cents += more.cents;
}

}  // namespace

void PartyTotals::add(PartyTotals const& more) {
  add_to(in, more.in);
  add_to(clean_with_warnings, more.clean_with_warnings);
  for (std::size_t i = 0; i < by_disposition.size(); ++i) add_to(by_disposition[i], more.by_disposition[i]);
}

std::size_t PartyCounter::find_or_add(std::string_view name, std::string_view id) {
  if (last_ < entries_.size()) {
    auto const& last = entries_[last_].now;
    if (!last.others && last.id == id && last.name == name) return last_;
  }
  auto key = std::pair(std::string(id), std::string(name));
  if (auto const found = index_.find(key); found != index_.end()) return last_ = found->second;
  // One more entry than may be listed is for all others.
  if (entries_.size() > max_parties) return last_ = max_parties;
  auto& entry = entries_.emplace_back();
  last_ = entries_.size() - 1;
  if (last_ == max_parties) {
    entry.now.others = true;
  } else {
    entry.now.name = name;
    entry.now.id = id;
    index_.emplace(std::move(key), last_);
  }
  return last_;
}

void PartyCounter::add(std::string_view name, std::string_view id, Disposition disposition, bool has_warning,
                       std::int64_t cents) {
  auto& entry = entries_[find_or_add(shown_value(name), shown_value(id))];
  for (std::size_t level = 0; level < levels; ++level) {
    auto& saved = entry.saved[level];
    if (saved.since == savepoints_[level].number) continue;
    saved = {savepoints_[level].number, entry.now};
  }
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
    if (entry.saved[at].since == savepoint.number) entry.now = entry.saved[at].before;
  }
  last_ = entries_.size();
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
