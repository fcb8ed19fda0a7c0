#include "src/report/rule_counts.hpp"

#include <algorithm>
#include <cstring>

#include "scrub837/rule.hpp"

namespace scrub837 {

RuleCount& RuleCount::operator+=(RuleCount const& other) {
  rule = other.rule;
  severity = std::max(severity, other.severity);
  findings += other.findings;
  fixable += other.fixable;
  claims += other.claims;
  return *this;
}

void add(RuleCounts& sum, RuleCounts const& more) {
  for (auto const& [id, count] : more) sum[id] += count;
}

void CountingReport::finding(FindingRecord const& record) {
  Entry const entry{record.rule, record.claim_index, record.severity, record.applied, record.more + 1};
  std::string bytes(sizeof entry, '\0');
  std::memcpy(bytes.data(), &entry, sizeof entry);
  line(bytes);
}

void CountingReport::commit() {
  // The sink hands its bytes over in pieces that may end inside an entry.
  std::string rest;
  pending_->read_all([&](std::string_view bytes) {
    rest.append(bytes);
    std::size_t done = 0;
    for (; rest.size() - done >= sizeof(Entry); done += sizeof(Entry)) {
      Entry entry;
      std::memcpy(&entry, rest.data() + done, sizeof entry);
      count(entry);
    }
    rest.erase(0, done);
  });
  pending_->truncate(0);
}

void CountingReport::count(Entry const& entry) {
  // Claims come in order, so a rule's claim is new if it is not its last one.
  auto& last_claim = last_claims_[entry.rule];
  bool const fresh = entry.claim_index != 0 && entry.claim_index != last_claim;
  if (fresh) last_claim = entry.claim_index;
  counts_[entry.rule->id] +=
      {entry.rule, entry.severity, entry.findings, entry.fixable ? entry.findings : 0, fresh ? 1U : 0U};
}

}  // namespace scrub837
