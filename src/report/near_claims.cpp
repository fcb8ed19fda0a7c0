#include "src/report/near_claims.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "src/text/as_compared.hpp"
#include "src/text/near_name.hpp"
#include "src/text/utf8.hpp"

namespace scrub837 {
namespace {

// More would be no help.
constexpr std::size_t most = 3;
constexpr std::size_t longest_number = 50;
// One of two numbers that are a slip or two apart has at most that many bytes more.
constexpr std::size_t slips = 2;

// What of a number is left if it does not matter how it is written.
std::string bare(std::string_view number) {
  std::string text;
  for (char const byte : as_compared(number)) {
    bool const letter = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte & '\x80') != 0;
    if (letter && (byte != '0' || !text.empty())) text.push_back(byte);
  }
  return text;
}

bool is_same(std::string_view wanted, std::string_view number) {
  if (wanted == number) return false;
  auto const text = bare(wanted);
  return !text.empty() && text == bare(number);
}

bool is_near(std::string_view wanted, std::string_view number) {
  auto const longer = std::max(wanted.size(), number.size());
  return longer - std::min(wanted.size(), number.size()) <= slips && is_misspelled(wanted, number);
}

}  // namespace

void NearClaims::look_at(std::string_view wanted, std::string_view number, std::uint64_t claim_index) {
  if (number.empty() || number.size() > longest_number || wanted.size() > longest_number) return;
  auto const others = std::ranges::find(found_, false, &Near::same);
  bool const full = found_.size() >= most;
  if (full && others == found_.end()) return;
  bool const same = is_same(wanted, number);
  if (!same && (full || !is_near(wanted, number))) return;
  if (std::ranges::find(found_, number, &Near::number) != found_.end()) return;
  found_.insert(same ? others : found_.end(), {std::string(number), claim_index, same});
  if (found_.size() > most) found_.pop_back();
}

std::string did_you_mean(std::vector<std::pair<std::string, NearClaims::Near>> const& near, bool show_phi) {
  if (near.empty()) return {};
  bool const any_same = std::ranges::any_of(near, [](auto const& one) { return one.second.same; });
  std::string text = "; did you mean ";
  std::string_view between;
  std::size_t told = 0;
  for (auto const& [file, claim] : near) {
    if (claim.same != any_same || ++told > most) continue;
    text.append(between);
    between = " or ";
    text += show_phi ? displayed(claim.number)
                     : fmt::format("claim #{} of {}", claim.claim_index, displayed(file));
  }
  return text + "?";
}

}  // namespace scrub837
