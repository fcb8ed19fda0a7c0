#include "src/report/near_claims.hpp"

#include <algorithm>

#include "src/text/as_compared.hpp"
#include "src/text/near_name.hpp"

namespace scrub837 {
namespace {

// More would be no help.
constexpr std::size_t most = 3;
constexpr std::size_t longest_number = 50;
// One of two numbers that are a slip or two apart has at most that many bytes more.
constexpr std::size_t slips = 2;

bool is_near(std::string_view wanted, std::string_view number) {
  if (number.empty() || number.size() > longest_number || wanted.size() > longest_number) return false;
  auto const longer = std::max(wanted.size(), number.size());
  if (longer - std::min(wanted.size(), number.size()) > slips) return false;
  if (is_misspelled(wanted, number)) return true;
  return wanted != number && as_compared(wanted) == as_compared(number);
}

}  // namespace

void NearClaims::look_at(std::string_view wanted, std::string_view number, std::uint64_t claim_index) {
  if (found_.size() >= most || !is_near(wanted, number)) return;
  if (std::ranges::find(found_, number, &Near::number) != found_.end()) return;
  found_.push_back({std::string(number), claim_index});
}

}  // namespace scrub837
