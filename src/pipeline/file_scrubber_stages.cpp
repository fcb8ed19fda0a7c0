#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

#include "src/pipeline/file_scrubber.hpp"
#include "src/pipeline/piece_order.hpp"

namespace scrub837 {
namespace {

// More would only wait: a third of the work is done by one at a time.
constexpr int max_workers = 6;

// Bytes that one worker reads by itself where something has to be read again: at first, and where that
// happens again and again.
constexpr std::size_t first_alone = std::size_t{1} << 16U;
constexpr std::size_t most_alone = std::size_t{1} << 26U;

// Judged pieces of a worker that wait for their turn.
constexpr std::size_t max_ahead = 3;

// Pieces that are not in flight; their memory is used again.
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

}  // namespace

// Each worker takes its pieces through all stages: what one processor has in its caches another would have to
// fetch, and where the two share no cache that costs a fifth of the whole run. Reading and writing are done
// by one worker at a time, the writing in the order of the input; a worker whose turn has not come reads and
// judges ahead.
class FileScrubber::Workers {
 public:
  explicit Workers(FileScrubber& scrubber) : scrubber_(&scrubber) {}

  void run() {
    auto const count = std::min(tbb::this_task_arena::max_concurrency(), max_workers);
    tbb::parallel_for(
        0, count, 1, [this](int) { work_or_stop(); }, tbb::simple_partitioner());
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
      write(*piece, spare);
      if (auto* const queue = scrubber_->job_.queue; queue != nullptr) queue->help();
      if (last_read_) return false;
    }
    return true;
  }

 private:
  struct Judged {
    Piece* piece = nullptr;
    std::uint32_t number = 0;
  };

  void work_or_stop() {
    try {
      work();
    } catch (...) {
      last_read_ = true;
      order_.stop();
      throw;
    }
  }

  void work() {
    auto const spare = std::make_shared<SparePieces>();
    std::deque<Judged> judged;
    bool more = true;
    while ((more || !judged.empty()) && !order_.stopped()) {
      if (!judged.empty() && order_.is_next(judged.front().number)) {
        write(*judged.front().piece, spare);
        judged.pop_front();
        order_.leave();
        if (auto* const queue = scrubber_->job_.queue; queue != nullptr) queue->help();
        continue;
      }
      std::unique_lock reading(reading_, std::defer_lock);
      bool const wanted = more && judged.size() < max_ahead;
      if (wanted && (judged.empty() ? (reading.lock(), true) : reading.try_lock())) {
        auto const next = read(*spare);
        reading.unlock();
        more = next.piece != nullptr;
        if (!more) continue;
        scrub(*next.piece);
        judged.push_back(next);
        continue;
      }
      order_.wait_for(judged.front().number);
    }
  }

  // Up to the end of the input or to where something has to be read again.
  Judged read(SparePieces& spare) {
    if (last_read_) return {};
    auto* const piece = spare.take();
    scrubber_->stream_.next(*piece);
    scrubber_->context_.mark(*piece);
    if (piece->what == Piece::What::end) last_read_ = true;
    return {piece, pieces_++};
  }

  // Each claim by itself; pieces may be scrubbed at the same time.
  void scrub(Piece& piece) const {
    LoopSpans loop_spans;
    for (auto& claim : piece.claims) {
      scrubber_->scrubber_.scrub(
          {&piece.block, piece.segments(claim), piece.delimiters, &piece.contexts[claim.context]}, loop_spans,
          claim.verdict);
    }
  }

  void write(Piece& piece, std::shared_ptr<SparePieces> const& spare) {
    auto& job = scrubber_->job_;
    if (!scrubber_->again_) {
      if (!scrubber_->handle(piece)) last_read_ = true;
      if (job.progress) job.progress(piece.offset());
    }
    auto give_back = [spare, &piece] { spare->give_back(&piece); };
    if (job.queue != nullptr) {
      job.input->take_later(*job.queue, piece.offset(), piece.bytes(), std::move(give_back));
    } else {
      job.input->take(piece.offset(), piece.bytes());
      give_back();
    }
  }

  FileScrubber* scrubber_;
  std::mutex reading_;        // of the stream and the next number
  std::uint32_t pieces_ = 0;  // read so far
  std::atomic<bool> last_read_ = false;
  PieceOrder order_;
};

void FileScrubber::run_stages() {
  auto const spare = std::make_shared<SparePieces>();
  Workers(*this).run();
  for (auto alone = first_alone; again_;) {
    go_back();
    if (Workers(*this).run_alone(spare, alone)) {
      alone = first_alone;
      Workers(*this).run();
    } else {
      alone = std::min(2 * alone, most_alone);
    }
  }
}

}  // namespace scrub837
