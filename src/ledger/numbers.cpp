#include <string>

#include "src/ledger/database.hpp"
#include "src/ledger/ledger.hpp"

// Sequences of numbers, such as the control numbers of reruns.

namespace scrub837::ledger {

std::uint64_t Ledger::take_numbers(std::string_view sequence, std::uint64_t least, std::uint64_t count,
                                   std::uint64_t largest) {
  return database_->change([&](soci::session& sql) {
    std::string const name(sequence);
    long long next = 0;
    sql << "SELECT coalesce(max(next), 0) FROM numbers WHERE name = :name", soci::use(name), soci::into(next);
    auto const kept = static_cast<std::uint64_t>(next);
    auto const first = kept > least && kept + count <= largest ? kept : least;
    auto const end = first + count;
    next = static_cast<long long>(end);
    sql << "INSERT INTO numbers (name, next) VALUES (:name, :next) "
           "ON CONFLICT (name) DO UPDATE SET next = excluded.next",
        soci::use(name), soci::use(next);
    return first;
  });
}

void Ledger::give_back_numbers(std::string_view sequence, std::uint64_t end, std::uint64_t used_end) {
  database_->change([&](soci::session& sql) {
    std::string const name(sequence);
    auto const taken = static_cast<long long>(end);
    auto const used = static_cast<long long>(used_end);
    sql << "UPDATE numbers SET next = :used WHERE name = :name AND next = :taken", soci::use(used),
        soci::use(name), soci::use(taken);
  });
}

}  // namespace scrub837::ledger
