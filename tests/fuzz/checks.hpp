#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scrub837/summary.hpp"
#include "src/fix/judge.hpp"

namespace scrub837::test {

/// A check that failed.
struct Failure {
  std::string check;   ///< a fixed name, the same for every failure of one kind
  std::string detail;  ///< counts and positions
};

/// How an input is run.
struct Plan {
  std::uint32_t mode = 0;        ///< index of the settings, modulo their number
  std::uint32_t block_size = 0;  ///< of the second run; 0: none
  std::uint64_t worklist = 0;    ///< seed of what is typed and mangled; 0: no rerun
};

[[nodiscard]] std::string_view mode_name(std::uint32_t mode);
[[nodiscard]] std::size_t mode_count();
[[nodiscard]] Judge const& judge_of(std::uint32_t mode);

/// What a run over an input came to.
struct Checked {
  std::vector<Failure> failures;  ///< each kind once
  Status status = Status::unreadable;
  std::uint64_t claims = 0, sent = 0;

  [[nodiscard]] bool fails(std::string_view check) const;
};
/// Runs an input and checks what must hold for any bytes at all.
[[nodiscard]] Checked check_input(std::string const& bytes, Plan const& plan);

/// The part about a rerun: types into the worklist of a run, mangles it, and takes it back.
void check_rerun(std::string const& held, std::string const& worklist, Judge const& judge, std::uint64_t seed,
                 std::vector<Failure>& failures);

[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace scrub837::test
