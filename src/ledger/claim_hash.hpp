#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace scrub837::ledger {

/// By what a ledger knows a claim: hashes with a key (HMAC-SHA256, its first 64 bits), so that nobody who has
/// the ledger alone can find out whose claims are in it. Without the key the ledger knows no claim again.
class ClaimHash {
 public:
  /// What is hashed; alike texts of two kinds have different hashes.
  enum class Of : char {
    id = 'i',       ///< CLM01
    content = 'c',  ///< the claim's segments and the digest of the levels above it
    key = 'k',      ///< nothing: what only the key gives
    services = 's'  ///< patient, billing provider, dates, codes, modifiers and charges
  };

  /// Reads the key from its file: 64 hexadecimal digits.
  /// \param make a new key is made if there is no file; else that is an error
  /// \throws EnvironmentError
  ClaimHash(std::filesystem::path const& key_file, bool make);

  [[nodiscard]] std::int64_t operator()(Of kind, std::string_view text) const;

 private:
  std::array<unsigned char, 32> key_{};
};

}  // namespace scrub837::ledger
