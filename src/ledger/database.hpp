#pragma once

#include <soci/soci.h>

#include <filesystem>
#include <mutex>
#include <string>
#include <utility>

#include "src/io/errors.hpp"

namespace scrub837::ledger {

/// The SQLite file behind a ledger, open and of the present schema. Everything that uses it goes through
/// with(), which lets one thread in at a time.
class Database {
 public:
  /// Makes the file for its owner alone (0600) if it is missing, and brings an older schema up to date.
  /// Throws EnvironmentError: it can't be opened, is no ledger, or is of a later version.
  explicit Database(std::filesystem::path path);
  Database(Database const&) = delete;
  Database& operator=(Database const&) = delete;

  /// Does something with the session. Throws EnvironmentError where the database fails.
  template <typename Work>
  auto with(Work&& work) {
    std::lock_guard const lock(mutex_);
    try {
      return std::forward<Work>(work)(session_);
    } catch (soci::soci_error const& error) {
      throw failure(error);
    }
  }
  /// The same, all of it or nothing: other processes wait.
  template <typename Work>
  auto change(Work&& work) {
    return with([&](soci::session& sql) {
      Transaction transaction(sql);
      if constexpr (std::is_void_v<decltype(work(sql))>) {
        work(sql);
        transaction.commit();
      } else {
        auto result = work(sql);
        transaction.commit();
        return result;
      }
    });
  }
  /// What SQLite finds wrong in the file; empty if it is sound.
  [[nodiscard]] std::string damage();
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  class Transaction {
   public:
    explicit Transaction(soci::session& sql) : sql_(&sql) { sql << "BEGIN IMMEDIATE"; }
    ~Transaction();
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;
    void commit();

   private:
    soci::session* sql_;
    bool open_ = true;
  };
  [[nodiscard]] EnvironmentError failure(soci::soci_error const& error) const;
  void open_session();
  void migrate();

  std::filesystem::path path_;
  std::mutex mutex_;
  soci::session session_;
};

}  // namespace scrub837::ledger
