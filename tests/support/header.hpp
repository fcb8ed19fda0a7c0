#pragma once

#include <string>
#include <string_view>

// The header of the 837 files that the tests make, ISA to loop 1000B: segments with `*`, `^` and `:`, without
// terminator.
namespace scrub837::test {

/// ISA06 and ISA08 with their padding, and the content of ISA02 and ISA04.
struct IsaFields {
  std::string_view sender = "DEMOSENDER     ";
  std::string_view receiver = "DEMORECEIVER   ";
  std::string_view unused = "          ";
};

[[nodiscard]] inline std::string isa_segment(std::string_view control = "000000001",
                                             IsaFields const& fields = {}) {
  std::string text = "ISA*00*";
  text.append(fields.unused).append("*00*").append(fields.unused);
  text.append("*ZZ*").append(fields.sender).append("*ZZ*").append(fields.receiver);
  return text.append("*260914*1200*^*00501*").append(control).append("*0*P*:");
}

[[nodiscard]] inline std::string gs_segment(std::string_view control = "1",
                                            std::string_view version = "005010X222A1") {
  std::string text = "GS*HC*DEMOSENDER*DEMORECEIVER*20260914*1200*";
  return text.append(control).append("*X*").append(version);
}

/// \param version ST03; empty: it is left out
[[nodiscard]] inline std::string st_segment(std::string_view control = "0001",
                                            std::string_view version = "005010X222A1") {
  auto text = std::string("ST*837*").append(control);
  return version.empty() ? text : text.append("*").append(version);
}

[[nodiscard]] inline std::string bht_segment(std::string_view number = "DEMO1") {
  return std::string("BHT*0019*00*").append(number).append("*20261130*1200*CH");
}

constexpr std::string_view submitter_name = "NM1*41*2*DEMO SENDER*****46*SENDER01";
constexpr std::string_view submitter_contact = "PER*IC*DEMO DESK*TE*5555550100";
constexpr std::string_view receiver_name = "NM1*40*2*DEMO PAYER*****46*PAYER01";

}  // namespace scrub837::test
