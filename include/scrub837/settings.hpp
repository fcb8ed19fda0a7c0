#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "scrub837/claims_seen.hpp"
#include "scrub837/finding.hpp"
#include "scrub837/run_facts.hpp"
#include "scrub837/unlisted_codes.hpp"

namespace scrub837 {

class CodeLists;
class Profiles;
namespace guide {
class BoundGuide;
}

/// From which severity on a claim is held.
enum class Hold : std::uint8_t { error, warning, never };

/// What a run is asked to do. Made by the command line and the configuration file; read by everything.
class Settings {
 public:
  Settings();

  /// Keeps only these rules: ids, families (`NAR`), `ALL`. \return the first word that names none, or empty
  [[nodiscard]] std::string select(std::span<std::string const> words);
  /// Drops these rules. \return the first word that names none, or empty
  [[nodiscard]] std::string ignore(std::span<std::string const> words);
  /// Keeps only rules of these SNIP types, 1 to 7.
  void keep_snip_types(std::span<unsigned const> types);
  /// \return false if there is no such rule
  [[nodiscard]] bool set_severity(std::string_view id, Severity severity);
  void set_severity(Rule const& rule, Severity severity);

  /// The rule is on, with the severity that it has by itself, whatever was said before.
  void enforce(Rule const& rule);

  /// Adds a rule of the caller's own, behind those of the catalogue. It outlives every run with the settings.
  void add(Rule const& rule) { own_.push_back(&rule); }

  [[nodiscard]] bool enabled(Rule const& rule) const { return !disabled_.contains(&rule); }
  [[nodiscard]] Severity severity(Rule const& rule) const;
  /// Whether a severity was set for the rule, be it the one that it has anyway.
  [[nodiscard]] bool sets_severity(Rule const& rule) const { return severities_.contains(&rule); }
  /// The rules that are switched on, in catalogue order.
  [[nodiscard]] std::vector<Rule const*> active() const;
  /// Whether a fix of this applicability goes in without a person.
  [[nodiscard]] bool applies(Applicability applicability) const {
    return applicability == Applicability::safe || (applicability == Applicability::unsafe && unsafe_fixes);
  }
  /// Whether a finding of this severity, left unmended, holds its claim.
  [[nodiscard]] bool holds(Severity severity) const {
    return severity == Severity::error || (hold == Hold::warning && severity == Severity::warning);
  }

  bool unsafe_fixes = false;
  Hold hold = Hold::error;
  bool info = false;           ///< list info findings, which otherwise are only counted
  bool optional_rows = false;  ///< put answerable warnings of held claims into the worklist
  /// Worklist rows without the patient's name, birth date and member id (HIPAA minimum necessary).
  bool minimum_necessary = false;
  bool all_claims = false;  ///< list every claim in claims.csv, not only those with something to say
  /// Which interchanges may be sent; an empty list: all.
  struct Send {
    std::vector<std::string> usage;      ///< ISA15
    std::vector<std::string> receivers;  ///< ISA08, without blanks at its end
  };
  Send send = {};
  UnlistedCodes unlisted;
  std::shared_ptr<CodeLists const> code_lists;     ///< never null: those that are built in, and those loaded
  std::shared_ptr<guide::BoundGuide const> guide;  ///< the guide that is checked; null: the one shipped
  std::shared_ptr<Profiles const> profiles;        ///< payer profiles; null: none
  /// How the settings were asked for, as summary.json repeats it; nothing else reads it.
  std::vector<std::string> options;

  /// The companion guides that `guide` was read from, as summary.json names them; nothing else reads it.
  std::vector<RunFacts::Guide> guides;

  /// What summary.json says of them. \param seen the claims of the run
  [[nodiscard]] RunFacts facts(ClaimsSeen const& seen = {}) const;

 private:
  std::unordered_set<Rule const*> disabled_;
  std::unordered_map<Rule const*, Severity> severities_;
  std::vector<Rule const*> own_;
};

}  // namespace scrub837
