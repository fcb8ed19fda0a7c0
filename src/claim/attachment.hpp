#pragma once

#include <string_view>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// Whether PWK02 names a way of sending that needs an attachment control number: mail, electronically,
/// e-mail, fax, file transfer (005010X222A1 PWK02; X12 RFI 1968 for FT).
[[nodiscard]] constexpr bool is_sent(std::string_view transmission) {
  return transmission == "BM" || transmission == "EL" || transmission == "EM" || transmission == "FT" ||
         transmission == "FX";
}

/// Whether PWK02 says where a certificate of medical necessity for medical equipment is, which only PWK*CT
/// of loop 2400 may (005010X222A1, 2400 PWK, the second kind).
[[nodiscard]] constexpr bool is_certificate_way(std::string_view transmission) {
  return transmission == "AB" || transmission == "AD" || transmission == "AF" || transmission == "AG" ||
         transmission == "NS";
}

/// Whether a PWK is such a certificate and no announcement of a document.
/// \param line index of its service line; -1: it is at the claim
[[nodiscard]] inline bool is_certificate(SegmentView const& pwk, std::int32_t line) {
  return line >= 0 && pwk[1] == "CT" && is_certificate_way(pwk[2]);
}

}  // namespace scrub837
