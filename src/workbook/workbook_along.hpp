#pragma once

#include <oneapi/tbb/concurrent_queue.h>

#include <cstdint>
#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "src/io/sink.hpp"
#include "src/report/run_summary.hpp"

namespace scrub837 {

/// Makes the workbook of an input while its worklist.csv and findings.csv are still being written, in a
/// thread of its own: judging leaves a part of the second core idle.
class WorkbookAlong {
 public:
  /// \param folder where rows wait meanwhile
  explicit WorkbookAlong(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~WorkbookAlong();
  WorkbookAlong(WorkbookAlong const&) = delete;
  WorkbookAlong& operator=(WorkbookAlong const&) = delete;

  /// What reads the outputs along.
  [[nodiscard]] SinkReader& worklist() { return worklist_; }
  [[nodiscard]] SinkReader& findings() { return findings_; }
  /// The workbook, once both outputs were flushed; nothing if one of them was cut back after it was read.
  /// Throws EnvironmentError.
  [[nodiscard]] std::optional<std::string> finish(RunSummary const& run);

 private:
  enum class What : std::uint8_t { worklist, findings, finish, give_up };
  struct Piece {
    What what = What::give_up;
    std::string bytes;
  };
  class Reader final : public SinkReader {
   public:
    Reader(WorkbookAlong& along, What what) : along_(&along), what_(what) {}
    void take(std::string_view bytes) override { along_->add(what_, bytes); }
    void cut_back() override { along_->lost_ = true; }

   private:
    WorkbookAlong* along_;
    What what_;
  };

  void add(What what, std::string_view bytes);
  std::string make();
  std::string build();
  void pop(Piece& piece);

  // Whoever writes the outputs waits when so many pieces lie here.
  static constexpr int most_waiting = 8;
  std::filesystem::path folder_;
  Reader worklist_{*this, What::worklist}, findings_{*this, What::findings};
  oneapi::tbb::concurrent_bounded_queue<Piece> pieces_;
  std::future<std::string> made_;
  RunSummary const* run_ = nullptr;  ///< there once What::finish is
  bool lost_ = false;
  bool ended_ = false;  ///< the last piece was taken; of the thread that makes the workbook
};

}  // namespace scrub837
