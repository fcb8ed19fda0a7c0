#include "src/io/sink.hpp"

#include <utility>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837 {

Sink::~Sink() {
  // Work that was handed over uses this object.
  try {
    settle();
  } catch (...) {
    // It failed while something else was failing already.
  }
}

void Sink::append(std::string_view bytes) {
  if (!keep_) {
    flushed_ += bytes.size();
    return;
  }
  buffer_.append(bytes);
  if (buffer_.size() >= write_unit_ + kept_back()) {
    spill((flushed_ + buffer_.size() - kept_back()) / write_unit_ * write_unit_ - flushed_);
  }
}

// Writes the first `size` bytes of the buffer.
void Sink::spill(std::size_t size) {
  if (!file_) file_ = open_();
  auto const offset = flushed_;
  flushed_ += size;
  if (reader_ != nullptr) reader_->take(std::string_view(buffer_).substr(0, size));
  if (queue_ == nullptr) {
    write_at(file_.get(), std::string_view(buffer_).substr(0, size), offset, name_);
    buffer_.erase(0, size);
    hash_holds_ = false;
    return;
  }
  if (!hash_) hash_.emplace();
  auto chunk = std::make_shared<std::string>(std::exchange(buffer_, spare()));
  buffer_.assign(*chunk, size);
  chunk->resize(size);
  queue_->add([this, chunk, offset] {
    write_at(file_.get(), *chunk, offset, name_);
    if (offset / write_back_step != (offset + chunk->size()) / write_back_step) {
      file_system().begin_writing_back(file_.get());
    }
    if (hash_holds_) queue_->hashing().add(*hash_, *chunk);
    std::lock_guard const lock(spare_mutex_);
    spare_.push_back(std::move(*chunk));
  });
}

std::string Sink::spare() {
  {
    std::lock_guard const lock(spare_mutex_);
    if (!spare_.empty()) {
      auto buffer = std::move(spare_.back());
      spare_.pop_back();
      return buffer;
    }
  }
  std::string buffer;
  buffer.reserve(write_unit_ + 2 * kept_back());
  return buffer;
}

// Waits for what is still being written.
void Sink::settle() {
  if (queue_ != nullptr && file_) queue_->run();
}

void Sink::truncate(std::uint64_t size) {
  if (size >= flushed_ && keep_) {
    buffer_.resize(static_cast<std::size_t>(size - flushed_));
    return;
  }
  settle();
  if (reader_ != nullptr) reader_->cut_back();
  buffer_.clear();
  flushed_ = size;
  hash_holds_ = false;
  if (file_) truncate_file(file_.get(), size, name_);
}

void Sink::patch(std::uint64_t offset, char byte) {
  if (!keep_) return;
  if (offset >= flushed_) {
    buffer_[static_cast<std::size_t>(offset - flushed_)] = byte;
    return;
  }
  settle();
  hash_holds_ = false;
  write_at(file_.get(), {&byte, 1}, offset, name_);
}

FileDescriptor const& Sink::flush() {
  if (!keep_) return file_;
  settle();
  if (!file_) file_ = open_();
  write_at(file_.get(), buffer_, flushed_, name_);
  if (reader_ != nullptr && !buffer_.empty()) reader_->take(buffer_);
  flushed_ += buffer_.size();
  buffer_.clear();
  // It will be synced soon, and others with it.
  file_system().begin_writing_back(file_.get());
  return file_;
}

std::string Sink::sha256() {
  settle();
  if (hash_ && hash_holds_) {
    hash_->update(buffer_);
    hash_holds_ = false;
    return hash_->finish();
  }
  Sha256 hash;
  read_all([&](std::string_view bytes) { hash.update(bytes); });
  return hash.finish();
}

void Sink::read_all(std::function<void(std::string_view)> const& take) {
  settle();
  std::vector<char> step(keep_ ? std::min<std::uint64_t>(flushed_, 1U << 18U) : 0);
  for (std::uint64_t offset = 0; offset < flushed_ && keep_;) {
    auto const count = read_some_at(file_.get(), step, offset, name_);
    if (count == 0) throw EnvironmentError(name_ + " was cut off while it was being written");
    auto const wanted = std::min<std::uint64_t>(count, flushed_ - offset);
    take({step.data(), static_cast<std::size_t>(wanted)});
    offset += wanted;
  }
  if (!buffer_.empty()) take(buffer_);
}

}  // namespace scrub837
