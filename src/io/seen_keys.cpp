#include "src/io/seen_keys.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837 {

SeenKeys::~SeenKeys() {
  for (auto const& run : runs_) ::munmap(const_cast<Entry*>(run.data()), run.size_bytes());
}

std::optional<std::uint64_t> SeenKeys::note(std::uint64_t key, std::uint64_t ordinal) {
  // What bears a key twice itself repeats nothing.
  auto const other = [&](std::uint64_t first) {
    return first == ordinal ? std::nullopt : std::optional<std::uint64_t>(first);
  };
  Entry const fresh{key, static_cast<std::uint32_t>(ordinal), notes_};
  auto* place = table_.find(key);
  if (place != nullptr && place->used()) {
    if (!is_forgotten(*place)) return other(place->ordinal);
    *place = fresh;
    ++notes_;
    return std::nullopt;
  }
  if (auto const first = find_in_runs(key)) return other(*first);
  // Growing may write the table away, so the place is looked for again.
  if (table_.full()) {
    place = nullptr;
    if (table_.used() >= limit_) {
      write_run();
    } else {
      table_.grow();
    }
  }
  table_.add(fresh, place);
  ++notes_;
  return std::nullopt;
}

bool SeenKeys::contains(std::uint64_t key) const {
  auto const* const place = table_.find(key);
  if (place != nullptr && place->used()) return !is_forgotten(*place);
  return find_in_runs(key).has_value();
}

void SeenKeys::restore(Savepoint point) {
  if (point.notes == notes_) return;
  while (!forgotten_.empty() && forgotten_.back().last >= point.notes) {
    point.notes = std::min(point.notes, forgotten_.back().first);
    forgotten_.pop_back();
  }
  forgotten_.push_back({point.notes, notes_});
}

bool SeenKeys::is_forgotten(Entry const& entry) const {
  auto const behind =
      std::upper_bound(forgotten_.begin(), forgotten_.end(), entry.note,
                       [](std::uint32_t note, Forgotten const& one) { return note < one.first; });
  return behind != forgotten_.begin() && entry.note < std::prev(behind)->last;
}

void SeenKeys::reserve(std::uint64_t keys) {
  auto const wanted = std::bit_ceil(std::min<std::uint64_t>(table_.used() + keys, limit_) * 3 / 2);
  if (wanted > std::max(table_.entries().size(), KeyTable<Entry>::smallest))
    table_.resize(static_cast<std::size_t>(wanted));
}

void SeenKeys::write_run() {
  std::vector<Entry> sorted;
  sorted.reserve(table_.used());
  auto const& entries = table_.entries();
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(sorted),
               [&](Entry const& entry) { return entry.used() && !is_forgotten(entry); });
  std::sort(sorted.begin(), sorted.end(), [](Entry const& a, Entry const& b) { return a.key < b.key; });
  table_.clear();
  if (sorted.empty()) return;
  auto const file = open_private_temporary();
  auto const bytes = sorted.size() * sizeof(Entry);
  write_at(file.get(), {reinterpret_cast<char const*>(sorted.data()), bytes}, 0,
           "a temporary file in " + temporary_folder());
  auto* const mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (mapped == MAP_FAILED) throw system_error("cannot map a temporary file");
  runs_.emplace_back(static_cast<Entry const*>(mapped), sorted.size());
}

std::optional<std::uint64_t> SeenKeys::find_in_runs(std::uint64_t key) const {
  for (auto const& run : runs_) {
    auto const found = std::lower_bound(run.begin(), run.end(), key,
                                        [](Entry const& entry, std::uint64_t k) { return entry.key < k; });
    if (found != run.end() && found->key == key && !is_forgotten(*found)) return found->ordinal;
  }
  return std::nullopt;
}

}  // namespace scrub837
