#include "src/ledger/claim_hash.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <charconv>
#include <cstring>
#include <string>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/write_whole.hpp"

namespace scrub837::ledger {
namespace {

std::string hexadecimal(std::span<unsigned char const> bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (auto const byte : bytes) {
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 15U]);
  }
  return text;
}

}  // namespace

ClaimHash::ClaimHash(std::filesystem::path const& key_file, bool make) {
  auto const name = key_file.string();
  if (!exists(look_at(key_file))) {
    if (!make) {
      throw EnvironmentError("the key of the ledger, " + name +
                             ", is missing; without it no claim that was sent can be recognized. Restore it "
                             "from a backup");
    }
    if (::RAND_bytes(key_.data(), static_cast<int>(key_.size())) != 1)
      throw EnvironmentError("no random numbers for the key of the ledger");
    write_whole(key_file, hexadecimal(key_) + "\n");
    return;
  }
  auto const text = read_whole(key_file);
  auto const wrong = [&] {
    return EnvironmentError(name + " is not the key of a ledger (64 digits 0-9, a-f)");
  };
  if (text.size() < 2 * key_.size()) throw wrong();
  for (std::size_t i = 0; i < key_.size(); ++i) {
    auto const* const digits = text.data() + 2 * i;
    auto const [end, error] = std::from_chars(digits, digits + 2, key_.at(i), 16);
    if (error != std::errc{} || end != digits + 2) throw wrong();
  }
}

std::int64_t ClaimHash::operator()(Of kind, std::string_view text) const {
  std::string bytes(1, static_cast<char>(kind));
  bytes.append(text);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  auto const* const data = reinterpret_cast<unsigned char const*>(bytes.data());
  if (::HMAC(::EVP_sha256(), key_.data(), static_cast<int>(key_.size()), data, bytes.size(), digest.data(),
             &size) == nullptr) {
    throw EnvironmentError("a hash of the ledger cannot be computed");
  }
  std::int64_t hash = 0;
  std::memcpy(&hash, digest.data(), sizeof hash);
  return hash;
}

}  // namespace scrub837::ledger
