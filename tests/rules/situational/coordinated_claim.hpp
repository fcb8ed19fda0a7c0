#pragma once

#include <string>
#include <vector>

// Claims that another payer has decided, as snippets (tests/support/file_builder.hpp).
namespace scrub837::test {

/// A loop 2320. \param order SBR01; \param amounts CAS and AMT; \param id 2330B NM109; \param behind 2330B
/// NM1
inline std::string other_payer(std::string const& order, std::string const& amounts,
                               std::string const& id = "P1", std::string const& behind = {}) {
  return "SBR*" + order + "*18*******CI~" + amounts +
         "OI***Y***Y~NM1*IL*1*DOE*JANE****MI*DEMO0002~NM1*PR*2*OTHER PAYER*****PI*" + id + "~" + behind;
}

/// A claim with a line of 125 for each of `decisions`, its loops 2430. \param order SBR01 of 2000B
inline std::string coordinated(std::string const& order, std::string const& others,
                               std::vector<std::string> const& decisions) {
  auto text = "SBR*" + order + "*18*******CI~CLM*DEMO-1*" + std::to_string(125 * decisions.size()) +
              "***12:B:1*Y*A*Y*Y~HI*ABK:Z9181~" + others;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    text += "LX*" + std::to_string(i + 1) + "~SV1*HC:99213*125*UN*1***1~DTP*472*D8*202609" +
            std::to_string(14 + i) + "~" + decisions[i];
  }
  return text;
}

}  // namespace scrub837::test
