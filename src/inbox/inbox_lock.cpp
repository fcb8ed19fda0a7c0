#include "src/inbox/inbox_lock.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/text/utc_time.hpp"

namespace scrub837::inbox {
namespace {

constexpr std::size_t time_size = 20;  // 2026-11-27T02:00:00Z

}  // namespace

std::optional<std::time_t> seconds_of(std::string const& utc) {
  struct tm time {};
  auto const* const end = ::strptime(utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &time);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return ::timegm(&time);
}

std::optional<Holding> holding(std::filesystem::path const& path) {
  InboxLock const lock(path);
  return lock.is_taken() ? std::optional(Holding{lock.held_since(), lock.holder()}) : std::nullopt;
}

InboxLock::InboxLock(std::filesystem::path path) : path_(std::move(path)) {
  file_ = open_file(path_, OpenMode::create);
}

InboxLock::~InboxLock() {
  if (!taken_) return;
  try {
    write({});
  } catch (EnvironmentError const&) {
    // The next run takes this one for cut off, and looks after what is left.
    return;
  }
}

// The time, then whose it is: for whoever looks into the file.
bool InboxLock::try_to_take() {
  if (!file_system().lock(file_.get(), LockWait::no)) {
    if (errno == EWOULDBLOCK) return false;
    throw system_error("cannot lock " + path_.string());
  }
  taken_ = true;
  make_private(file_, path_);
  cut_off_ = since_in_file();
  write(fmt::format("{} process {}\n", utc_time(std::time(nullptr)), ::getpid()));
  return true;
}

bool InboxLock::is_taken() const {
  auto const other = open_file(path_, OpenMode::read);
  if (file_system().lock(other.get(), LockWait::no)) return false;
  if (errno == EWOULDBLOCK) return true;
  throw system_error("cannot lock " + path_.string());
}

std::string InboxLock::content() const {
  std::array<char, 64> text{};
  auto const count = read_some_at(file_.get(), text, 0, path_.string());
  return {text.data(), count};
}

std::string InboxLock::since_in_file() const {
  auto const time = content().substr(0, time_size);
  return seconds_of(time) ? time : std::string{};
}

// A holder may not have been able to write: then the file's own time.
std::string InboxLock::held_since() const {
  auto const time = since_in_file();
  return time.empty() ? utc_time(look_at_open(file_, path_).st_mtim.tv_sec) : time;
}

std::string InboxLock::holder() const {
  constexpr std::string_view before = " process ";
  auto const text = content();
  auto const at = text.find(before);
  if (at == text.npos) return {};
  auto const number = text.substr(at + before.size());
  return number.substr(0, number.find_first_not_of("0123456789"));
}

void InboxLock::write(std::string const& text) const {
  if (!text.empty()) write_at(file_.get(), text, 0, path_.string());
  truncate_file(file_.get(), text.size(), path_.string());
}

}  // namespace scrub837::inbox
