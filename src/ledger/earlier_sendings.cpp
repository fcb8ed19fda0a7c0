#include "src/ledger/earlier_sendings.hpp"

#include <fmt/format.h>

#include <ctime>
#include <limits>

#include "src/ledger/database.hpp"
#include "src/text/utc_time.hpp"

namespace scrub837::ledger {
namespace {

constexpr std::size_t date_size = 10;  // 2026-11-27

// The last claim with a hash that went out. An index has them in this order, so that one row is read, however
// many are alike. \param condition of the file that it is in
std::string select(std::string_view column, std::string_view condition) {
  return fmt::format(
      "SELECT f.at, coalesce(s.sent_interchange, ''), c.file FROM claims c "
      "JOIN files f ON f.id = c.file "
      "LEFT JOIN sets s ON s.file = c.file AND s.ordinal = c.set_ordinal "
      "WHERE c.{0} = :hash AND c.{0} <> 0 AND c.{0} IS NOT NULL AND c.disposition <> 'held' "
      "AND f.state <> 'prepared' AND f.at >= :since AND c.file < :before AND {1} "
      "ORDER BY c.file DESC LIMIT 1",
      column, condition);
}

}  // namespace

/// A statement that is prepared once. What it reads and writes has to stay where it is.
struct EarlierSendings::Query {
  struct Values {
    std::string since;
    long long before = 0;
    std::string sha256;
  };
  Query(soci::session& sql, std::string const& text, Values values_, bool of_claim)
      : values(std::move(values_)), statement(sql) {
    statement.exchange(soci::use(hash));
    statement.exchange(soci::use(values.since));
    statement.exchange(soci::use(values.before));
    statement.exchange(soci::use(values.sha256));
    if (of_claim) statement.exchange(soci::use(claim));
    statement.exchange(soci::into(at));
    statement.exchange(soci::into(interchange));
    statement.exchange(soci::into(file));
    statement.alloc();
    statement.prepare(text);
    statement.define_and_bind();
  }
  /// \return whether there is one
  bool run(std::int64_t wanted) {
    hash = wanted;
    bool const found = statement.execute(true);
    // A statement that is not at its end keeps the ledger as it was then, and nothing could be written any
    // more.
    while (found && statement.fetch()) {
    }
    return found;
  }
  [[nodiscard]] EarlierSending sending() const {
    return {.date = at.substr(0, date_size), .interchange = interchange};
  }

  Values values;
  long long hash = 0, claim = 0, file = 0;
  std::string at, interchange;
  soci::statement statement;
};

EarlierSendings::EarlierSendings(Ledger& ledger, Input const& input)
    : ledger_(&ledger), held_file_(input.held_file) {
  constexpr std::time_t day = 24L * 60 * 60;
  constexpr std::string_view elsewhere = "f.sha256 <> :sha256";
  Query::Values const values{
      .since = utc_time(std::time(nullptr) - input.days * day),
      .before = input.before == 0 ? std::numeric_limits<std::int64_t>::max() : input.before,
      .sha256 = input.sha256};
  ledger.database().with([&](soci::session& sql) {
    from_this_input_ = std::make_unique<Query>(
        sql, select("received", "f.sha256 = :sha256 AND c.claim_index = :claim"), values, true);
    as_received_ = std::make_unique<Query>(sql, select("received", elsewhere), values, false);
    as_sent_ = std::make_unique<Query>(sql, select("sent", elsewhere), values, false);
    alike_ = std::make_unique<Query>(sql, select("services", elsewhere), values, false);
  });
}

EarlierSendings::~EarlierSendings() = default;

std::optional<EarlierSending> EarlierSendings::of_this_input(std::int64_t content, std::uint64_t claim) {
  from_this_input_->claim = static_cast<long long>(claim);
  if (!held_file_ || !from_this_input_->run(content)) return std::nullopt;
  auto found = from_this_input_->sending();
  found.from_this_input = true;
  return found;
}

std::optional<EarlierSending> EarlierSendings::find_of_this_input(std::int64_t content, std::uint64_t claim) {
  return ledger_->database().with([&](soci::session&) { return of_this_input(content, claim); });
}

std::optional<EarlierSending> EarlierSendings::find(std::int64_t content, std::int64_t services,
                                                    std::uint64_t claim) {
  return ledger_->database().with([&](soci::session&) -> std::optional<EarlierSending> {
    if (auto found = of_this_input(content, claim)) return found;
    bool const received = as_received_->run(content);
    bool const sent = as_sent_->run(content);
    if (sent && (!received || as_sent_->file > as_received_->file)) return as_sent_->sending();
    if (received) return as_received_->sending();
    if (services == 0 || !alike_->run(services)) return std::nullopt;
    auto found = alike_->sending();
    found.same_bytes = false;
    return found;
  });
}

}  // namespace scrub837::ledger
