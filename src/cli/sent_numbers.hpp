#pragma once

#include <filesystem>
#include <vector>

#include "scrub837/scrub.hpp"
#include "src/worklist/worklist_supplies.hpp"

namespace scrub837::cli {

/// Tells a worklist which of the control numbers typed into it went out before, for which claims: by the
/// lists of attachments (*.attachments.csv) in the folders of the inputs and of the outputs.
void tell_sent_numbers(WorklistSupplies& supplies, std::vector<InputFile> const& inputs,
                       std::filesystem::path const& out);

}  // namespace scrub837::cli
