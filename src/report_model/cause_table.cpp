#include "src/report_model/cause_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace scrub837 {
namespace {

constexpr std::uint32_t most_causes = 50'000;

void add_to(Tally& sum, Tally const& more) {
  sum.claims += more.claims;
  sum.cents += more.cents;
}

// Of two days, the one that is known and earlier.
std::string const& earlier(std::string const& one, std::string const& other) {
  if (one.empty() || other.empty()) return one.empty() ? other : one;
  return std::min(one, other);
}

RootCause counted(RootCause cause, CauseCounts::Count const& count) {
  cause.held = count.held;
  cause.freed = count.freed;
  cause.oldest = count.oldest;
  cause.findings = count.findings;
  return cause;
}

// Faults of one element that each hold one claim alone.
struct Single {
  std::vector<std::uint32_t> numbers;
  std::uint64_t findings = 0;
  std::map<std::pair<std::uint32_t, std::uint64_t>, std::pair<HeldClaim, std::size_t>> claims;

  void add(std::uint32_t number, CauseCounts::Count const& count) {
    numbers.push_back(number);
    findings += count.findings;
    auto const& claim = count.last;
    auto& [kept, causes] = claims[{claim.file, claim.claim_index}];
    kept = claim;
    ++causes;
  }
  [[nodiscard]] CauseCounts::Count count() const {
    CauseCounts sum;
    sum.add_findings(0, findings);
    for (auto const& [place, entry] : claims) {
      auto claim = entry.first;
      claim.causes -= entry.second - 1;
      sum.add(0, claim);
    }
    return sum.counts().at(0);
  }
};

struct Entry {
  RootCause cause;
  std::vector<std::uint32_t> numbers;
};

std::vector<Entry> entries_of(CauseTable const& table, CauseCounts const& counts) {
  std::map<std::tuple<std::string_view, std::string, std::string>, Single> singles;
  std::vector<Entry> entries;
  for (auto const& [number, count] : counts.counts()) {
    auto const& cause = table[number];
    if (cause.reach != RootCause::Reach::each && count.held.claims == 1) {
      singles[{cause.rule->id, cause.loop, cause.element}].add(number, count);
    } else {
      entries.push_back({counted(cause, count), {number}});
    }
  }
  for (auto const& [place, single] : singles) {
    auto cause = counted(table[single.numbers.front()], single.count());
    if (single.numbers.size() > 1) {
      cause.reach = RootCause::Reach::each;
      cause.joined = true;
      cause.subject.clear();
      cause.value.clear();
    }
    entries.push_back({std::move(cause), single.numbers});
  }
  return entries;
}

}  // namespace

std::uint32_t CauseTable::number_of(std::string const& key, RootCause const& cause) {
  if (auto const known = find(key)) return *known;
  if (size() < most_causes) return add(key, cause);
  auto general = cause;
  general.reach = RootCause::Reach::each;
  general.subject.clear();
  general.value.clear();
  auto const general_key = fmt::format("{} {}", cause.rule->id, cause.element);
  auto const known = find(general_key);
  return known ? *known : add(general_key, general);
}

std::uint32_t CauseTable::add(std::string const& key, RootCause const& cause) {
  auto const number = size();
  numbers_.emplace(key, number);
  entries_.push_back({key, cause});
  return number;
}

std::optional<std::uint32_t> CauseTable::find(std::string const& key) const {
  auto const found = numbers_.find(key);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

void CauseCounts::add(std::uint32_t cause, HeldClaim const& claim) {
  auto& count = counts_[cause];
  count.held.add(claim.cents);
  if (claim.causes == 1) count.freed.add(claim.cents);
  count.oldest = earlier(count.oldest, claim.date);
  count.last = claim;
}

void CauseCounts::add(std::uint32_t cause, Count const& more) {
  auto& count = counts_[cause];
  add_to(count.held, more.held);
  add_to(count.freed, more.freed);
  count.findings += more.findings;
  count.oldest = earlier(count.oldest, more.oldest);
  count.last = more.last;
}

void CauseCounts::join(CauseCounts&& other) {
  if (counts_.empty()) {
    counts_ = std::move(other.counts_);
  } else {
    for (auto const& [cause, count] : other.counts_) add(cause, count);
  }
  other.counts_.clear();
}

ArrangedCauses arrange(CauseTable const& table, CauseCounts const& counts, std::size_t limit) {
  auto entries = entries_of(table, counts);
  auto const rank = [&](Entry const& entry) {
    auto const& cause = entry.cause;
    return std::tuple(-cause.held.cents, ~cause.held.claims, cause.reach, cause.rule->id,
                      std::string_view(table.key(entry.numbers.front())));
  };
  std::ranges::sort(entries, {}, rank);
  ArrangedCauses arranged;
  arranged.index_of.assign(table.size(), ArrangedCauses::none);
  arranged.left_out = entries.size() - std::min(entries.size(), limit);
  entries.resize(entries.size() - arranged.left_out);
  for (auto& entry : entries) {
    for (auto const number : entry.numbers)
      arranged.index_of[number] = static_cast<std::uint32_t>(arranged.causes.size());
    arranged.causes.push_back(std::move(entry.cause));
  }
  return arranged;
}

}  // namespace scrub837
