#include "src/io/sha256.hpp"

#include <openssl/evp.h>

#include <array>

#include "src/io/errors.hpp"

namespace scrub837 {

void Sha256::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) {
    throw EnvironmentError("SHA-256 is not available");
  }
}

Sha256::~Sha256() = default;

void Sha256::update(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }

std::string Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_DigestFinal_ex(context_.get(), digest.data(), &length);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(length * 2U);
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
