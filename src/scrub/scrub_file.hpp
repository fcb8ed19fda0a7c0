#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "scrub837/scrub.hpp"
#include "src/fix/judge.hpp"
#include "src/scrub/run_repeats.hpp"
#include "src/scrub/scrub_events.hpp"
#include "src/scrub/sending_record.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837 {

constexpr std::size_t default_block_size = std::size_t{1} << 17U;

class InputReport;

/// What is added to the claims: what was typed or listed for them, in a rerun the control numbers of what
/// goes out, and what the other inputs of the run have; who collects what a report says of the input; and
/// whether there is a workbook.
struct Additions {
  SupplySource* supplies = nullptr;
  std::optional<ControlNumbers> numbers;
  InputRepeats* repeats = nullptr;  ///< null: the input is alone
  InputReport* report = nullptr;    ///< null: there is no report
  bool workbook = false;            ///< the worklist as a workbook, too
  SendingRecord* record = nullptr;  ///< of what goes out; null: none is kept
  /// Is called, in a thread of its own, when all is known of the input, while its last outputs are made.
  std::function<void(Summary const&)> when_judged = nullptr;
};

/// Scrubs one input and publishes its outputs below `out`. Throws EnvironmentError; then nothing of this
/// input is published and what an earlier run published stands.
Summary scrub_file(InputFile const& file, std::filesystem::path const& out, Judge const& judge,
                   Progress const& progress, std::size_t block_size = default_block_size,
                   Additions const& additions = {});

/// Judges one input and tells `events` what it finds; writes nothing. Whether that holds beside the inputs
/// before, InputRepeats::settle() says. \param repeats what these have; null: the input is alone
/// \param record of what went out in earlier runs; it is only asked. null: there is none
Summary check_file(InputFile const& file, Judge const& judge, ScrubEvents& events, Progress const& progress,
                   std::size_t block_size = default_block_size, RepeatMemory* repeats = nullptr,
                   SendingRecord* record = nullptr);

/// The suffixes of all outputs but the summary.
[[nodiscard]] std::vector<std::string> output_suffixes();

}  // namespace scrub837
