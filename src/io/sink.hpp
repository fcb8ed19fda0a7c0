#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/io/file_operations.hpp"
#include "src/io/sha256.hpp"
#include "src/io/work_queue.hpp"

namespace scrub837 {

/// Reads an output along while it grows. What it throws, the sink's function throws.
class SinkReader {
 public:
  SinkReader() = default;
  SinkReader(SinkReader const&) = delete;
  SinkReader& operator=(SinkReader const&) = delete;
  /// More bytes, in order.
  virtual void take(std::string_view bytes) = 0;
  /// The output was cut back behind what was taken: it can't be read along any further.
  virtual void cut_back() = 0;

 protected:
  ~SinkReader() = default;
};

/// An output that grows at its end, can be cut back, and lets single bytes behind be changed. Small ones
/// stay in memory; a larger one goes to a file that is opened when it is needed.
class Sink {
 public:
  using Open = std::function<FileDescriptor()>;
  /// \param open makes the file, empty, readable and writable; null: bytes are counted and not kept
  /// \param queue where writing and hashing is put off to; may be null
  /// \param name what an error calls it
  explicit Sink(Open open, WorkQueue* queue = nullptr, std::string name = "an output")
      : open_(std::move(open)), queue_(queue), name_(std::move(name)), keep_(static_cast<bool>(open_)) {}

  ~Sink();
  Sink(Sink const&) = delete;
  Sink& operator=(Sink const&) = delete;

  /// From now on, `reader` takes what goes to the file; flush() brings all of it there. It lives as long as
  /// bytes come.
  void read_along(SinkReader& reader) {
    reader_ = &reader;
    write_unit_ = read_unit;
  }
  void append(std::string_view bytes);
  [[nodiscard]] std::uint64_t size() const { return flushed_ + (keep_ ? buffer_.size() : 0); }
  /// Bytes at the end, as many as are still in memory; none if bytes are not kept.
  [[nodiscard]] std::string_view newest() const { return buffer_; }
  /// Cuts back to an earlier size().
  void truncate(std::uint64_t size);
  /// Changes the byte at `offset`.
  void patch(std::uint64_t offset, char byte);
  /// Brings everything into the file, which is then whole. Opens it even for no bytes.
  FileDescriptor const& flush();
  /// Calls `take` with all bytes in order.
  void read_all(std::function<void(std::string_view)> const& take);
  /// SHA-256 of all bytes. Nothing may be appended afterwards.
  [[nodiscard]] std::string sha256();

 private:
  void spill(std::size_t size);
  std::string spare();
  void settle();
  static constexpr std::size_t write_back_step = std::size_t{1} << 22U;
  // What is written begins and ends at a page: the system then takes it in larger pieces.
  static constexpr std::size_t write_unit = std::size_t{1} << 18U;
  // Of what is read along, little is left for the end.
  static constexpr std::size_t read_unit = std::size_t{1} << 15U;
  // The newest bytes stay in memory: those are what patch() changes, and hashed bytes must stand.
  [[nodiscard]] std::size_t kept_back() const { return write_unit_ / 4; }
  std::size_t write_unit_ = write_unit;
  Open open_;
  WorkQueue* queue_;
  std::string name_;
  bool keep_;
  SinkReader* reader_ = nullptr;
  std::optional<Sha256> hash_;  ///< of the flushed bytes; touched by work of the queue only
  bool hash_holds_ = true;      ///< no flushed byte was changed since
  FileDescriptor file_;
  std::uint64_t flushed_ = 0;
  std::string buffer_;
  // Buffers go back and forth, so that their pages are not cleared again and again.
  std::mutex spare_mutex_;
  std::vector<std::string> spare_;
};

}  // namespace scrub837
