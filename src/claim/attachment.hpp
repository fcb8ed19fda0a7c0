#pragma once

#include <algorithm>
#include <array>

#include "scrub837/claim/claim_view.hpp"

namespace scrub837 {

/// The codes of PWK01, sorted (005010X222A1, 2300 and 2400 PWK01).
inline constexpr std::array<std::string_view, 61> report_types{
    "03", "04", "05", "06", "07", "08", "09", "10", "11", "13", "15", "21", "A3", "A4", "AM", "AS",
    "B2", "B3", "B4", "BR", "BS", "BT", "CB", "CK", "CT", "D2", "DA", "DB", "DG", "DJ", "DS", "EB",
    "HC", "HR", "I5", "IR", "LA", "M1", "MT", "NN", "OB", "OC", "OD", "OE", "OX", "OZ", "P4", "P5",
    "PE", "PN", "PO", "PQ", "PY", "PZ", "RB", "RR", "RT", "RX", "SG", "V5", "XP"};
static_assert(std::is_sorted(report_types.begin(), report_types.end()));

/// Whether the guide has this type of document.
[[nodiscard]] inline bool is_report_type(std::string_view type) {
  return std::binary_search(report_types.begin(), report_types.end(), type);
}

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
/// \param line index of its service line; -1: it stands at the claim
[[nodiscard]] inline bool is_certificate(SegmentView const& pwk, std::int32_t line) {
  return line >= 0 && pwk[1] == "CT" && is_certificate_way(pwk[2]);
}

}  // namespace scrub837
