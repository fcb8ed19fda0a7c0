#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "src/scrub/supplies.hpp"
#include "src/scrub/undo_log.hpp"
#include "src/worklist/read_worklist.hpp"

namespace scrub837 {

/// What became of a worklist row.
struct RowResult {
  enum class State : std::uint8_t { nothing_typed, applied, released, refused, not_found };
  std::size_t number = 0;  ///< line of the worklist file
  std::string key;
  std::string claim, line;  ///< as the row shows them; empty above the claims
  State state = State::not_found;
  std::string words;  ///< what was done, or why not; no text that was typed
  /// No row of its claim was answered, and the claim went out: it has no error with the settings of this run.
  bool unanswered = false;
  bool read = false;  ///< its claim, or its level above the claims, was in the input files
};
[[nodiscard]] std::string_view name_of(RowResult::State state);

/// A filled-in worklist as the source of a rerun: finds a claim's rows by key, checks that they are about
/// that claim and what was typed, and makes the edits that put it where the guide has it. A wrong row is
/// refused and blocks no other.
class WorklistSupplies final : public SupplySource {
 public:
  explicit WorklistSupplies(WorklistFile file);

  [[nodiscard]] Supply for_claim(ClaimView const& claim, std::string_view digest, Findings const& found,
                                 FoundWith const& found_with) override;
  void done(std::string_view digest, Disposition disposition, bool blocked, Findings const& left) override;
  void fill(WorklistRow& row, std::string_view digest, RowPlace const& place) override;
  [[nodiscard]] SupplyAbove for_unit_above(SegmentRun const& unit, std::string_view key,
                                           AskedWith const& asked) override;
  [[nodiscard]] std::vector<std::string> rows_with_reason(std::string_view key) const override;
  void done_above(std::string_view key, ErrorsAbove const& errors, bool released) override;
  void still_asked(std::string_view key, std::string_view message) override;
  void went_out_below(std::string_view key, Disposition disposition) override;
  void fill_above(WorklistRow& row, std::string_view key) override;
  [[nodiscard]] Document document(std::string_view digest, std::string_view control_number) const override;
  [[nodiscard]] std::vector<RowPlace> places_of(std::string_view digest) const override;
  [[nodiscard]] Savepoint savepoint() override { return {point_ = log_.mark(), 0}; }
  void restore(Savepoint const& point) override;
  void commit() override { log_.clear(); }

  /// The attachment control numbers that were typed, in capitals.
  [[nodiscard]] std::set<std::string, std::less<>> numbers_typed() const;
  /// One of them went out before, for this claim (CLM01).
  void note_sent_number(std::string_view number, std::string_view claim);

  [[nodiscard]] WorklistFile const& file() const { return file_; }
  /// One a row, in the order of the file.
  [[nodiscard]] std::vector<RowResult> results() const;
  /// Who let what out with its errors, and why.
  struct Granted {
    FilledRow const* row = nullptr;
    std::string rules;
    std::string claim;  ///< CLM01, of which a spreadsheet may have changed the cell
  };
  /// In the order of the file.
  [[nodiscard]] std::vector<Granted> releases() const;
  /// Lines of the worklist with rows whose text went nowhere: neither into a claim that goes out nor into a
  /// new worklist. Sorted.
  [[nodiscard]] std::vector<std::size_t> rows_left() const;

 private:
  using State = RowResult::State;
  // Of what goes into the claim; \param letter and of what only the letter takes
  [[nodiscard]] static bool same_content(FilledRow const& a, FilledRow const& b, bool letter);
  // Whether a row that is used in place of another one is about the same line and holds all that it holds.
  [[nodiscard]] static bool says_all_of(FilledRow const& used, FilledRow const& other);
  // How far the reason goes that is typed into the row.
  [[nodiscard]] static Consent consent_of(FilledRow const& row);
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);
  // What is known of a row; its index is that of the row in the file.
  struct Row {
    State state = State::not_found;
    bool usable = false;
    bool strange = false;     ///< about another claim or line than its key: nothing of it is shown for that
    bool conflicts = false;   ///< another row has another answer for the same place: neither is carried over
    bool carried = false;     ///< a new worklist row holds what was typed
    bool read = false;        ///< its claim was read
    bool met = false;         ///< the same, and something was typed
    bool unanswered = false;  ///< its claim went out, and no row of it was answered
    std::uint32_t twin_of = none;  ///< says the same as this row, which is used in its place
    std::uint32_t answers = 1;     ///< rows that say the same, this one included
    std::uint32_t sent = 0;        ///< claims that went out with it
    std::uint32_t below = 0;       ///< claims that went out by its release, or with its value
    std::uint64_t logged = 0;      ///< mark behind its last entry in the log
    std::string words, rules;      ///< rules that it was released with
    std::string claim;             ///< CLM01 of what its reason is for
    std::string changed;           ///< which cells were changed that nobody reads, in words
  };
  struct Undo {
    std::uint32_t index;
    Row before;
  };
  using Group = std::span<std::uint32_t const>;

  void sort_rows();
  void judge_group(Group group);
  void refuse_shared_numbers();
  void check(std::uint32_t index);
  void refuse(Row& row, std::string why);
  // What one row put into a claim, or into a unit above the claims.
  struct Taken {
    std::uint32_t index = none;
    Place value;  ///< element 0: no value was typed
    std::vector<Edit> edits;
  };
  [[nodiscard]] bool refuse_wrong_values(std::vector<Taken>& taken, FoundWith const& found_with);
  [[nodiscard]] static std::vector<Edit> edits_of_all(std::vector<Taken> const& taken);
  [[nodiscard]] std::string fault_with(FilledRow const& filled, ClaimView const& claim, RowPlace const& place,
                                       WorklistRow& known) const;
  void note_changed(std::uint32_t index, WorklistRow& known, ClaimView const& claim, RowPlace const& place);
  Row& change(std::uint32_t index);
  [[nodiscard]] std::string words_of_sent_numbers(FilledRow const& filled, ClaimView const& claim) const;
  void take_held(Row& row, FilledRow const& filled, Place const& value, bool blocked, Findings const& left);
  void tell_unanswered(Group rows);
  void fill_from(WorklistRow& row, std::uint32_t index);
  [[nodiscard]] static std::string words_of(Row const& row);
  [[nodiscard]] static std::string last_result(Row const& row);
  [[nodiscard]] std::optional<std::uint32_t> row_with(std::string_view key) const;
  [[nodiscard]] static std::string went_out(std::uint32_t claims);
  void count_below(std::uint32_t index, bool released);
  void put_into_unit(std::uint32_t index, SegmentRun const& unit, bool asked, std::span<Place const> others,
                     std::vector<Taken>& taken);
  void refuse_wrong_above(std::vector<Taken>& taken, AskedWith const& asked, SupplyAbove& supply);
  [[nodiscard]] std::string_view digest_of(std::uint32_t index) const;
  [[nodiscard]] RowPlace place_of(std::uint32_t index) const;
  [[nodiscard]] bool has_row(std::string_view digest, RowPlace const& place) const;
  [[nodiscard]] bool are_spent(Group rows) const;
  [[nodiscard]] Group exactly(std::string_view digest) const;
  [[nodiscard]] Group rows_of(std::string_view digest) const;

  WorklistFile file_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> order_;  ///< one row a key, by digest and place
  std::map<std::string, std::set<std::string>, std::less<>> sent_numbers_;  ///< the claims of each number
  std::set<std::string, std::less<>> values_above_;  ///< typed into rows above the claims
  UndoLog<Undo> log_;
  std::uint64_t point_ = 0;  ///< the last point that can be come back to
};

}  // namespace scrub837
