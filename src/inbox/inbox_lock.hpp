#pragma once

#include <ctime>
#include <filesystem>
#include <optional>
#include <string>

#include "src/io/file_descriptor.hpp"

namespace scrub837::inbox {

/// Lets one run at a time work on an inbox. The system gives the lock back when a run ends, however it ends;
/// what stands in the file says since when a run is at work, or that the last one was cut off.
class InboxLock {
 public:
  /// \param path of the lock's file, which is made if it is missing and stays
  explicit InboxLock(std::filesystem::path path);
  ~InboxLock();
  InboxLock(InboxLock const&) = delete;
  InboxLock& operator=(InboxLock const&) = delete;

  /// Takes the lock if nobody has it. Throws EnvironmentError.
  [[nodiscard]] bool try_to_take();
  /// Whether another run has it.
  [[nodiscard]] bool is_taken() const;
  /// Since when the run that has the lock is at work (`2026-11-27T02:00:00Z`).
  [[nodiscard]] std::string held_since() const;
  /// The number of its process; empty: it does not say.
  [[nodiscard]] std::string holder() const;
  /// Since when the run before was at work, if it did not come to its end. After try_to_take().
  [[nodiscard]] std::string const& cut_off() const { return cut_off_; }

 private:
  [[nodiscard]] std::string content() const;
  [[nodiscard]] std::string since_in_file() const;
  void write(std::string const& text) const;

  std::filesystem::path path_;
  FileDescriptor file_;
  bool taken_ = false;
  std::string cut_off_;
};

/// Who has a lock.
struct Holding {
  std::string since;    ///< as held_since()
  std::string process;  ///< as holder()
};
/// Whether a run has the lock of this file now; it is not taken. Throws EnvironmentError.
[[nodiscard]] std::optional<Holding> holding(std::filesystem::path const& path);

/// Seconds of a time as utc_time() writes it; nothing for any other text.
[[nodiscard]] std::optional<std::time_t> seconds_of(std::string const& utc);

}  // namespace scrub837::inbox
