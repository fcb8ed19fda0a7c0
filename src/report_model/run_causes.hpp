#pragma once

#include <cstdint>
#include <vector>

#include "src/report_model/cause_table.hpp"

namespace scrub837 {

/// The root causes of all inputs of a run.
class RunCauses {
 public:
  /// Another input. In the order of the inputs. \return by the input's number of a cause, the one here
  std::vector<std::uint32_t> add(CountedCauses input);
  [[nodiscard]] ArrangedCauses arranged(std::size_t limit) const { return arrange(table_, counts_, limit); }

 private:
  CauseTable table_;
  CauseCounts counts_;
  std::uint32_t inputs_ = 0;
};

}  // namespace scrub837
