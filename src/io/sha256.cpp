#include "src/io/sha256.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>

#include "src/io/errors.hpp"

namespace scrub837 {

void Sha256::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::~Sha256() = default;

namespace {

// Found once: looking it up takes longer than hashing a claim.
EVP_MD const* algorithm() {
  static std::unique_ptr<EVP_MD, void (*)(EVP_MD*)> const found(EVP_MD_fetch(nullptr, "SHA256", nullptr),
                                                                EVP_MD_free);
  return found ? found.get() : EVP_sha256();
}

}  // namespace

// OpenSSL takes a millisecond to get ready; by then other threads have begun.
evp_md_ctx_st* Sha256::context() {
  if (context_) return context_.get();
  context_.reset(EVP_MD_CTX_new());
  if (!context_ || EVP_DigestInit_ex(context_.get(), algorithm(), nullptr) != 1) {
    throw EnvironmentError("SHA-256 is not available");
  }
  return context_.get();
}

void Sha256::update(std::string_view bytes) {
  EVP_DigestUpdate(context(), bytes.data(), bytes.size());
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
  auto* const of_a = a.context();
  auto* const of_b = b.context();
  for (std::size_t i = 0; i < steps; ++i) {
    EVP_DigestUpdate(of_a, x.data() + i * step, step);
    EVP_DigestUpdate(of_b, y.data() + i * step, step);
  }
  a.update(x.substr(steps * step));
  b.update(y.substr(steps * step));
}

std::string Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_DigestFinal_ex(context(), digest.data(), &length);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(std::size_t{2} * length);
  for (unsigned i = 0; i < length; ++i) {
    text.push_back(digits[digest[i] >> 4U]);
    text.push_back(digits[digest[i] & 15U]);
  }
  return text;
}

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.update(bytes);
  return hash.finish();
}

}  // namespace scrub837
