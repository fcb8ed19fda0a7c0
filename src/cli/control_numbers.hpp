#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "src/ledger/ledger.hpp"

namespace scrub837::cli {

/// Numbers for the clean files of a rerun (ISA13, GS06, BHT03) that no other rerun of this user takes:
/// receivers refuse repeats. They are counted on from the time, or from where the last run ended if that is
/// later; the next one is kept in `$XDG_STATE_HOME/scrub837/control-number` (or below `~/.local/state`).
/// A ledger keeps them, too, and counts on from the later of both.
/// Where nothing can be kept there the time alone decides, and problem() says why.
class ReservedNumbers {
 public:
  /// \param time nine digits of the run's time \param count as many as the run may need
  /// \param ledger null: there is none
  ReservedNumbers(std::uint64_t time, std::uint64_t count, ledger::Ledger* ledger = nullptr);
  /// Where they are kept; empty if there is no such place.
  [[nodiscard]] static std::filesystem::path folder();
  [[nodiscard]] std::uint64_t first() const { return first_; }
  /// Why the numbers are not kept: another run in the same seconds may take them, too. Empty if all is well.
  [[nodiscard]] std::string const& problem() const { return problem_; }
  /// The run took this many: the others are free again. \return why they are not; empty if they are
  [[nodiscard]] std::string took(std::uint64_t count) const;

 private:
  std::filesystem::path path_;
  std::string problem_;
  std::uint64_t first_, end_;
  ledger::Ledger* ledger_;
};

}  // namespace scrub837::cli
