#pragma once

#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"
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
};

/// What an NM1 says of a party: name and id.
[[nodiscard]] LetterParty party_of_nm1(SegmentView const& nm1);
/// The party of a loop above the claims. \param loop see party_loop()
[[nodiscard]] LetterParty party_of_loop(std::string_view loop, Delimiters delimiters);

/// The parties above a claim that its letter names.
struct PartiesOfLetter {
  LetterParty provider;    ///< 2010AA
  LetterParty subscriber;  ///< 2010BA
  LetterParty dependent;   ///< 2010CA

  /// The dependent, or else the subscriber.
  [[nodiscard]] LetterParty const& patient() const { return dependent.name.empty() ? subscriber : dependent; }
};
[[nodiscard]] PartiesOfLetter parties_of_letter(LevelContents const& levels, Delimiters delimiters);

}  // namespace scrub837
