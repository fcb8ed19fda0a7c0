#pragma once

#include "scrub837/profile.hpp"
#include "src/pipeline/piece.hpp"

namespace scrub837 {

/// The code of a hierarchical level as its depth: 0 for HL03 20, 1 for 22, 2 for 23, 3 for any other.
[[nodiscard]] int rank_of(std::string_view code);

/// To whom the open interchange and group go.
struct Receivers {
  std::string interchange;  ///< ISA08
  std::string group;        ///< GS03
};

/// Follows the levels of the sets from piece to piece: tells claims what they inherit.
class ClaimContext {
 public:
  /// \param profiles those that claims are matched with; null: none
  explicit ClaimContext(Profiles const* profiles) : profiles_(profiles) {}
  /// Finds the piece's claims and gives each its context. Pieces come in the order of the input.
  void mark(Piece& piece);
  /// The next piece begins before the first HL or claim of a set.
  /// \param receivers of the interchange and group that it stands in
  void reset(Receivers receivers) {
    in_set_ = false;
    receivers_ = std::move(receivers);
  }

 private:
  void open_set();
  void take(Piece const& piece, Segment const& segment);
  void add_to_patient(std::string_view value);

  void open_envelope(Piece const& piece);
  void open_unit(Piece& piece, std::uint32_t head);
  void mark_claims(Piece& piece);
  void add_claim(Piece& piece, std::uint32_t first, std::uint32_t last);
  [[nodiscard]] Profile const* profile() const;

  Profiles const* profiles_;
  Receivers receivers_;
  Inherited current_;
  std::size_t claims_ = 0, contexts_ = 0;  ///< of the piece that is marked
  bool in_set_ = false;
  bool changed_ = true;  ///< since the last claim
  enum class Unit : std::uint8_t { other, billing_provider, subscriber, deeper_level };
  Unit unit_ = Unit::other;
  std::uint64_t subscriber_ = 0;  ///< the open subscriber as a patient
};

}  // namespace scrub837
