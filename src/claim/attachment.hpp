#pragma once

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// Whether PWK02 names a way of sending that needs an attachment control number: mail, electronically,
/// e-mail, fax, file transfer (005010X222A1 PWK02; X12 RFI 1968 for FT).
[[nodiscard]] constexpr bool is_sent(std::string_view transmission) {
  return transmission == "BM" || transmission == "EL" || transmission == "EM" || transmission == "FT" ||
         transmission == "FX";
}

}  // namespace scrub837
