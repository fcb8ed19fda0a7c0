#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "src/io/background.hpp"
#include "src/io/file_descriptor.hpp"
#include "src/io/sha256.hpp"

namespace scrub837 {

/// An input that can be read again from any offset: a file, or a private spool of standard input or of an
/// unpacked .gz. Offsets are of the unpacked bytes. The input itself is never written.
class Input {
 public:
  /// Throws EnvironmentError if the file can't be opened or unpacked. \param path `-` for standard input
  static Input open(std::filesystem::path const& path);
  /// For tests: bytes in memory, behaving like a file.
  static Input from_bytes(std::string bytes);

  /// Hashes on another thread from now on; it must outlive this input's use.
  void hash_in(Background& background) { background_ = &background; }
  /// Fills `into` from an offset; fewer bytes only at the end.
  std::size_t read_at(std::span<char> into, std::uint64_t offset);
  /// How many bytes there are, as far as is known: a file may still grow.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// SHA-256 of the input as it is stored (a .gz: packed). Call after all of it was read.
  [[nodiscard]] std::string sha256();
  /// How many bytes were read, counted once.
  [[nodiscard]] std::uint64_t bytes_read() const { return hashed_; }

 private:
  Input() = default;
  void spool(int number, bool packed);

  std::string name_;
  FileDescriptor file_;
  std::optional<std::string> memory_;
  std::uint64_t size_ = 0;
  std::uint64_t hashed_ = 0;
  Background* background_ = nullptr;
  std::shared_ptr<Sha256> hash_ = std::make_shared<Sha256>();
  std::optional<std::string> stored_hash_;
};

}  // namespace scrub837
