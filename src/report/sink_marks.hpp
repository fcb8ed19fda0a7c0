#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "scrub837/rule.hpp"
#include "src/io/sink.hpp"

namespace scrub837 {

/// Where a sink can be cut back to when a stretch is read again; never before what is in it at first.
class SinkMarks {
 public:
  explicit SinkMarks(Sink& sink) : sink_(&sink), first_(sink.size()) { marks_.fill(first_); }
  void save(EnvelopeLevel level) { marks_[static_cast<std::size_t>(level)] = sink_->size(); }
  void restore(EnvelopeLevel level) { sink_->truncate(marks_[static_cast<std::size_t>(level)]); }
  void discard() { sink_->truncate(first_); }
  /// Whether anything was written behind that.
  [[nodiscard]] bool any() const { return sink_->size() > first_; }

 private:
  Sink* sink_;
  std::uint64_t first_;
  std::array<std::uint64_t, 3> marks_{};
};

}  // namespace scrub837
