#include <oneapi/tbb/parallel_pipeline.h>

#include <atomic>
#include <memory>
#include <mutex>

#include "src/pipeline/file_scrubber.hpp"

namespace scrub837 {
namespace {

// Pieces that are read, judged or waiting to be written at one time.
constexpr std::size_t pieces_in_flight = 8;

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

// Read and judge several pieces at a time, and write them one by one in their order, up to the end of the
// input or to where something has to be read again.
void FileScrubber::run_stages() {
  auto const spare = std::make_shared<SparePieces>();
  std::atomic<bool> last_read = false;
  auto const read = [&](tbb::flow_control& flow) -> Piece* {
    if (last_read) {
      flow.stop();
      return nullptr;
    }
    auto* const piece = spare->take();
    stream_.next(*piece);
    context_.mark(*piece);
    if (piece->what == Piece::What::end) last_read = true;
    return piece;
  };
  auto const judge = [&](Piece* piece) {
    judge_piece(*piece, *job_.judge);
    return piece;
  };
  auto const write = [&](Piece* piece) {
    if (!rewind_) {
      handle(*piece);
      if (rewind_) last_read = true;
      if (job_.progress) job_.progress(piece->offset());
    }
    auto give_back = [spare, piece] { spare->give_back(piece); };
    if (job_.queue != nullptr) {
      job_.input->take_later(*job_.queue, piece->offset(), piece->bytes(), std::move(give_back));
    } else {
      job_.input->take(piece->offset(), piece->bytes());
      give_back();
    }
    return job_.queue;
  };
  auto const finish_writing = [](WorkQueue* queue) {
    if (queue != nullptr) queue->run();
  };
  using Mode = tbb::filter_mode;
  tbb::parallel_pipeline(pieces_in_flight,
                         tbb::make_filter<void, Piece*>(Mode::serial_in_order, read) &
                             tbb::make_filter<Piece*, Piece*>(Mode::parallel, judge) &
                             tbb::make_filter<Piece*, WorkQueue*>(Mode::serial_in_order, write) &
                             tbb::make_filter<WorkQueue*, void>(Mode::serial_in_order, finish_writing));
}

}  // namespace scrub837
