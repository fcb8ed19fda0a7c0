#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "src/pipeline/supplies.hpp"
#include "src/worklist/read_worklist.hpp"

namespace scrub837 {

/// What became of a worklist row.
struct RowResult {
  enum class State : std::uint8_t { nothing_typed, applied, released, refused, not_found };
  std::size_t number = 0;  ///< line of the worklist file
  std::string key;
  State state = State::not_found;
  std::string words;  ///< what was done, or why not; no text that was typed
};
[[nodiscard]] std::string_view name_of(RowResult::State state);

/// A filled-in worklist as the source of a rerun: finds a claim's rows by key alone, checks what was typed,
/// and makes the edits that put it where the guide has it. A wrong row is refused and blocks no other.
class WorklistSupplies final : public SupplySource {
 public:
  explicit WorklistSupplies(WorklistFile const& file);

  [[nodiscard]] Supply for_claim(ClaimView const& claim, std::string_view digest) override;
  void done(std::string_view digest, Disposition disposition, bool blocked, Findings const& left) override;
  void fill(WorklistRow& row, std::string_view digest, std::int32_t line) const override;
  [[nodiscard]] Document document(std::string_view digest, std::string_view control_number) const override;
  [[nodiscard]] std::vector<std::int32_t> lines_of(std::string_view digest) const override;

  /// One a row, in the order of the file.
  [[nodiscard]] std::vector<RowResult> const& results() const { return results_; }
  /// Who let a claim out with its errors, and why.
  struct Release {
    std::size_t row = 0;
    std::string key, reason, rules;
  };
  [[nodiscard]] std::vector<Release> const& releases() const { return releases_; }

 private:
  struct Row {
    FilledRow filled;
    std::int32_t line = -1;
    std::size_t result = 0;  ///< index into results_
    bool usable = false;
  };
  using Rows = std::unordered_map<std::string, std::vector<Row>>;
  [[nodiscard]] Rows::iterator find(std::string_view digest);
  [[nodiscard]] Rows::const_iterator find(std::string_view digest) const;
  void refuse(Row& row, std::string why);
  void check(Row& row);

  Rows rows_;  ///< by digest
  std::vector<RowResult> results_;
  std::vector<Release> releases_;
  std::map<std::string, std::string> control_numbers_;  ///< to the digest that bears it
};

}  // namespace scrub837
