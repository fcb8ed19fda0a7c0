#include "src/workbook/waiting_rows.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837 {
namespace {

// The library is C: what goes wrong waits here until it returns.
thread_local std::exception_ptr failure;

// What stdio does with one of these files.
class WaitingFile {
 public:
  explicit WaitingFile(std::string folder) : folder_(std::move(folder)) {}

  [[nodiscard]] char* buffer() { return buffer_.data(); }
  [[nodiscard]] std::size_t buffer_size() const { return buffer_.size(); }

  std::size_t read(std::span<char> into) {
    std::size_t count = 0;
    if (file_) {
      count = read_some_at(file_.get(), into, at_, name);
    } else {
      count = bytes_.copy(into.data(), into.size(), std::min(at_, bytes_.size()));
    }
    at_ += count;
    return count;
  }

  void write(std::string_view bytes) {
    if (!file_ && at_ + bytes.size() > most_in_memory) move_to_disk();
    if (file_) {
      write_at(file_.get(), bytes, at_, name);
    } else {
      bytes_.resize(std::max(bytes_.size(), at_));
      bytes_.replace(at_, bytes.size(), bytes);
    }
    at_ += bytes.size();
    size_ = std::max(size_, at_);
  }

  // \return whether there is such a place
  bool seek(std::int64_t& offset, int from) {
    auto const base = from == SEEK_SET ? 0 : static_cast<std::int64_t>(from == SEEK_CUR ? at_ : size_);
    if (base + offset < 0) return false;
    offset += base;
    at_ = static_cast<std::size_t>(offset);
    return true;
  }

 private:
  static constexpr std::size_t most_in_memory = std::size_t{1} << 18U;
  static constexpr std::size_t buffer_bytes = std::size_t{1} << 14U;
  static constexpr std::string_view name = "a workbook";

  void move_to_disk() {
    file_ = file_system().open_nameless(folder_);
    if (!file_) throw system_error("cannot create a temporary file in " + folder_);
    write_at(file_.get(), bytes_, 0, name);
    bytes_ = {};
  }

  std::string folder_;
  std::string bytes_;  ///< unless there is a file
  FileDescriptor file_;
  std::size_t at_ = 0, size_ = 0;
  std::array<char, buffer_bytes> buffer_;
};

template <typename Work>
bool succeeds(Work work) {
  try {
    work();
    return true;
  } catch (...) {
    if (!failure) failure = std::current_exception();
    errno = EIO;
    return false;
  }
}

ssize_t read_waiting(void* file, char* into, std::size_t size) {
  std::size_t count = 0;
  bool const done = succeeds([&] { count = static_cast<WaitingFile*>(file)->read({into, size}); });
  return done ? static_cast<ssize_t>(count) : -1;
}

// 0 is an error here.
ssize_t write_waiting(void* file, char const* bytes, std::size_t size) {
  bool const done = succeeds([&] { static_cast<WaitingFile*>(file)->write({bytes, size}); });
  return done ? static_cast<ssize_t>(size) : 0;
}

int seek_waiting(void* file, off64_t* offset, int from) {
  return static_cast<WaitingFile*>(file)->seek(*offset, from) ? 0 : -1;
}

int close_waiting(void* file) {
  std::unique_ptr<WaitingFile> const gone(static_cast<WaitingFile*>(file));
  return 0;
}

std::FILE* open_waiting(std::string folder) {
  auto file = std::make_unique<WaitingFile>(std::move(folder));
  auto* const stream = ::fopencookie(
      file.get(), "w+",
      {.read = read_waiting, .write = write_waiting, .seek = seek_waiting, .close = close_waiting});
  if (stream == nullptr) return nullptr;
  std::setvbuf(stream, file->buffer(), _IOFBF, file->buffer_size());
  static_cast<void>(file.release());  // close_waiting() has it
  return stream;
}

}  // namespace

WaitingRows::WaitingRows() { failure = nullptr; }

WaitingRows::~WaitingRows() { failure = nullptr; }

void WaitingRows::check() {
  if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
}

}  // namespace scrub837

std::FILE* lxw_tmpfile(char* tmpdir) {
  std::FILE* stream = nullptr;
  static_cast<void>(scrub837::succeeds([&] { stream = scrub837::open_waiting(tmpdir); }));
  return stream;
}
