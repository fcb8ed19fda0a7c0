#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "src/worklist/worklist_supplies.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

// A file that is scrubbed, its worklist filled in by hand, and the held file run again.
namespace scrub837::test {

using Fill = std::function<void(FilledRow&)>;

/// The worklist of a run, with each row filled in by hand.
inline WorklistFile filled(Scrubbed const& scrubbed, Fill const& fill) {
  WorklistFile file;
  for (auto const& asked : scrubbed.rows) {
    FilledRow row;
    row.number = file.rows.size() + 2;
    row.key = asked.key;
    row.others.set("claim", asked.claim);
    row.line_index = static_cast<std::int64_t>(asked.line_index);
    fill(row);
    file.rows.push_back(row);
  }
  return file;
}

inline Fill narrative(std::string const& text) {
  return [text](FilledRow& row) { row.narrative = text; };
}

inline std::string const undescribed = "SV1*HC:99600*125*UN*1***1~";
inline std::string const words = "COMPLEX WOUND CARE LEFT HEEL 45 MIN";

/// A file as it goes out of a rerun whose first control number is 500.
inline std::string sent(std::string const& snippet, FileStyle const& style = {}) {
  auto file = file_with(snippet, style);
  auto const part = [&](std::string text) {
    std::replace(text.begin(), text.end(), '*', style.delimiters.element);
    return text;
  };
  file = replaced(file, part("*000000001*0*P*"), part("*000000500*0*P*"));
  file = replaced(file, part("IEA*1*000000001"), part("IEA*1*000000500"));
  file = replaced(file, part("*1*X*005010X222A1"), part("*500*X*005010X222A1"));
  file = replaced(file, part("GE*1*1"), part("GE*1*500"));
  return replaced(file, part("BHT*0019*00*DEMO1*"), part("BHT*0019*00*0000005000001*"));
}

struct Round {
  Scrubbed first, second;
  std::vector<RowResult> results;
};

inline Round go_round(std::string const& snippet, Fill const& fill, FileStyle const& style = {}) {
  Round round;
  round.first = scrub_text(file_with(snippet, style), {}, style.block_size);
  WorklistSupplies supplies(filled(round.first, fill));
  round.second = rerun_text(round.first.held, supplies, 500, {}, style.block_size);
  round.results = supplies.results();
  CHECK(round.second.outcome.totals.balanced());
  return round;
}

}  // namespace scrub837::test
