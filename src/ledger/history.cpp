#include "src/ledger/history.hpp"

#include <algorithm>

#include "src/ledger/database.hpp"

namespace scrub837::ledger {
namespace {

constexpr std::array<std::string_view, 4> dispositions{"clean", "fixed", "held", "released"};

Totals totals_in(soci::session& sql, std::int64_t file) {
  long long const id = file;
  long long claims = 0, cents = 0;
  std::string disposition;
  Totals totals{};
  soci::statement query = (sql.prepare << "SELECT disposition, count(*), sum(cents) FROM claims "
                                          "WHERE file = :file GROUP BY disposition",
                           soci::use(id), soci::into(disposition), soci::into(claims), soci::into(cents));
  for (bool more = query.execute(true); more; more = query.fetch()) {
    auto const index = std::ranges::find(dispositions, disposition) - dispositions.begin();
    if (static_cast<std::size_t>(index) == dispositions.size()) continue;
    totals.at(static_cast<std::size_t>(index)) = {static_cast<std::uint64_t>(claims), cents};
  }
  return totals;
}

// The totals of each file, and its first set.
void add_claims(soci::session& sql, FileEvent& event) {
  event.by_disposition = totals_in(sql, event.file.id);
  long long const id = event.file.id;
  long long sets = 0;
  sql << "SELECT count(*) FROM sets WHERE file = :file", soci::use(id), soci::into(sets);
  event.sets = static_cast<std::uint64_t>(sets);
  if (sets == 0) return;
  sql << "SELECT sender, interchange, functional_group FROM sets WHERE file = :file ORDER BY ordinal LIMIT 1",
      soci::use(id), soci::into(event.sender), soci::into(event.interchange), soci::into(event.group);
}

}  // namespace

Totals totals_of(Ledger& ledger, std::int64_t file) {
  return ledger.database().with([&](soci::session& sql) { return totals_in(sql, file); });
}

std::vector<ClaimEvent> claim_history(Ledger& ledger, std::string_view claim, std::string_view since) {
  auto const hash = ledger.hash()(ClaimHash::Of::id, claim);
  return ledger.database().with([&](soci::session& sql) {
    long long const id_hash = hash;
    std::string const from(since);
    long long run = 0, index = 0, cents = 0;
    ClaimEvent event;
    soci::statement query =
        (sql.prepare << "SELECT f.at, f.run, r.command, f.name, c.claim_index, coalesce(s.sender, ''), "
                        "coalesce(s.interchange, ''), coalesce(s.functional_group, ''), "
                        "coalesce(s.transaction_set, ''), coalesce(s.sent_interchange, ''), "
                        "coalesce(s.sent_group, ''), c.disposition, c.cents, c.rules, "
                        "coalesce(c.released_by, '') FROM claims c JOIN files f ON f.id = c.file "
                        "JOIN runs r ON r.id = f.run "
                        "LEFT JOIN sets s ON s.file = c.file AND s.ordinal = c.set_ordinal "
                        "WHERE c.id_hash = :hash AND f.at >= :since AND f.state <> 'prepared' "
                        "ORDER BY f.id, c.claim_index",
         soci::use(id_hash), soci::use(from), soci::into(event.at), soci::into(run),
         soci::into(event.command), soci::into(event.file), soci::into(index), soci::into(event.sender),
         soci::into(event.interchange), soci::into(event.group), soci::into(event.set),
         soci::into(event.sent_interchange), soci::into(event.sent_group), soci::into(event.disposition),
         soci::into(cents), soci::into(event.rules), soci::into(event.released_by));
    std::vector<ClaimEvent> events;
    for (bool more = query.execute(true); more; more = query.fetch()) {
      event.run = run;
      event.claim_index = static_cast<std::uint64_t>(index);
      event.cents = cents;
      events.push_back(event);
      if (event.disposition == dispositions[2])
        events.back().sent_interchange = events.back().sent_group = {};
    }
    return events;
  });
}

std::vector<FileEvent> file_history(Ledger& ledger, std::string_view since, std::int64_t run) {
  return ledger.database().with([&](soci::session& sql) {
    std::string const from(since);
    long long const of_run = run;
    long long id = 0, run_id = 0, bytes = 0;
    std::string summary, outputs;
    FileEvent event;
    soci::statement query =
        (sql.prepare
             << "SELECT f.id, f.run, r.command, f.name, f.sha256, f.bytes, f.status, f.at, "
                "coalesce(f.moved_to, ''), f.summary, f.outputs FROM files f JOIN runs r ON r.id = f.run "
                "WHERE f.at >= :since AND f.state <> 'prepared' AND :run IN (0, f.run) ORDER BY f.id",
         soci::use(from), soci::use(of_run), soci::into(id), soci::into(run_id), soci::into(event.command),
         soci::into(event.file.name), soci::into(event.file.sha256), soci::into(bytes),
         soci::into(event.file.status), soci::into(event.file.at), soci::into(event.file.moved_to),
         soci::into(summary), soci::into(outputs));
    std::vector<FileEvent> events;
    for (bool more = query.execute(true); more; more = query.fetch()) {
      event.file.id = id;
      event.file.run = run_id;
      event.file.bytes = static_cast<std::uint64_t>(bytes);
      event.file.summary = summary;
      event.file.outputs = outputs_of(outputs);
      events.push_back(event);
    }
    for (auto& one : events) add_claims(sql, one);
    return events;
  });
}

std::optional<RunEntry> run_entry(Ledger& ledger, std::int64_t run) {
  return ledger.database().with([&](soci::session& sql) -> std::optional<RunEntry> {
    long long const wanted = run;
    long long id = 0;
    RunEntry entry;
    sql << "SELECT id, command, version, started, coalesce(ended, ''), coalesce(exit_code, 0), "
           "coalesce(line, '') FROM runs WHERE :run IN (0, id) ORDER BY id DESC LIMIT 1",
        soci::use(wanted), soci::into(id), soci::into(entry.command), soci::into(entry.version),
        soci::into(entry.started), soci::into(entry.ended), soci::into(entry.exit_code),
        soci::into(entry.line);
    if (!sql.got_data()) return std::nullopt;
    entry.id = id;
    return entry;
  });
}

}  // namespace scrub837::ledger
