#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// Amounts that are added up; known as long as each of them can be read.
class AmountSum {
 public:
  void add(std::optional<Money> amount) {
    if (!amount || __builtin_add_overflow(total_, *amount, &total_)) known_ = false;
    if (total_ > largest || total_ < -largest) known_ = false;
  }
  void add(std::string_view text) { add(parse_money(text)); }
  /// The same of another sum.
  void add(AmountSum const& other) { add(other.total()); }
  /// Nothing if one of the amounts is no amount, or they are too large to be added.
  [[nodiscard]] std::optional<Money> total() const {
    return known_ ? std::optional<Money>(total_) : std::nullopt;
  }

 private:
  static constexpr Money largest = 1'000'000'000'000'000'000;
  Money total_ = 0;
  bool known_ = true;
};

/// Another payer of the claim: a loop 2320.
struct OtherPayer {
  std::size_t loop = 0;                       ///< 2320, index into the claim's loops
  std::string_view id;                        ///< 2330B NM109, without blanks around it
  std::size_t name_loop = 0;                  ///< 2330B, the same; 0: there is none
  std::optional<std::uint32_t> paid = {};     ///< AMT*D of 2320
  std::optional<std::uint32_t> decided = {};  ///< DTP*573 of 2330B
  bool prior = false;                         ///< its SBR01 ranks before that of 2000B
  bool shares_id = false;                     ///< another 2330B of the claim has the same NM109
};

/// What another payer decided about a line: a loop 2430.
struct LineDecision {
  std::size_t loop = 0;  ///< 2430, index into the claim's loops
  std::int32_t line = -1;
  std::string_view payer;                     ///< SVD01, without blanks around it
  std::optional<std::uint32_t> decided = {};  ///< DTP*573
};

/// How the other payers of a claim decided it (coordination of benefits). Borrows the claim. Empty if there
/// are far more payers than the guide allows.
class Coordination {
 public:
  explicit Coordination(ClaimView const& claim);

  [[nodiscard]] std::vector<OtherPayer> const& payers() const { return payers_; }
  [[nodiscard]] std::vector<LineDecision> const& decisions() const { return decisions_; }
  /// Whether the decision of a line names one of the payers. True where a payer has no id to compare, or
  /// is lost.
  [[nodiscard]] bool names_payer(LineDecision const& decision) const;
  /// Whether all decisions are there, and it is known which payer each is of.
  [[nodiscard]] bool complete() const { return complete_; }
  /// Whether segments of another payer, or of its decision about a line, stand without their SBR or SVD: what
  /// is there is not all.
  [[nodiscard]] bool torn() const { return torn_; }
  /// Calls `use(payer)` for each payer that decided before the claim goes to that of 2000B: one with AMT*D
  /// and an id of its own.
  template <typename Use>
  void for_each_prior(Use use) const {
    for (auto const& payer : payers_) {
      if (payer.prior && payer.paid && !payer.id.empty() && !payer.shares_id) use(payer);
    }
  }

 private:
  void add_payer_name(ClaimView const& claim, Loop const& loop, std::size_t index);

  std::vector<OtherPayer> payers_;
  std::vector<LineDecision> decisions_;
  bool complete_ = true;
  bool torn_ = false;
};

/// Made when it is first asked for.
[[nodiscard]] Coordination const& coordination_of(ClaimView const& claim);

/// The adjustments of a loop 2320 or 2430: every amount of its CAS segments. \param loop index into the
/// claim's loops
[[nodiscard]] AmountSum adjustments_in(ClaimView const& claim, std::size_t loop);

/// CAS02 to CAS19 are up to six adjustments of a reason, an amount and a quantity: the elements of the
/// amounts.
constexpr std::uint8_t first_adjustment_amount = 3;
constexpr std::uint8_t last_adjustment_amount = 18;
constexpr std::uint8_t adjustment_size = 3;

}  // namespace scrub837
