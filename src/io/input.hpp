#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "src/io/file_descriptor.hpp"
#include "src/io/sha256.hpp"
#include "src/io/work_queue.hpp"

namespace scrub837 {

/// An input that can be read again from any offset: a file, or a private spool of standard input, of a
/// pipe or of an unpacked .gz. Offsets are of the unpacked bytes. The input itself is never written.
class Input {
 public:
  /// Throws EnvironmentError if the file can't be opened or read. \param path `-` for standard input
  static Input open(std::filesystem::path const& path);
  /// For tests: bytes in memory, behaving like a file.
  static Input from_bytes(std::string bytes);

  /// Fills `into` from an offset; fewer bytes only at the end.
  std::size_t read_at(std::span<char> into, std::uint64_t offset) const;
  /// Bytes that were read at `offset` and are worked on: each is counted and hashed once. Steps come in
  /// order, or begin again further in front.
  void take(std::uint64_t offset, std::string_view bytes);
  /// The same, put off. \param bytes live until `done` is called, by whatever thread
  void take_later(WorkQueue& queue, std::uint64_t offset, std::string_view bytes, std::function<void()> done);
  /// Nobody will ask for sha256().
  void skip_digest() { digested_ = false; }
  /// It is packed (.gz), and cut or damaged: no byte of it is handed out.
  [[nodiscard]] bool damaged() const { return damaged_; }
  /// How many bytes there are, as far as is known: a file may still grow.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// SHA-256 of the input as it is stored (a .gz: packed). What was not taken yet is read now.
  [[nodiscard]] std::string sha256();
  /// How many bytes were taken, counted once.
  [[nodiscard]] std::uint64_t bytes_taken() const { return taken_; }

 private:
  Input() = default;
  void spool(int number, bool packed);
  [[nodiscard]] std::string_view first_taken(std::uint64_t offset, std::string_view bytes);

  std::string name_;
  FileDescriptor file_;
  std::optional<std::string> memory_;
  std::uint64_t size_ = 0;
  std::uint64_t taken_ = 0;
  bool digested_ = true;
  bool damaged_ = false;
  Sha256 hash_;
  WorkQueue* hashed_in_ = nullptr;  ///< where bytes may wait to be hashed
  std::optional<std::string> stored_hash_;
};

}  // namespace scrub837
