#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "scrub837/claim/claim_view.hpp"
#include "src/scrub/claim_unit.hpp"

namespace scrub837 {

/// A segment that may not be there.
using MaybeSegment = std::optional<SegmentView>;

/// An element as a report shows it; empty if there is no segment.
[[nodiscard]] std::string shown(MaybeSegment const& segment, std::size_t element);
/// The name, or the NPI, of the party that an NM1 names.
[[nodiscard]] std::string party_name(MaybeSegment const& nm1);
[[nodiscard]] std::string party_npi(MaybeSegment const& nm1);

/// A level, or the loop of a party in it.
struct LoopText {
  std::string_view text;
  Delimiters delimiters;

  [[nodiscard]] bool empty() const { return text.empty(); }
  /// Its first segment of a kind. \param qualifiers of which its first element is one; empty: any
  [[nodiscard]] MaybeSegment find(Kind kind, std::initializer_list<std::string_view> qualifiers = {}) const;
};

/// A claim and what stands above it, for the columns of `export`. Borrows the unit.
class ExportFacts {
 public:
  ExportFacts(ClaimUnit const& unit, std::string_view file);

  [[nodiscard]] std::string_view file() const { return file_; }
  [[nodiscard]] ClaimUnit const& unit() const { return *unit_; }
  [[nodiscard]] ClaimView const& claim() const { return unit_->view(); }
  [[nodiscard]] LoopText level(int rank) const { return {unit_->above().level(rank), unit_->delimiters()}; }
  [[nodiscard]] LoopText const& billing_provider() const { return billing_provider_; }
  [[nodiscard]] LoopText const& subscriber() const { return subscriber_; }
  /// The dependent, else the subscriber.
  [[nodiscard]] LoopText const& patient() const { return of_dependent_ ? dependent_ : subscriber_; }
  [[nodiscard]] bool of_dependent() const { return of_dependent_; }

  /// The first segment of a kind directly in 2300. \param qualifier its first element; empty: any
  [[nodiscard]] MaybeSegment find(Kind kind, std::string_view qualifier) const {
    return find(0, kind, qualifier);
  }
  /// The same in a loop of the claim. \param loop index in loops()
  [[nodiscard]] MaybeSegment find(std::size_t loop, Kind kind, std::string_view qualifier) const;
  /// What the first loop with this id begins with. \param within only there
  [[nodiscard]] MaybeSegment first_of(LoopId id, Loop const* within = nullptr) const;
  /// Y if CLM11 names this cause.
  [[nodiscard]] std::string cause(std::string_view code) const;
  /// The notes of a line, or of the claim (-1), with semicolons between.
  [[nodiscard]] std::string notes(std::int32_t line) const;

 private:
  ClaimUnit const* unit_;
  std::string_view file_;
  LoopText billing_provider_, subscriber_, dependent_;
  bool of_dependent_;
};

/// A service line of the claim.
struct ExportLine {
  ExportFacts const& of;
  std::size_t index;
  LineView line;

  [[nodiscard]] std::int32_t number() const { return static_cast<std::int32_t>(index); }
};

}  // namespace scrub837
