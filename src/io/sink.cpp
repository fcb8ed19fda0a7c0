#include "src/io/sink.hpp"

#include <unistd.h>

#include <vector>

#include "src/io/errors.hpp"

namespace scrub837 {

void Sink::append(std::string_view bytes) {
  if (!keep_) {
    flushed_ += bytes.size();
    return;
  }
  buffer_.append(bytes);
  if (buffer_.size() >= buffer_limit) spill();
}

void Sink::spill() {
  if (!file_) file_ = open_();
  write_at(file_.get(), buffer_, flushed_, "an output");
  flushed_ += buffer_.size();
  buffer_.clear();
}

void Sink::truncate(std::uint64_t size) {
  if (size >= flushed_ && keep_) {
    buffer_.resize(static_cast<std::size_t>(size - flushed_));
    return;
  }
  buffer_.clear();
  flushed_ = size;
  if (file_ && ::ftruncate(file_.get(), static_cast<off_t>(size)) != 0) {
    throw system_error("cannot cut an output back");
  }
}

void Sink::patch(std::uint64_t offset, char byte) {
  if (!keep_) return;
  if (offset >= flushed_) {
    buffer_[static_cast<std::size_t>(offset - flushed_)] = byte;
  } else {
    write_at(file_.get(), {&byte, 1}, offset, "an output");
  }
}

FileDescriptor const& Sink::flush() {
  if (keep_) spill();
  return file_;
}

void Sink::read_all(std::function<void(std::string_view)> const& take) {
  std::vector<char> step(1U << 20U);
  for (std::uint64_t offset = 0; offset < flushed_ && keep_;) {
    auto const count = read_some_at(file_.get(), step, offset, "an output");
    if (count == 0) throw EnvironmentError("an output was cut while it was written");
    auto const wanted = std::min<std::uint64_t>(count, flushed_ - offset);
    take({step.data(), static_cast<std::size_t>(wanted)});
    offset += wanted;
  }
  if (!buffer_.empty()) take(buffer_);
}

}  // namespace scrub837
