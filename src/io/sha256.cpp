#include "src/io/sha256.hpp"

// OpenSSL 3 wants EVP to be used instead. That takes a millisecond to get ready, and as many steps again for
// a few blocks, of which update_both() hashes hundreds of thousands.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <memory>

namespace scrub837 {

void Sha256::Free::operator()(SHA256state_st* state) const { delete state; }

Sha256::Sha256() : state_(new SHA256state_st) { SHA256_Init(state_.get()); }

Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) {
  SHA256_Update(state_.get(), bytes.data(), bytes.size());
  begun_ = (begun_ + bytes.size()) % block_size;
}

void Sha256::update_both(Sha256& a, std::string_view x, Sha256& b, std::string_view y) {
  // Only whole blocks are hashed where they lie.
  auto const align = [](Sha256& hash, std::string_view& bytes) {
    auto const head = std::min(hash.to_block_end(), bytes.size());
    hash.update(bytes.substr(0, head));
    bytes.remove_prefix(head);
  };
  align(a, x);
  align(b, y);
  constexpr std::size_t step = 2 * block_size;
  auto const steps = std::min(x.size(), y.size()) / step;
  auto* const of_a = a.state_.get();
  auto* const of_b = b.state_.get();
  for (std::size_t i = 0; i < steps; ++i) {
    SHA256_Update(of_a, x.data() + i * step, step);
    SHA256_Update(of_b, y.data() + i * step, step);
  }
  a.update(x.substr(steps * step));
  b.update(y.substr(steps * step));
}

std::string Sha256::finish() {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), state_.get());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * digest.size());
  for (auto const byte : digest) {
    text.push_back(digits[byte >> 4U]);
    text.push_back(digits[byte & 15U]);
  }
  return text;
}

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

}  // namespace scrub837
