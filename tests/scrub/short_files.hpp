#pragma once

#include <string>
#include <vector>

#include "tests/support/header.hpp"
#include "tests/support/scrub_text.hpp"

// 837P files as short as they can be, written out so that counts and HL numbers can be read off.
namespace scrub837::test {

inline std::string isa(std::string const& control = "000000001") { return isa_segment(control) + "~"; }
inline std::string iea(int groups, std::string const& control = "000000001") {
  return "IEA*" + std::to_string(groups) + "*" + control + "~";
}
inline std::string gs(std::string const& control = "1", std::string const& version = "005010X222A1") {
  return gs_segment(control, version) + "~";
}
inline std::string ge(int sets, std::string const& control = "1") {
  return "GE*" + std::to_string(sets) + "*" + control + "~";
}
/// ST and BHT: two segments.
inline std::string st(std::string const& control = "0001") {
  return st_segment(control) + "~" + bht_segment() + "~";
}
inline std::string se(int segments, std::string const& control = "0001") {
  return "SE*" + std::to_string(segments) + "*" + control + "~";
}
/// Levels of two segments each; `numbers` is HL01*HL02.
inline std::string provider(std::string const& numbers, int children = 1) {
  return "HL*" + numbers + "*20*" + std::to_string(children) + "~NM1*85*2*AGENCY*****XX*1234567893~";
}
inline std::string subscriber(std::string const& numbers, int children = 0) {
  return "HL*" + numbers + "*22*" + std::to_string(children) + "~SBR*P*18*******CI~";
}
inline std::string dependent(std::string const& numbers) { return "HL*" + numbers + "*23*0~PAT*19~"; }
/// Claims of three segments: one that is clean, and one that is held for NAR001.
inline std::string good(std::string const& id) {
  return "CLM*" + id + "*100***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99213*100*UN*1***1~";
}
inline std::string bad(std::string const& id) {
  return "CLM*" + id + "*100***12:B:1*Y*A*Y*Y~LX*1~SV1*HC:99600*100*UN*1***1~";
}
/// One group and one interchange around sets.
inline std::string file_of(std::string const& sets, int count = 1) {
  return isa() + gs() + sets + ge(count) + iea(1);
}

/// What of the rules these files are meant for.
inline Settings only_narratives(std::vector<std::string> const& ignored = {}) {
  Settings settings;
  std::vector<std::string> const words{"NAR001", "NAR007", "ENV"};
  static_cast<void>(settings.select(words));
  static_cast<void>(settings.ignore(ignored));
  return settings;
}

inline Scrubbed split_text(std::string const& bytes) { return scrub_text(bytes, only_narratives()); }

}  // namespace scrub837::test
