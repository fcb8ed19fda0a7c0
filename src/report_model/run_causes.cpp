#include "src/report_model/run_causes.hpp"

#include <string>

#include "src/report_model/name_cause.hpp"

namespace scrub837 {

std::vector<std::uint32_t> RunCauses::add(CountedCauses input) {
  std::vector<std::uint32_t> to(input.table.size());
  for (std::uint32_t number = 0; number < to.size(); ++number) {
    auto key = input.table.key(number);
    if (is_of_one_input(key)) key += std::to_string(inputs_);
    to[number] = table_.number_of(key, input.table[number]);
  }
  input.counts.set_file(inputs_++);
  for (auto const& [number, count] : input.counts.counts()) counts_.add(to[number], count);
  return to;
}

}  // namespace scrub837
