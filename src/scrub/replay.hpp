#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "scrub837/rule.hpp"
#include "src/scrub/rewindable.hpp"

namespace scrub837 {

/// What is known beforehand of an interchange, group or set that is read again.
struct ScopePlan {
  bool as_received = false;  ///< refused: copied as it came, all claims in it held
  bool to_clean = false;     ///< such a stretch goes to the clean file (--hold never lets it)
  bool not_ours = false;     ///< it was refused, and holds no 837P: it goes to the clean file as received
  bool needs_renumbering = false;   ///< the set loses a claim: number from the beginning
  bool keep_level_numbers = false;  ///< a level has no sure place: in the held file HL numbers say so
  bool all_held = false;  ///< no claim of the set goes out: levels without claims stay with the others
  bool foreign = false;   ///< no 837P after all
  bool claims = false;    ///< its ST names another transaction, and a claim is in it
  bool mend = false;      ///< claims follow: mend this header although a foreign set is first
  bool did_not_converge = false;  ///< it was read too often: refused for that
  std::string refused_for = {};   ///< ids of the rules, if they are known

  /// With what another reading found out.
  void add(ScopePlan const& other);
};

/// What an envelope's end has shown, and only a second reading of all since its beginning can heed.
struct ReadAgain {
  EnvelopeLevel level = EnvelopeLevel::interchange;
  ScopePlan plan;
};

/// An error of the envelope shows only at its end, when claims before it are already written. All that takes
/// part is then taken back to where the envelope began, and the stretch is read again with a plan.
class Replay {
 public:
  /// How often an envelope is read again for what only its end shows; then it is held as received.
  static constexpr unsigned max_rereads = 2;

  /// Lets something take part, which outlives this. It is restored in the order in which it was added.
  void add(Rewindable& one) { taking_part_.push_back(&one); }
  /// Lets something take part by two functions.
  /// \param save puts its state into the one given, whose memory is used again
  template <typename State>
  void add(std::function<void(State&)> save, std::function<void(State const&)> restore) {
    parts_.push_back(std::make_unique<Part<State>>(std::move(save), std::move(restore)));
    taking_part_.push_back(parts_.back().get());
  }

  /// An interchange, group or set begins.
  void begin(EnvelopeLevel level) {
    for (auto* const one : taking_part_) one->save(level);
  }
  /// The plan of the envelope that begins there.
  /// \param offset of the envelope in the input
  [[nodiscard]] ScopePlan plan_of(EnvelopeLevel level, std::uint64_t offset) const;
  /// Adds to the plan; what was planned too often is refused.
  void learn(EnvelopeLevel level, std::uint64_t offset, ScopePlan const& plan);
  /// \return whether it was planned to mend that header; it no longer is
  bool drop_mending(EnvelopeLevel level, std::uint64_t offset);
  /// Takes everything back to where the open envelope of this level began.
  void go_back(EnvelopeLevel level) {
    for (auto* const one : taking_part_) one->restore(level);
  }
  /// Nothing before this point is read again.
  void forget() { known_.clear(); }

 private:
  template <typename State>
  class Part final : public Rewindable {
   public:
    Part(std::function<void(State&)> save, std::function<void(State const&)> restore)
        : save_(std::move(save)), restore_(std::move(restore)) {}
    void save(EnvelopeLevel level) override { save_(states_[static_cast<std::size_t>(level)]); }
    void restore(EnvelopeLevel level) override { restore_(states_[static_cast<std::size_t>(level)]); }

   private:
    std::function<void(State&)> save_;
    std::function<void(State const&)> restore_;
    std::array<State, 3> states_{};
  };
  struct Known {
    ScopePlan plan;
    unsigned times = 0;
  };

  std::vector<std::unique_ptr<Rewindable>> parts_;
  std::vector<Rewindable*> taking_part_;
  std::map<std::pair<EnvelopeLevel, std::uint64_t>, Known> known_;  // by level and offset
};

}  // namespace scrub837
