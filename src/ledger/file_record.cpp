#include "src/ledger/file_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <string_view>
#include <vector>

#include "src/claim/replaces_another.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/publisher.hpp"
#include "src/io/write_whole.hpp"
#include "src/ledger/database.hpp"
#include "src/text/utc_time.hpp"

namespace scrub837::ledger {
namespace {

// SHA-256, a blank, the name.
std::string outputs_text(Summary const& summary) {
  std::string text;
  for (auto const& output : summary.outputs) text += output.sha256 + " " + output.name + "\n";
  return text;
}

std::int64_t insert_file(soci::session& sql, std::int64_t run, Summary const& summary,
                         std::filesystem::path const& path) {
  long long const run_id = run;
  std::string const state(name_of(FileState::prepared));
  std::string const status(name_of(summary.outcome.status));
  auto const bytes = static_cast<long long>(summary.bytes_in);
  auto const outputs = outputs_text(summary);
  auto const at = utc_time(std::time(nullptr));
  auto const where = path.string();
  sql << "INSERT INTO files (run, name, sha256, bytes, state, status, summary, outputs, at) "
         "VALUES (:run, :name, :sha256, :bytes, :state, :status, :summary, :outputs, :at)",
      soci::use(run_id), soci::use(summary.file), soci::use(summary.sha256), soci::use(bytes),
      soci::use(state), soci::use(status), soci::use(where), soci::use(outputs), soci::use(at);
  long long id = 0;
  sql << "SELECT last_insert_rowid()", soci::into(id);
  return id;
}

void insert_sets(soci::session& sql, long long file, ClaimRecords& records) {
  long long ordinal = 0;
  SetRecord set;
  soci::statement insert =
      (sql.prepare << "INSERT INTO sets VALUES (:file, :ordinal, :sender, :receiver, :interchange, :group, "
                      ":set, :sent_interchange, :sent_group)",
       soci::use(file), soci::use(ordinal), soci::use(set.sender), soci::use(set.receiver),
       soci::use(set.interchange), soci::use(set.group), soci::use(set.set), soci::use(set.sent_interchange),
       soci::use(set.sent_group));
  records.each_set([&](SetRecord const& record) {
    set = record;
    ordinal = static_cast<long long>(record.ordinal);
    insert.execute(true);
  });
}

void insert_claims(soci::session& sql, long long file, ClaimRecords& records) {
  long long index = 0, set = 0, id = 0, received = 0, sent = 0, services = 0, cents = 0;
  auto sent_is = soci::i_null;
  std::string disposition, rules, released_by;
  soci::statement insert =
      (sql.prepare
           << "INSERT INTO claims (file, claim_index, set_ordinal, id_hash, received, sent, services, "
              "disposition, cents, rules, released_by) VALUES (:file, :index, :set, :id, :received, "
              ":sent, :services, :disposition, :cents, :rules, nullif(:released_by, ''))",
       soci::use(file), soci::use(index), soci::use(set), soci::use(id), soci::use(received),
       soci::use(sent, sent_is), soci::use(services), soci::use(disposition), soci::use(cents),
       soci::use(rules), soci::use(released_by));
  records.each_claim([&](ClaimRecord const& record) {
    index = static_cast<long long>(record.claim_index);
    set = static_cast<long long>(record.set_ordinal);
    id = record.id_hash;
    received = record.received;
    sent = record.sent;
    sent_is = record.changed ? soci::i_ok : soci::i_null;
    services = record.services;
    cents = record.cents;
    disposition = name_of(record.disposition);
    rules = records.rules(record);
    released_by = records.released_by(record);
    insert.execute(true);
  });
}

// Those that are handed out.
void insert_worklists(soci::session& sql, long long run, Summary const& summary,
                      std::filesystem::path const& folder) {
  auto const at = utc_time(std::time(nullptr));
  for (auto const& output : summary.outputs) {
    if (output.name.find(".worklist.") == std::string::npos) continue;
    auto const name = (folder / output.name).string();
    sql << "INSERT INTO worklists (run, name, sha256, direction, at) VALUES (:run, :name, :sha256, 'out', "
           ":at)",
        soci::use(run), soci::use(name), soci::use(output.sha256), soci::use(at);
  }
}

// The SHA-256 of outputs. Names are left out: those that are no text stand otherwise in summary.json.
std::vector<std::string_view> digests_of(std::vector<std::string> const& outputs) {
  constexpr std::size_t size = 64;
  std::vector<std::string_view> digests;
  for (std::string_view const output : outputs) {
    if (output.size() > size && output[size] == ' ' && output.find_first_not_of("0123456789abcdef") == size)
      digests.push_back(output.substr(0, size));
  }
  std::ranges::sort(digests);
  return digests;
}

// Whether the outputs that an entry names stand under their names.
bool is_published(FileEntry const& entry) {
  if (!is_regular_file(look_at(entry.summary))) return false;
  auto const named = files_in_summary(read_whole(entry.summary));
  return named.sha256 == entry.sha256 && digests_of(named.outputs) == digests_of(entry.outputs);
}

// A temporary goes only when it gets its name: as long as one is there, the run was cut off before the last
// name, and nobody takes outputs without their summary.
bool waits_for_names(FileEntry const& entry) {
  return has_temporary(entry.summary) || std::ranges::any_of(entry.outputs, [&](std::string const& output) {
           return has_temporary(entry.summary.parent_path() / output.substr(output.find(' ') + 1));
         });
}

}  // namespace

FileRecord::FileRecord(Ledger& ledger, Options options)
    : ledger_(&ledger),
      others_wait_(ledger.lock_for_sending()),
      options_(std::move(options)),
      claims_(ledger.hash(), options_.numbers),
      earlier_(ledger, {options_.sha256, options_.held_file, options_.days, options_.before}) {}

std::optional<EarlierSending> FileRecord::earlier(ClaimUnit const& unit, ClaimVerdict const& verdict) {
  auto const& hash = ledger_->hash();
  if (replaces_another(unit.view()))
    return earlier_.find_of_this_input(content_hash(hash, unit), unit.where().claim);
  return earlier_.find(content_hash(hash, unit), services_hash(hash, verdict), unit.where().claim);
}

void FileRecord::prepare(Summary const& summary, std::filesystem::path const& path) {
  // A reader of the ledger may stand elsewhere.
  auto const whole = std::filesystem::absolute(path).lexically_normal();
  id_ = ledger_->database().change([&](soci::session& sql) {
    auto const id = insert_file(sql, options_.run, summary, whole);
    insert_sets(sql, id, claims_);
    insert_claims(sql, id, claims_);
    insert_worklists(sql, options_.run, summary, whole.parent_path());
    return id;
  });
}

bool FileRecord::withdraw() {
  try {
    ledger_->forget(id_);
    return true;
  } catch (EnvironmentError const&) {
    return false;
  }
}

std::string FileRecord::published() {
  try {
    ledger_->set_state(id_, FileState::published);
    return {};
  } catch (EnvironmentError const& error) {
    return fmt::format("the outputs are published, but {}; the next run with this ledger puts that right",
                       error.what());
  }
}

Recovered recover(Ledger& ledger) {
  Recovered recovered;
  for (auto& entry : ledger.files_in(FileState::prepared)) {
    if (is_being_written(entry.summary)) continue;
    ++recovered.settled;
    if (waits_for_names(entry)) {
      ledger.forget(entry.id);
      continue;
    }
    ledger.set_state(entry.id, FileState::published);
    if (!is_published(entry)) recovered.gone.push_back(std::move(entry));
  }
  return recovered;
}

}  // namespace scrub837::ledger
