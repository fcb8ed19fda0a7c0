#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace scrub837 {

/// SHA-256 of a stream of bytes (OpenSSL).
class Sha256 {
 public:
  Sha256() = default;
  ~Sha256();
  Sha256(Sha256&&) noexcept = default;
  Sha256& operator=(Sha256&&) noexcept = default;

  void update(std::string_view bytes);
  /// Adds `x` to `a` and `y` to `b`, in turn by a few blocks. A block waits for the one before it in its own
  /// stream only, so that the processor works on both streams at once: two thirds of the time of one after
  /// the other.
  static void update_both(Sha256& a, std::string_view x, Sha256& b, std::string_view y);
  /// \return 64 lower-case hexadecimal digits; nothing may be added afterwards
  [[nodiscard]] std::string finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  [[nodiscard]] evp_md_ctx_st* context();
  [[nodiscard]] std::size_t to_block_end() const { return (block_size - begun_) % block_size; }

  static constexpr std::size_t block_size = 64;
  std::unique_ptr<evp_md_ctx_st, Free> context_;
  std::size_t begun_ = 0;  ///< bytes of a block that is not full yet
};

[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace scrub837
