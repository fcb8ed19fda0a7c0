#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "scrub837/finding.hpp"

namespace scrub837 {

class Profiles;

/// From which severity on a claim is held.
enum class Hold : std::uint8_t { error, warning, never };

/// Procedure codes that say only what they are not (unlisted, not otherwise classified). Code numbers
/// alone; the built-in list is src/codes/unlisted_codes.txt.
class UnlistedCodes {
 public:
  UnlistedCodes();  ///< the built-in list
  void add(std::string_view code);
  /// Adds the codes of a list: ours, or the one that CMS publishes (see grammar/code_list.hpp).
  /// \return how many it names
  std::size_t add_list(std::string_view text);
  [[nodiscard]] bool contains(std::string_view code) const;
  [[nodiscard]] std::size_t size() const { return size_; }
  /// When the built-in list was last looked over, as `2026-11-23`.
  [[nodiscard]] static std::string_view date();

 private:
  // Codes have at most eight characters: packed into a number and hashed openly, 0 is free.
  std::vector<std::uint64_t> table_;
  std::size_t size_ = 0;
};

/// What a run is asked to do. Made by the command line and the configuration file; read by everything.
class Settings {
 public:
  Settings();

  /// Keeps only these rules: ids, families (`NAR`), `ALL`. \return the first word that names none, or empty
  [[nodiscard]] std::string select(std::span<std::string const> words);
  /// Drops these rules. \return the first word that names none, or empty
  [[nodiscard]] std::string ignore(std::span<std::string const> words);
  /// \return false if there is no such rule
  [[nodiscard]] bool set_severity(std::string_view id, Severity severity);

  [[nodiscard]] bool enabled(Rule const& rule) const { return !disabled_.contains(&rule); }
  [[nodiscard]] Severity severity(Rule const& rule) const;
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
  bool optional_rows = false;  ///< put answerable warnings into the worklist
  UnlistedCodes unlisted;
  std::shared_ptr<Profiles const> profiles;  ///< payer profiles; null: none

 private:
  std::unordered_set<Rule const*> disabled_;
  std::unordered_map<Rule const*, Severity> severities_;
};

}  // namespace scrub837
