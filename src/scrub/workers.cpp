#include "src/scrub/workers.hpp"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

#include "src/scrub/piece_order.hpp"

namespace scrub837 {
namespace {

// More would only wait: a third of the work is done by one at a time.
constexpr int max_workers = 6;

// Bytes that one worker reads by itself where something has to be read again: at first, and where that
// happens again and again.
constexpr std::size_t first_alone = std::size_t{1} << 16U;
constexpr std::size_t most_alone = std::size_t{1} << 26U;

// Inputs up to this size are not worth a second thread.
constexpr std::uint64_t small_input = std::uint64_t{1} << 16U;

// Judged pieces of a worker that wait for their turn.
constexpr std::size_t max_ahead = 3;

// oneTBB orders what is before and after a loop, but inside a library that the thread sanitizer cannot see;
// it can see this mutex, which all threads lock at both ends.
std::mutex seam;
void pass_seam() { std::lock_guard const lock(seam); }

}  // namespace

class SparePieces {
 public:
  Piece* take() {
    std::lock_guard const lock(mutex_);
    if (spare_.empty()) return all_.emplace_back(std::make_unique<Piece>()).get();
    auto* const piece = spare_.back();
    spare_.pop_back();
    return piece;
  }
  void give_back(Piece* piece) {
    std::lock_guard const lock(mutex_);
    spare_.push_back(piece);
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Piece>> all_;
  std::vector<Piece*> spare_;
};

// From the beginning, or a point to which the input was taken back, to the end or the next such point.
class Workers::Round {
 public:
  explicit Round(Workers const& workers) : stages_(&workers.stages_), workers_(&workers) {}

  // \return whether something has to be read again
  bool run() {
    if (workers_->alone_) {
      work_or_stop();
      return again_;
    }
    auto const count = std::min(tbb::this_task_arena::max_concurrency(), max_workers);
    pass_seam();
    tbb::parallel_for(
        0, count, 1, [this](int) { work_or_stop(); }, tbb::simple_partitioner());
    pass_seam();
    return again_;
  }
  // Reads again, and a little of what follows, with nobody reading ahead: where one stretch has to be read
  // again many may, and all that was judged ahead would be thrown away each time.
  // \return whether there is more to read
  bool run_alone(std::shared_ptr<SparePieces> const& spare, std::size_t bytes) {
    for (std::size_t read_so_far = 0; read_so_far < bytes;) {
      auto* const piece = read(*spare).piece;
      if (piece == nullptr) return false;
      scrub(*piece);
      read_so_far += piece->bytes().size();
      handle(*piece, spare);
      help();
      if (last_read_) return false;
    }
    return true;
  }
  [[nodiscard]] bool again() const { return again_; }

 private:
  struct Scrubbed {
    Piece* piece = nullptr;
    std::uint32_t number = 0;
  };

  void work_or_stop() {
    pass_seam();
    try {
      work();
      pass_seam();
    } catch (...) {
      last_read_ = true;
      order_.stop();
      pass_seam();
      throw;
    }
  }

  void work() {
    auto const spare = std::make_shared<SparePieces>();
    std::deque<Scrubbed> scrubbed;
    bool more = true;
    while ((more || !scrubbed.empty()) && !order_.stopped()) {
      if (!scrubbed.empty() && order_.is_next(scrubbed.front().number)) {
        handle(*scrubbed.front().piece, spare);
        scrubbed.pop_front();
        order_.leave();
        help();
        continue;
      }
      std::unique_lock reading(reading_, std::defer_lock);
      bool const wanted = more && scrubbed.size() < max_ahead;
      if (wanted && (scrubbed.empty() ? (reading.lock(), true) : reading.try_lock())) {
        auto const next = read(*spare);
        reading.unlock();
        more = next.piece != nullptr;
        if (!more) continue;
        scrub(*next.piece);
        scrubbed.push_back(next);
        continue;
      }
      order_.wait_for(scrubbed.front().number);
    }
  }

  // Up to the end of the input or to where something has to be read again.
  Scrubbed read(SparePieces& spare) {
    if (last_read_) return {};
    auto* const piece = spare.take();
    stages_->read(*piece);
    if (piece->what == Piece::What::end) last_read_ = true;
    return {piece, pieces_++};
  }

  // Each claim by itself; pieces may be scrubbed at the same time.
  void scrub(Piece& piece) const {
    std::vector<ClaimScrubber::Task> tasks;
    tasks.reserve(piece.claims.size());
    for (auto& claim : piece.claims) {
      tasks.push_back(
          {{&piece.block, piece.segments(claim), piece.delimiters, &piece.contexts[claim.context]},
           &claim.verdict});
    }
    ClaimScrubber::Rooms rooms;
    workers_->scrubber_->scrub(tasks, rooms);
  }

  // What was read ahead of something that has to be read again is thrown away.
  void handle(Piece& piece, std::shared_ptr<SparePieces> const& spare) {
    if (!again_ && !stages_->handle(piece)) again_ = last_read_ = true;
    stages_->done(piece, [spare, &piece] { spare->give_back(&piece); });
  }

  void help() {
    if (workers_->queue_ != nullptr) workers_->queue_->help();
  }

  Stages const* stages_;
  Workers const* workers_;
  std::mutex reading_;        // of the input and the next number
  std::uint32_t pieces_ = 0;  // read so far
  bool again_ = false;        // touched by whose turn it is
  std::atomic<bool> last_read_ = false;
  PieceOrder order_;
};

Workers::Workers(Stages stages, ClaimScrubber const& scrubber, WorkQueue* queue, std::uint64_t bytes)
    : stages_(std::move(stages)), scrubber_(&scrubber), queue_(queue), alone_(bytes <= small_input) {}

void Workers::run(std::function<void()> const& rewind) {
  auto const spare = std::make_shared<SparePieces>();
  bool again = Round(*this).run();
  for (auto alone = first_alone; again;) {
    rewind();
    Round first(*this);
    if (first.run_alone(spare, alone)) {
      alone = first_alone;
      again = Round(*this).run();
    } else {
      again = first.again();
      alone = std::min(2 * alone, most_alone);
    }
  }
}

}  // namespace scrub837
