#include "scrub837/profile.hpp"

#include <algorithm>

namespace scrub837 {
namespace {

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

std::string_view without_blanks(std::string_view text) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

// On a mismatch the last * takes one more character: linear in practice, never worse than quadratic.
bool fits_pattern(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0;
  std::size_t star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || lower(pattern[p]) == lower(text[t]))) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

bool holds(std::vector<std::string> const& list, std::string_view word) {
  return std::find(list.begin(), list.end(), without_blanks(word)) != list.end();
}

}  // namespace

std::optional<unsigned> PayerMatch::fits(PayerOfClaim const& payer) const {
  unsigned closeness = 0;
  if (!payer_ids.empty()) {
    if (!holds(payer_ids, payer.id)) return std::nullopt;
    closeness |= 8U;
  }
  if (!name_pattern.empty()) {
    if (!fits_pattern(name_pattern, without_blanks(payer.name))) return std::nullopt;
    closeness |= 4U;
  }
  if (!receivers.empty()) {
    if (!holds(receivers, payer.group_receiver) && !holds(receivers, payer.interchange_receiver))
      return std::nullopt;
    closeness |= 2U;
  }
  if (!claim_filing.empty()) {
    if (!holds(claim_filing, payer.claim_filing)) return std::nullopt;
    closeness |= 1U;
  }
  return closeness;
}

PayerRequirements const* Profile::requirements(std::string_view code, bool unlisted) const {
  PayerRequirements const* of_family = nullptr;
  for (auto const& section : codes) {
    if (section.code == code) return unlisted ? &section.in_family : &section.own;
    if (unlisted && section.code == unlisted_family) of_family = &section.own;
  }
  return of_family;
}

Profile const* Profiles::match(PayerOfClaim const& payer) const {
  Profile const* best = nullptr;
  unsigned closest = 0;
  for (auto const& profile : profiles_) {
    for (auto const& way : profile.matches) {
      auto const closeness = way.fits(payer);
      if (!closeness || (best != nullptr && *closeness < closest)) continue;
      best = &profile;
      closest = *closeness;
    }
  }
  return best;
}

}  // namespace scrub837
