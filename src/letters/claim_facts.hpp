#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"
#include "src/io/input.hpp"
#include "src/letters/parties.hpp"

namespace scrub837 {

/// What a claim file says about the line that a worklist row speaks of. Values as they are there, in UTF-8;
/// empty if they don't.
struct ClaimFacts {
  std::size_t input = 0;  ///< number of the input that it was found in
  std::uint64_t claim_index = 0;
  std::string claim, line, procedure, modifiers, date_from, date_to, charge, place;
  std::string payer, payer_id;
  LetterParty provider;                  ///< 2010AA
  LetterParty patient;                   ///< 2010CA, else 2010BA
  std::string member_id;                 ///< 2010BA NM109
  std::string rendering, rendering_npi;  ///< 2420A, else 2310B
  std::string original_reference;        ///< REF*F8: the payer's number of the claim that this one corrects
  std::string authorization;             ///< REF*G1 of the line, else of the claim
  std::string diagnoses;                 ///< codes with their points, `L89.154, E11.9`
  std::string unit, units;               ///< SV103, SV104
  std::string narrative;                 ///< SV101-7 or a note, if a payer can learn from it what was done
  // The first PWK of the line, else of the claim, whose document is sent; else the first:
  std::string attachment_type, attachment_transmission, attachment_control_number;

  /// Its documents go by mail or fax.
  [[nodiscard]] bool on_paper() const {
    return attachment_transmission == "BM" || attachment_transmission == "FX";
  }
};

/// The code whose lines get a letter.
constexpr std::string_view letter_procedure = "99600";

/// Looks claims up in their files by the keys of worklist rows, and finds the lines whose documents go on
/// paper.
class ClaimFactFinder {
 public:
  /// Takes a line whose documents go by mail or fax, as its indicator (or else the claim's) says.
  using OnPaper = std::function<void(std::string const& key, ClaimFacts const& facts)>;

  /// \param keys of the rows that are looked for
  /// \param on_paper is handed each 99600 line of that kind, looked for or not; null: only rows are looked
  /// for
  explicit ClaimFactFinder(std::set<std::string> const& keys, OnPaper on_paper = nullptr);

  /// Reads an input to its end, or until everything is found. Throws EnvironmentError.
  /// \return whether it can be read as X12
  bool read(Input& input, std::size_t number, std::size_t block_size);
  /// By key. Where a claim stands twice, the first counts.
  [[nodiscard]] std::map<std::string, ClaimFacts> const& found() const { return found_; }

 private:
  bool search(Input& input, std::size_t number, std::size_t block_size);
  void take(ClaimView const& claim, std::string const& digest, ClaimFacts const& where,
            PartiesOfLetter const& parties);

  std::map<std::string, std::set<std::int64_t>> wanted_;  ///< lines by the digest in the key
  std::size_t left_ = 0;                                  ///< digests that were not found yet
  std::map<std::string, ClaimFacts> found_;
  OnPaper on_paper_;
};

}  // namespace scrub837
