#pragma once

#include <string_view>

#include "src/io/sink.hpp"
#include "src/report/sink_marks.hpp"
#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// What the reports that grow line by line have in common. \tparam Base the events, or what makes records of
/// them
template <typename Base = ScrubEvents>
class ReportFile : public Base {
 public:
  void save(EnvelopeLevel level) override {
    Base::save(level);
    marks_.save(level);
  }
  void restore(EnvelopeLevel level) override {
    Base::restore(level);
    marks_.restore(level);
  }
  void discard() override { marks_.discard(); }
  /// Whether it has more than its header.
  [[nodiscard]] bool any() const { return marks_.any(); }

 protected:
  template <typename... Arguments>
  ReportFile(Sink& sink, std::string_view header, Arguments&&... arguments)
      : Base(std::forward<Arguments>(arguments)...), sink_(&with_header(sink, header)), marks_(sink) {}
  void line(std::string_view bytes) { sink_->append(bytes); }

 private:
  static Sink& with_header(Sink& sink, std::string_view header) {
    if (!header.empty()) sink.append(header);
    return sink;
  }
  Sink* sink_;
  SinkMarks marks_;
};

}  // namespace scrub837
