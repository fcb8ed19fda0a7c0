#include <fmt/format.h>

#include "src/claim/narrative.hpp"
#include "src/worklist/typed_attachment.hpp"
#include "src/worklist/typed_text.hpp"
#include "src/worklist/worklist_supplies.hpp"

// Control numbers of attachments that went out before.

namespace scrub837 {

std::set<std::string, std::less<>> WorklistSupplies::numbers_typed() const {
  std::set<std::string, std::less<>> numbers;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!rows_[i].usable) continue;
    for (auto const number : typed_numbers(file_.rows[i])) numbers.insert(in_capitals(number));
  }
  return numbers;
}

void WorklistSupplies::note_sent_number(std::string_view number, std::string_view claim) {
  sent_numbers_[in_capitals(number)].emplace(claim);
}

// One document may be for two claims, so the answer is taken.
std::string WorklistSupplies::words_of_sent_numbers(FilledRow const& filled, ClaimView const& claim) const {
  if (sent_numbers_.empty()) return {};
  auto const id = std::string(trimmed(claim.clm()[1]));
  for (auto const number : typed_numbers(filled)) {
    auto const found = sent_numbers_.find(in_capitals(number));
    if (found == sent_numbers_.end()) continue;
    for (auto const& other : found->second) {
      if (trimmed(other) == id) continue;
      return fmt::format(
          "the control number went out before, for claim {}; check that the document is for both", other);
    }
  }
  return {};
}

}  // namespace scrub837
