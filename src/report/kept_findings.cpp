#include "src/report/kept_findings.hpp"

namespace scrub837 {

void KeptFindings::finding(FindingRecord const& record) {
  auto& kept = kept_.emplace_back(Kept{record, {}});
  auto const keep = [&](std::string_view& text) { text = kept.texts.emplace_back(text); };
  auto& copy = kept.record;
  for (auto* const text : {&copy.file, &copy.loop, &copy.message, &copy.before, &copy.after, &copy.segment})
    keep(*text);
  for (auto* const text : {&copy.interchange, &copy.group, &copy.transaction, &copy.claim, &copy.line}) {
    if (*text) keep(**text);
  }
}

void KeptFindings::commit() {
  for (auto const& kept : kept_) on_finding_(kept.record);
  kept_.clear();
  marks_ = {};
}

}  // namespace scrub837
