#pragma once

#include <string>
#include <string_view>

#include "src/scrub/scrub_events.hpp"

namespace scrub837 {

/// Who stands above the claim that is told: billing provider, payer, subscriber and patient, from the levels
/// that are open. Read here, the payer costs less than from what the claim inherits, which another thread
/// wrote. Names are as received.
class PartiesAbove {
 public:
  enum class Keep : std::uint8_t {
    payers,    ///< billing provider and payer
    patients,  ///< these, and the patient
  };
  explicit PartiesAbove(Keep keep) : keep_(keep) {}
  /// A set begins: nobody is known.
  void begin_set();
  void level(LevelStart const& start);

  [[nodiscard]] std::string_view provider() const { return provider_; }  ///< 2010AA NM103
  [[nodiscard]] std::string_view provider_npi() const { return npi_; }   ///< 2010AA NM109
  [[nodiscard]] std::string_view payer() const { return payer_; }        ///< 2010BB NM103
  [[nodiscard]] std::string_view payer_id() const { return payer_id_; }  ///< 2010BB NM109
  /// The patient of 2010CA, or else the subscriber of 2010BA: `LAST, FIRST MIDDLE`; into memory that is used
  /// again. Only the claims that have a row need it.
  void assign_patient(std::string& name) const;

 private:
  Keep keep_;
  std::string provider_, npi_, payer_, payer_id_;
  std::string subscriber_, dependent_;  ///< their NM1
  Delimiters delimiters_;
};

/// A person's name as `LAST, FIRST MIDDLE`, an organization's as it is; into memory that is used again.
void assign_name(std::string& name, SegmentView const& nm1);

}  // namespace scrub837
