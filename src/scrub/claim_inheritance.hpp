#pragma once

#include "scrub837/profile.hpp"
#include "src/scrub/piece.hpp"
#include "src/x12/envelope_walker.hpp"

namespace scrub837 {

/// To whom the open interchange and group go.
struct Receivers {
  std::string interchange;  ///< ISA08
  std::string group;        ///< GS03
};

/// What a claim below levels inherits that were corrected. \param levels their segments, each with its
/// terminator; \param profiles that it is matched with; null: none
/// Source of the transaction's type (BHT06) is the header, so it is not in it.
[[nodiscard]] Inherited inherited_from(std::string levels, Delimiters delimiters, Receivers receivers,
                                       Profiles const* profiles);

/// Gathers from piece to piece what stands above the claims, and tells each what it inherits.
class ClaimInheritance {
 public:
  /// \param profiles those that claims are matched with; null: none
  /// \param hierarchy_judged a patient level without a subscriber's is an error of its own (ENV011), so its
  /// claims are not reported as having none
  /// \param most_claims that the guide takes of one subscriber or patient; 0: without limit
  explicit ClaimInheritance(Profiles const* profiles, bool hierarchy_judged = false,
                            std::uint32_t most_claims = 0)
      : profiles_(profiles), hierarchy_judged_(hierarchy_judged), most_claims_(most_claims) {}
  /// Finds the piece's claims and gives each its context. Pieces come in the order of the input.
  void mark(Piece& piece);
  /// The next piece begins before the first HL or claim of a set.
  /// \param receivers of the interchange and group that it stands in
  void reset(Receivers receivers) {
    walker_.leave_set();
    receivers_ = std::move(receivers);
  }

 private:
  void begin_set();
  void take(Piece const& piece, Segment const& segment);
  void add_to_patient(std::string_view value);
  void take_name(std::string_view nm1, std::uint64_t separators);
  void take_payer_order(SegmentView sbr);
  [[nodiscard]] std::uint64_t account() const;

  void open_envelope(Piece const& piece);
  void open_unit(Piece& piece, std::uint32_t head, std::uint32_t end);
  void open_level(int rank);
  void mark_claims(Piece& piece);
  void count_in_level();
  void add_claim(Piece& piece, std::uint32_t first, std::uint32_t last);
  [[nodiscard]] Profile const* profile() const;

  Profiles const* profiles_;
  bool hierarchy_judged_;
  std::uint32_t most_claims_;
  std::uint32_t claims_in_level_ = 0;
  EnvelopeWalker walker_{EnvelopeWalker::Keep::ranks};
  Receivers receivers_;
  Inherited current_;
  bool changed_ = true;  ///< since the last claim
  enum class Unit : std::uint8_t { other, billing_provider, subscriber, deeper_level };
  Unit unit_ = Unit::other;
  std::uint64_t subscriber_ = 0;  ///< the open subscriber as a patient
  /// Hashes of what tells whose claim it is and who bills it; 0: not known.
  struct Account {
    std::uint64_t provider = 0, name = 0, birth_date = 0, payer_order = 0;
    bool member_id = false;  ///< the subscriber has one
  };
  Account account_;
};

}  // namespace scrub837
