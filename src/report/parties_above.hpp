#pragma once

#include <string>
#include <string_view>

#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Who stands above the claim that is told: billing provider, subscriber and patient, from the levels that
/// are open. Names are as received.
class PartiesAbove {
 public:
  /// A set begins: nobody is known.
  void begin_set();
  void level(LevelStart const& start);

  [[nodiscard]] std::string_view provider() const { return provider_; }  ///< 2010AA NM103
  [[nodiscard]] std::string_view provider_npi() const { return npi_; }   ///< 2010AA NM109
  /// The patient of 2010CA, or else the subscriber of 2010BA: `LAST, FIRST MIDDLE`.
  [[nodiscard]] std::string_view patient() const { return dependent_.empty() ? subscriber_ : dependent_; }

 private:
  std::string provider_, npi_, subscriber_, dependent_;
};

/// A person's name as `LAST, FIRST MIDDLE`, an organization's as it is; into memory that is used again.
void assign_name(std::string& name, SegmentView const& nm1);

}  // namespace scrub837
