#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scrub837/control_number_form.hpp"
#include "scrub837/finding.hpp"
#include "scrub837/run_facts.hpp"

namespace scrub837 {

/// Whether a payer asks for something.
enum class Demand : std::uint8_t { optional, required, forbidden };

/// Where a payer looks for the narrative of a line.
enum class NarrativePlace : std::uint8_t {
  description,  ///< SV101-7
  line_note,    ///< 2400 NTE
  claim_note,   ///< 2300 NTE
  any_note,     ///< either of the two
};

/// At which level a payer takes an attachment indicator (PWK).
enum class AttachmentLevel : std::uint8_t { either, line, claim };

/// What a payer asks of the lines that are billed with one code, or with one of a family.
/// What is empty is not asked for.
struct PayerRequirements {
  std::vector<NarrativePlace> narrative_in;  ///< all of them have to hold it
  std::string note_type = "ADD";             ///< NTE01 of the notes that count
  std::int64_t narrative_min_letters = 0;
  Demand comparable_code = Demand::optional;
  Demand attachment = Demand::optional;
  AttachmentLevel attachment_level = AttachmentLevel::either;
  std::vector<std::string> report_types;   ///< PWK01 that the payer takes
  std::vector<std::string> transmissions;  ///< PWK02 that the payer takes
  std::optional<ControlNumberForm> control_number;
  std::vector<std::string> places;        ///< SV105, else CLM05-1
  std::optional<std::int64_t> max_units;  ///< SV104, a line
  bool authorization = false;             ///< REF*G1 in 2300 or 2400
};

/// The demands of a code or family.
struct CodeDemands {
  std::string code;
  PayerRequirements own;        ///< what its section says
  PayerRequirements in_family;  ///< the same, and for the rest what is said of the family
};

/// A setting as a profile says it.
struct Said {
  std::string value;  ///< as it appears in the file
  std::string profile, file;
  std::uint32_t line = 0;
};

/// What tells one payer's claims from another's.
struct PayerOfClaim {
  std::string_view id;                    ///< 2010BB NM109
  std::string_view name;                  ///< 2010BB NM103
  std::string_view group_receiver;        ///< GS03
  std::string_view interchange_receiver;  ///< ISA08
  std::string_view claim_filing;          ///< 2000B SBR09
};

/// One way to recognize a payer: every key that is given has to fit.
struct PayerMatch {
  std::vector<std::string> payer_ids;
  std::string name_pattern;  ///< with * and ?, in either case
  std::vector<std::string> receivers;
  std::vector<std::string> claim_filing;

  /// \return how closely it fits, 0 for a match of any payer; nothing if it doesn't
  [[nodiscard]] std::optional<unsigned> fits(PayerOfClaim const& payer) const;
};

/// The family of all codes that a run counts as unlisted.
constexpr std::string_view unlisted_family = "unlisted";

/// What a payer asks for, what its base profiles say included.
struct Profile {
  std::string name;
  std::string source;  ///< the public page that the demands are from
  std::size_t index = 0;
  std::vector<PayerMatch> matches;
  std::vector<CodeDemands> codes;  ///< few
  std::map<Rule const*, Severity> severities;
  std::map<Rule const*, std::string> off;  ///< rules that are not run, and why
  std::map<std::string, Said> said;        ///< by key (`codes.99600.max_units`): who said it

  /// What is asked of a code: as its own section says, and its family's for the rest. Null: nothing.
  [[nodiscard]] PayerRequirements const* requirements(std::string_view code, bool unlisted) const;
};

/// The payer profiles of a run. Never changed once read.
class Profiles {
 public:
  /// Reads profile files (TOML). Throws ConfigError with file, line and column for a mistake.
  [[nodiscard]] static std::shared_ptr<Profiles const> read_files(std::span<std::string const> paths);
  /// Every mistake in such files, at most one a profile: `file:line:column: what is wrong`.
  [[nodiscard]] static std::vector<std::string> mistakes(std::span<std::string const> paths);
  /// The same from a text. \param shown how mistakes call it
  [[nodiscard]] static std::shared_ptr<Profiles const> read_text(std::string_view text,
                                                                 std::string const& shown);

  /// The profile that fits best: by payer id, else name, else receiver, else claim filing, else one that
  /// takes any payer. Of two that fit alike the later one. Null if none fits.
  [[nodiscard]] Profile const* match(PayerOfClaim const& payer) const;
  [[nodiscard]] std::span<Profile const> all() const { return profiles_; }
  /// The files that they were read from, in the order given.
  [[nodiscard]] std::span<RunFacts::ReadFile const> files() const { return files_; }

 private:
  std::vector<Profile> profiles_;
  std::vector<RunFacts::ReadFile> files_;
};

}  // namespace scrub837
