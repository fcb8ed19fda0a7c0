#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

#include "src/io/huge_pages.hpp"
#include "src/text/quick_hash.hpp"

namespace scrub837 {

/// What was read last of texts with the same hash: the lines of one agency repeat each other. A thread has
/// its own, and allocates it once. \tparam Reading what a text, with the procedure code beside it, is
/// found to be
template <typename Reading>
class LastRead {
 public:
  static constexpr std::size_t places = 4096;

  /// \return nothing unless this very text was read with this code
  [[nodiscard]] Reading const* find(std::string_view text, std::string_view code = {}) const {
    auto const& entry = entries_[place_of(text)];
    return entry.text() == text && entry.code() == code && !text.empty() ? &entry.reading : nullptr;
  }
  void keep(Reading const& reading, std::string_view text, std::string_view code = {}) {
    if (text.size() + code.size() > longest) return;
    auto& entry = entries_[place_of(text)];
    auto* const end = std::copy(text.begin(), text.end(), entry.bytes.begin());
    std::copy(code.begin(), code.end(), end);
    entry.text_size = static_cast<std::uint8_t>(text.size());
    entry.code_size = static_cast<std::uint8_t>(code.size());
    entry.reading = reading;
  }

 private:
  static constexpr std::size_t longest = 104;  // more than SV101-7 takes, with its code
  struct Entry {
    std::array<char, longest> bytes{};
    std::uint8_t text_size = 0, code_size = 0;
    Reading reading{};
    [[nodiscard]] std::string_view text() const { return {bytes.data(), text_size}; }
    [[nodiscard]] std::string_view code() const { return {bytes.data() + text_size, code_size}; }
  };
  static std::size_t place_of(std::string_view text) { return QuickHash().add(text).value() % places; }
  static_assert(std::is_trivially_copyable_v<Entry>);
  // Not in the thread's own storage, all of which is touched when the thread begins. An entry of zeros has no
  // text and is never used.
  std::vector<Entry, HugePages<Entry>> entries_ = std::vector<Entry, HugePages<Entry>>(places);
};

}  // namespace scrub837
