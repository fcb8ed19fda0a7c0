#include "src/io/input.hpp"

#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837 {
namespace {

constexpr std::size_t spool_step = 1U << 18U;

// Unpacks members of a .gz as they come; several in a row are one input.
class Unpacker {
 public:
  Unpacker() {
    if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw EnvironmentError("zlib is not available");
  }
  ~Unpacker() { inflateEnd(&stream_); }
  Unpacker(Unpacker const&) = delete;
  Unpacker& operator=(Unpacker const&) = delete;

  // \return false if these bytes are not what was packed
  template <typename Take>
  [[nodiscard]] bool feed(std::span<char> packed, Take take) {
    stream_.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_in = static_cast<uInt>(packed.size());
    while (stream_.avail_in > 0) {
      if (ended_) {
        // Padding behind the last member is no member.
        if (*stream_.next_in == 0) {
          ++stream_.next_in;
          --stream_.avail_in;
          continue;
        }
        inflateReset(&stream_);
        ended_ = false;
      }
      stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
      stream_.avail_out = static_cast<uInt>(out_.size());
      auto const result = inflate(&stream_, Z_NO_FLUSH);
      if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) return false;
      take(std::string_view(out_.data(), out_.size() - stream_.avail_out));
      ended_ = result == Z_STREAM_END;
      if (result == Z_BUF_ERROR && stream_.avail_out == out_.size()) break;
    }
    return true;
  }
  [[nodiscard]] bool whole() const { return ended_; }

 private:
  z_stream stream_{};
  std::vector<char> out_ = std::vector<char>(spool_step);
  bool ended_ = false;
};

}  // namespace

Input Input::open(std::filesystem::path const& path) {
  Input input;
  bool const standard = path == "-";
  input.name_ = standard ? "standard input" : path.string();
  if (standard) {
    input.spool(STDIN_FILENO, false);
    return input;
  }
  auto file = open_file(path, OpenMode::read);
  auto const status = look_at_open(file, path);
  // What comes through a pipe, `<(…)`, can be read only once, and from its beginning.
  if (!S_ISREG(status.st_mode)) {
    input.spool(file.get(), false);
    return input;
  }
  std::array<char, 2> magic{};
  if (read_some_at(file.get(), magic, 0, input.name_) == 2 && magic[0] == '\x1f' && magic[1] == '\x8b') {
    input.spool(file.get(), true);
    return input;
  }
  input.size_ = static_cast<std::uint64_t>(status.st_size);
  file_system().expect_sequential_reading(file.get());
  input.file_ = std::move(file);
  return input;
}

Input Input::from_bytes(std::string bytes) {
  Input input;
  input.name_ = "memory";
  input.size_ = bytes.size();
  input.memory_ = std::move(bytes);
  return input;
}

void Input::spool(int number, bool packed) {
  file_ = open_private_temporary();
  auto const spool_name = "the copy of " + name_ + " in " + temporary_folder();
  std::vector<char> buffer(spool_step);
  std::unique_ptr<Unpacker> unpacker;
  if (packed) unpacker = std::make_unique<Unpacker>();
  bool first = true;
  auto const keep = [&](std::string_view bytes) {
    write_at(file_.get(), bytes, size_, spool_name);
    size_ += bytes.size();
  };
  for (;;) {
    auto const count = read_some(number, buffer, name_);
    if (count == 0) break;
    std::span<char> const bytes(buffer.data(), count);
    hash_.update({bytes.data(), bytes.size()});
    // Standard input or a pipe may be packed as well.
    if (first && !packed && count >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b') {
      unpacker = std::make_unique<Unpacker>();
    }
    first = false;
    if (!unpacker) {
      keep({bytes.data(), bytes.size()});
    } else if (!damaged_) {
      damaged_ = !unpacker->feed(bytes, keep);
    }
  }
  damaged_ = damaged_ || (unpacker && !unpacker->whole());
  if (damaged_) {
    size_ = 0;
    truncate_file(file_.get(), 0, spool_name);
  }
  stored_hash_ = hash_.finish();
  name_ = spool_name;
}

std::size_t Input::read_at(std::span<char> into, std::uint64_t offset) const {
  if (!memory_) return read_some_at(file_.get(), into, offset, name_);
  if (offset >= memory_->size()) return 0;
  auto const count = std::min<std::size_t>(into.size(), memory_->size() - offset);
  std::memcpy(into.data(), memory_->data() + offset, count);
  return count;
}

// Of the bytes at `offset` those that are taken for the first time and have to be hashed.
std::string_view Input::first_taken(std::uint64_t offset, std::string_view bytes) {
  if (offset > taken_ || offset + bytes.size() <= taken_) return {};
  auto const fresh = bytes.substr(static_cast<std::size_t>(taken_ - offset));
  taken_ = offset + bytes.size();
  return digested_ && !stored_hash_ ? fresh : std::string_view{};
}

void Input::take(std::uint64_t offset, std::string_view bytes) {
  if (auto const fresh = first_taken(offset, bytes); !fresh.empty()) hash_.update(fresh);
}

void Input::take_later(WorkQueue& queue, std::uint64_t offset, std::string_view bytes,
                       std::function<void()> done) {
  auto const fresh = first_taken(offset, bytes);
  if (fresh.empty()) return done();
  hashed_in_ = &queue;
  queue.add([this, &queue, fresh, done = std::move(done)]() mutable {
    queue.hashing().add_later(hash_, fresh, std::move(done));
  });
}

std::string Input::sha256() {
  if (stored_hash_) return *stored_hash_;
  if (hashed_in_ != nullptr) hashed_in_->finish();
  std::vector<char> rest(spool_step);
  while (auto const count = read_at(rest, taken_)) take(taken_, {rest.data(), count});
  stored_hash_ = hash_.finish();
  return *stored_hash_;
}

}  // namespace scrub837
