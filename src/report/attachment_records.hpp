#pragma once

#include <optional>

#include "src/scrub/scrub_events.hpp"
#include "src/scrub/supplies.hpp"

namespace scrub837 {

/// Lists the attachment indicators (PWK) of claims that go out, as they go out: an attachment sender matches
/// its documents by them.
class AttachmentRecords : public ScrubEvents {
 public:
  void claim(ClaimUnit const& unit, ClaimVerdict const& verdict) override;

 protected:
  /// \param supplies what knows of the documents; null: nothing
  /// \param numbers a rerun: control numbers of the clean file
  AttachmentRecords(SupplySource* supplies, std::optional<ControlNumbers> numbers)
      : supplies_(supplies), numbers_(numbers) {}
  virtual void attachment(AttachmentRecord const& record) = 0;

 private:
  SupplySource* supplies_;
  std::optional<ControlNumbers> numbers_;
};

}  // namespace scrub837
