#pragma once

#include <span>
#include <string>

#include "src/scrub/piece.hpp"
#include "src/x12/envelope_walker.hpp"

namespace scrub837 {

/// A provider or person that a letter names, in UTF-8; what the claim doesn't say is empty.
struct LetterParty {
  std::string name;
  std::string id;            ///< NM109: the NPI or member id
  std::string street, city;  ///< N3; N4 as `COLUMBUS, OH 43215-1234`
  std::string telephone;     ///< PER TE
  std::string tax_id;        ///< REF*EI or REF*SY
  std::string birth_date;    ///< DMG02

  /// NM1, and then the segments of its loop.
  void begin(SegmentView const& nm1);
  void add(SegmentView const& segment);
};

/// The parties above a claim: follows them from unit to unit.
class PartiesOfLetter {
 public:
  LetterParty provider, subscriber, dependent;

  [[nodiscard]] LevelContents const& contents() const { return walker_.contents(); }
  /// The dependent, or else the subscriber.
  [[nodiscard]] LetterParty const& patient() const { return dependent.name.empty() ? subscriber : dependent; }
  void reset() { *this = PartiesOfLetter{}; }
  /// \param unit a level, a claim, or an envelope segment with what is behind it
  void take(Piece const& piece, std::span<Segment const> unit);

 private:
  void forget(int rank);
  EnvelopeWalker walker_{EnvelopeWalker::Keep::texts};
};

}  // namespace scrub837
