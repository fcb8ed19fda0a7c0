#include "scrub837/unlisted_codes.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "grammar/code_list.hpp"
#include "src/codes/embedded.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t longest_code = 8;

std::uint64_t packed(std::string_view code) {
  std::uint64_t number = 0;
  if (code.size() == 5) {
    // The length of every CPT and HCPCS code, taken in one step.
    std::uint32_t first_four = 0;
    std::memcpy(&first_four, code.data(), sizeof first_four);
    return std::uint64_t{first_four} << 8U | static_cast<unsigned char>(code[4]);
  }
  for (char const byte : code) number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

std::size_t first_slot(std::uint64_t number, std::size_t size) {
  return static_cast<std::size_t>(number * 0x9E3779B97F4A7C15U >> 32U) & (size - 1);
}

}  // namespace

UnlistedCodes::UnlistedCodes() { add_list(unlisted_codes_text); }

void UnlistedCodes::add(std::string_view code) {
  if (code.empty() || code.size() > longest_code || contains(code)) return;
  if (size_ * 4 >= table_.size()) {
    auto const old =
        std::exchange(table_, std::vector<std::uint64_t>(std::max<std::size_t>(64, table_.size() * 2)));
    for (auto const number : old) {
      if (number == 0) continue;
      auto slot = first_slot(number, table_.size());
      while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
      table_[slot] = number;
    }
  }
  auto const number = packed(code);
  auto slot = first_slot(number, table_.size());
  while (table_[slot] != 0) slot = (slot + 1) & (table_.size() - 1);
  table_[slot] = number;
  ++size_;
}

std::size_t UnlistedCodes::add_list(std::string_view text) {
  auto const codes = grammar::parse_code_list(text);
  for (auto const& code : codes) add(code);
  return codes.size();
}

bool UnlistedCodes::contains(std::string_view code) const {
  if (code.empty() || code.size() > longest_code || table_.empty()) return false;
  auto const number = packed(code);
  auto slot = first_slot(number, table_.size());
  while (table_[slot] != 0 && table_[slot] != number) slot = (slot + 1) & (table_.size() - 1);
  return table_[slot] == number;
}

std::string_view UnlistedCodes::date() { return date_of(unlisted_codes_text); }

}  // namespace scrub837
