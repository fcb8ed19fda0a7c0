#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/io/file_descriptor.hpp"
#include "src/ledger/claim_hash.hpp"

namespace scrub837::ledger {

class Database;

/// How far a file came. Names as in the ledger.
enum class FileState : std::uint8_t {
  prepared,     ///< its outputs are whole, and may have their names
  published,    ///< its outputs have their names
  archived,     ///< the input was moved to the archive
  quarantined,  ///< the input is no X12, and was moved to the quarantine
};
[[nodiscard]] std::string_view name_of(FileState state);

/// Outputs as the ledger keeps them, a line each: SHA-256, a blank, the name.
[[nodiscard]] std::vector<std::string> outputs_of(std::string_view text);

/// A file that a run scrubbed.
struct FileEntry {
  std::int64_t id = 0, run = 0;
  std::string name;    ///< as reports call it
  std::string sha256;  ///< of the input as it was stored
  std::uint64_t bytes = 0;
  FileState state = FileState::prepared;
  std::string status;                     ///< ok, held, refused or unreadable
  std::filesystem::path summary;          ///< summary.json
  std::vector<std::string> outputs = {};  ///< SHA-256, a blank, the name
  std::string at;                         ///< `2026-11-27T02:00:00Z`
  std::string moved_to = {};              ///< where the input is now; empty: it was not moved
};

/// The ledger of what went out: runs, files, transaction sets and claims, in an SQLite file (WAL), without
/// patients' data: claims are known by keyed hashes. The key stands in a file of its own beside it.
/// Every function throws EnvironmentError where the ledger cannot be read or written.
class Ledger {
 public:
  /// Opens the ledger, and makes it if there is none. A key that is missing, of another ledger, or left of
  /// one that is gone is an error: claims that were sent would go out again.
  explicit Ledger(std::filesystem::path const& path);
  ~Ledger();
  Ledger(Ledger const&) = delete;
  Ledger& operator=(Ledger const&) = delete;

  /// A run begins. \param inbox that it looks after; empty: none \return its number
  [[nodiscard]] std::int64_t begin_run(std::string_view command, std::string_view inbox = {});
  /// \param line how it ended, without a patient's data
  void end_run(std::int64_t run, int exit_code, std::string_view line);

  /// The last file with this content whose outputs were published.
  [[nodiscard]] std::optional<FileEntry> file_with(std::string_view sha256);
  /// The last run of a command that has no end: it is at work, or was cut off.
  [[nodiscard]] std::optional<std::int64_t> unfinished_run(std::string_view command,
                                                           std::string_view inbox = {});
  /// The number of the last run of a command; 0: there is none.
  [[nodiscard]] std::int64_t last_run(std::string_view command, std::string_view inbox = {});
  /// Files of a run whose outputs were published, in their order.
  [[nodiscard]] std::vector<FileEntry> files_of(std::int64_t run);
  /// All files whose outputs were published, in their order.
  [[nodiscard]] std::vector<FileEntry> all_files();
  /// When a file of a command's runs that was X12 came last (`2026-11-27T02:00:00Z`); empty: never.
  [[nodiscard]] std::string last_arrival(std::string_view command, std::string_view inbox = {});
  /// Files in this state, in their order.
  [[nodiscard]] std::vector<FileEntry> files_in(FileState state);
  /// The last file whose outputs are those of this summary.json.
  [[nodiscard]] std::optional<FileEntry> file_of_summary(std::filesystem::path const& summary);
  void set_state(std::int64_t file, FileState state, std::string_view moved_to = {});
  /// Its outputs never got their names: nothing of it stays.
  void forget(std::int64_t file);

  /// A worklist is handed out, or comes back filled in.
  enum class Direction : std::uint8_t { out, back };
  void note_worklist(std::int64_t run, Direction direction, std::string_view name, std::string_view sha256);
  /// When a filled-in worklist of this content came back before (`2026-11-27T02:00:00Z`); empty: never.
  [[nodiscard]] std::string worklist_came_back(std::string_view sha256);

  /// Takes numbers of a sequence: `count` from the first one that is free, at least `least`.
  /// \return the first
  [[nodiscard]] std::uint64_t take_numbers(std::string_view sequence, std::uint64_t least,
                                           std::uint64_t count, std::uint64_t largest);
  /// Those of them that were not used are free again, if nobody took others meanwhile.
  void give_back_numbers(std::string_view sequence, std::uint64_t end, std::uint64_t used_end);

  /// Waits until nobody else looks up claims and records what is sent: two runs at once must not both send
  /// the same claim. \return keeps others waiting as long as it is open
  [[nodiscard]] FileDescriptor lock_for_sending() const;

  /// An inbox was looked at, whether or not anything was ready.
  void note_pass();
  /// When that was last (`2026-11-27T02:00:00Z`); empty: never.
  [[nodiscard]] std::string last_pass();
  /// When it was used last, by a pass or a run; empty: never.
  [[nodiscard]] std::string last_used();
  /// Until then nothing is removed because of its age; empty: nobody waits.
  [[nodiscard]] std::string removal_waits_until();
  void let_removal_wait(std::string const& until);
  /// When the clock was first seen behind the last use; empty: it is not. Noted with `now` if it is not yet.
  [[nodiscard]] std::string clock_behind_since(std::string const& now);

  /// What SQLite finds wrong in the file; empty if it is sound.
  [[nodiscard]] std::string damage();
  [[nodiscard]] Database& database() { return *database_; }
  [[nodiscard]] ClaimHash const& hash() const { return hash_; }

 private:
  // Of two that open a new ledger at once, one makes it and its key.
  Ledger(std::filesystem::path const& path, FileDescriptor const& others_wait);

  std::unique_ptr<Database> database_;
  ClaimHash hash_;
};

/// Where the key of a ledger is.
[[nodiscard]] std::filesystem::path key_file_of(std::filesystem::path const& ledger);

}  // namespace scrub837::ledger
