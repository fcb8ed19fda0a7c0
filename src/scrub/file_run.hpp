#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "scrub837/summary.hpp"
#include "src/fix/judge.hpp"
#include "src/io/input.hpp"
#include "src/io/sink.hpp"
#include "src/scrub/repeat_memory.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/scrub/sending_record.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837 {

/// What a run over one input takes.
struct FileJob {
  Input* input = nullptr;
  WorkQueue* queue = nullptr;  ///< where outputs are hashed and written; may be null
  std::string_view file;       ///< as it appears in reports
  Judge const* judge = nullptr;
  Sink* clean = nullptr;
  Sink* held = nullptr;
  ScrubEvents* events = nullptr;  ///< told all that happens
  std::size_t block_size = std::size_t{1} << 20U;
  std::function<void(std::uint64_t)> progress;  ///< bytes read so far
  RepeatMemory* repeats = nullptr;   ///< of the run, in which this input has begun; null: the input is alone
  SendingRecord* record = nullptr;   ///< of what went out; null: there is none
  SupplySource* supplies = nullptr;  ///< a rerun: what was typed into the worklist
  std::optional<ControlNumbers> numbers;  ///< a rerun: control numbers of the clean file
};

/// Scrubs one input: reads it piece by piece, judges and mends each claim, splits the claims into a clean and
/// a held output, and tells what it found. Memory does not grow with the input.
/// \return the control totals, which balance; bad input is findings and a status
/// \throws EnvironmentError
[[nodiscard]] Outcome run_file(FileJob const& job);

}  // namespace scrub837
