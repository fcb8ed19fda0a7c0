#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "src/io/seen_keys.hpp"
#include "src/scrub/filled_down.hpp"

namespace scrub837 {

/// What the inputs of a run had so far of what must not be used twice. Inputs come one after the other; a
/// place in an input (the number of an interchange, set or claim) becomes an ordinal of the run.
class RepeatMemory {
 public:
  /// Claims of a run that are compared with each other; later ones are not.
  static constexpr std::uint64_t max_claims = 4'000'000;

  /// How a run differs from a plain `scrub`.
  struct Options {
    std::uint64_t claims = max_claims;
    bool new_control_numbers = false;  ///< a rerun: no ISA13 goes out as it came
  };
  RepeatMemory() : RepeatMemory(Options{}) {}
  explicit RepeatMemory(Options const& options) : options_(options) {}

  /// The next input; one has to begin before anything is noted.
  /// \param name as it appears in reports. \param number of the input in the run
  void begin_input(std::string_view name, std::uint64_t number = 0);
  /// The number of the input.
  [[nodiscard]] std::uint64_t input() const { return inputs_.back().number; }
  /// About so many keys will come.
  void reserve(std::uint64_t keys) { seen_.reserve(keys); }

  /// Notes a key of the input. \param place number, from 1, of what has it
  /// \return the ordinal that had it first, if another did
  [[nodiscard]] std::optional<std::uint64_t> note(std::uint64_t key, std::uint64_t place) {
    return seen_.note(key, ordinal_of(place));
  }
  /// Notes the description of a patient's claim. \return whether ten claims or more have it
  [[nodiscard]] bool note_text(std::uint64_t key, std::uint64_t claim) {
    return texts_.note(key, ordinal_of(claim));
  }
  /// Whether a claim of the input is among those that are compared.
  [[nodiscard]] bool compares(std::uint64_t claim) {
    last_claim_ = std::max(last_claim_, claim);
    return claims_before_ + claim <= options_.claims;
  }
  /// How many claims of the input were not compared.
  [[nodiscard]] std::uint64_t not_compared() const {
    auto const all = claims_before_ + last_claim_;
    return all <= options_.claims ? 0 : std::min(last_claim_, all - options_.claims);
  }
  /// Brings what is known of a key nearer, which will be noted soon.
  void expect(std::uint64_t key) const { seen_.expect(key); }
  void expect_text(std::uint64_t key) const { texts_.expect(key); }

  /// Where something is: `claim 3 of the file`, of another input `claim 3 of a.837`. \param what `claim`
  [[nodiscard]] std::string where(std::string_view what, std::uint64_t ordinal) const;
  [[nodiscard]] Options const& options() const { return options_; }

  [[nodiscard]] SeenKeys::Savepoint savepoint() const { return seen_.savepoint(); }
  void restore(SeenKeys::Savepoint point) { seen_.restore(point); }

  /// Whether an input that was read without regard to these would have been judged in another way beside
  /// them. \param other remembers that one input
  [[nodiscard]] bool affects(RepeatMemory const& other) const;
  /// Adds what another remembers of its only input.
  void absorb(RepeatMemory const& other);

 private:
  struct InputStart {
    std::string name;
    std::uint64_t number = 0;
    std::uint64_t ordinal = 0;  ///< those of this input are greater
  };
  [[nodiscard]] std::uint64_t ordinal_of(std::uint64_t place) {
    auto const ordinal = inputs_.back().ordinal + place;
    last_ = std::max(last_, ordinal);
    return ordinal;
  }

  Options options_;
  SeenKeys seen_;
  FilledDown texts_;
  std::vector<InputStart> inputs_;
  std::uint64_t last_ = 0;           ///< the greatest ordinal so far
  std::uint64_t claims_before_ = 0;  ///< of inputs before this
  std::uint64_t last_claim_ = 0;     ///< of this input
};

}  // namespace scrub837
