#pragma once

#include <string>

#include "tests/support/file_builder.hpp"

// Levels of an 837P part by part, as snippets (tests/support/file_builder.hpp).
namespace scrub837::test {

/// A billing provider level. \param name NM1 and what stands in 2010AA behind it
inline std::string provider_level(std::string const& name = "NM1*85*2*DEMO HOME CARE*****XX*1234567893~",
                                  std::string const& address = "N3*1 DEMO ST~N4*RICHMOND*VA*232190000~",
                                  std::string const& hl = "1**20*1") {
  return "HL*" + hl + "~" + name + address + "REF*EI*123456789~";
}

inline std::string const subscriber_address = "N3*2 DEMO ST~N4*RICHMOND*VA*23219~";
inline std::string const subscriber_birth = "DMG*D8*19500101*F~";

/// A subscriber level. \param about what 2010BA has behind its name; \param payer 2010BB
inline std::string subscriber_level(std::string const& hl = "2*1*22*0",
                                    std::string const& sbr = "SBR*P*18*******CI~",
                                    std::string const& about = subscriber_address + subscriber_birth,
                                    std::string const& payer = "NM1*PR*2*DEMO PAYER*****PI*PAYER01~") {
  return "HL*" + hl + "~" + sbr + "NM1*IL*1*DOE*JANE****MI*DEMO0001~" + about + payer;
}

inline std::string patient_level(std::string const& hl) {
  return "HL*" + hl + "~PAT*19~NM1*QC*1*DOE*JOE~N3*2 DEMO ST~N4*RICHMOND*VA*23219~DMG*D8*20150101*M~";
}

inline std::string listed_claim(std::string const& id) {
  return claim_with(id, "SV1*HC:99213*125*UN*1***1~");
}

}  // namespace scrub837::test
