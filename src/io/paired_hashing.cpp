#include "src/io/paired_hashing.hpp"

#include <algorithm>
#include <utility>

namespace scrub837 {

void PairedHashing::add_later(Sha256& hash, std::string_view bytes, std::function<void()> done) {
  waiting_.push_back({&hash, bytes, std::move(done)});
  while (waiting_.size() > max_waiting) add_first();
}

void PairedHashing::add(Sha256& hash, std::string_view bytes) {
  while (!waiting_.empty() && !bytes.empty()) {
    auto& other = waiting_.front();
    auto const size = std::min(bytes.size(), other.bytes.size());
    Sha256::update_both(hash, bytes.substr(0, size), *other.hash, other.bytes.substr(0, size));
    bytes.remove_prefix(size);
    other.bytes.remove_prefix(size);
    if (other.bytes.empty()) add_first();
  }
  hash.update(bytes);
}

void PairedHashing::finish() {
  while (!waiting_.empty()) add_first();
}

void PairedHashing::add_first() {
  auto const first = std::move(waiting_.front());
  waiting_.pop_front();
  first.hash->update(first.bytes);
  first.done();
}

}  // namespace scrub837
