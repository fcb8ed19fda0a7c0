#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "src/io/file_descriptor.hpp"

namespace scrub837 {

/// An output that grows at its end, can be cut back, and lets single bytes behind be changed. Small ones
/// stay in memory; a larger one goes to a file that is opened when it is needed.
class Sink {
 public:
  using Open = std::function<FileDescriptor()>;
  /// \param open makes the file, empty, readable and writable; null: bytes are counted and not kept
  explicit Sink(Open open) : open_(std::move(open)), keep_(static_cast<bool>(open_)) {}

  void append(std::string_view bytes);
  [[nodiscard]] std::uint64_t size() const { return flushed_ + (keep_ ? buffer_.size() : 0); }
  /// Cuts back to an earlier size().
  void truncate(std::uint64_t size);
  /// Changes the byte at `offset`.
  void patch(std::uint64_t offset, char byte);
  /// Brings everything into the file, which is then whole. Opens it even for no bytes.
  FileDescriptor const& flush();
  /// Calls `take` with all bytes in order.
  void read_all(std::function<void(std::string_view)> const& take);

 private:
  void spill();
  static constexpr std::size_t buffer_limit = 1U << 20U;
  Open open_;
  bool keep_;
  FileDescriptor file_;
  std::uint64_t flushed_ = 0;
  std::string buffer_;
};

}  // namespace scrub837
