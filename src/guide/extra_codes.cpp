#include "src/guide/extra_codes.hpp"

#include <algorithm>

namespace scrub837::guide {

std::shared_ptr<BoundGuide const> with_extra_codes(std::shared_ptr<BoundGuide const> guide,
                                                   CodeLists const& lists) {
  auto const extra = lists.extra_codes(CodeListKind::claim_filing_indicator);
  if (extra.empty()) return guide;
  auto table = guide->table();
  auto const found = std::ranges::find(table.code_sets, "claim-filing", &CodeSet::name);
  if (found == table.code_sets.end()) return guide;
  for (auto const& code : extra) found->add(code);
  return std::make_shared<BoundGuide const>(std::move(table));
}

}  // namespace scrub837::guide
