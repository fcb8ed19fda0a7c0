#include "tests/support/file_builder.hpp"

#include <doctest/doctest.h>

#include "tests/support/scrub_text.hpp"

namespace scrub837::test {
namespace {

TEST_CASE("file_with: the template is found clean, and snippets stand where they belong") {
  for (auto const& style : styles()) {
    CAPTURE(style.name);
    auto const file = file_with("", style);
    auto const scrubbed = scrub_text(file, ignoring({"ATT001"}), style.block_size);
    CHECK(scrubbed.rules() == "");
    CHECK(scrubbed.clean == file);
    CHECK(scrubbed.claims(Disposition::clean) == 1);
    CHECK(claim_bytes(file, 1, style.delimiters).size() > 100);
  }
  CHECK(file_with("BHT*0019*00*DEMO2*20260914*1200*RP~PWK*OZ*AA~NTE*ADD*TEXT~SE*9*0001~")
            .find("BHT*0019*00*DEMO2*20260914*1200*RP~\n") != std::string::npos);
  CHECK(file_with("PWK*OZ*AA~NTE*ADD*TEXT~")
            .find("*1~\nPWK*OZ*AA~\nDTP*472*D8*20260914~\nNTE*ADD*TEXT~\nSE*27*0001~\n") !=
        std::string::npos);
  CHECK(file_with("SV1*HC:99213*125.50*UN*1***1~SV1*HC:99213*10*UN*1***1~")
            .find("CLM*DEMO-1*135.50***12:B:1*Y*A*Y*Y~\nHI*ABK:Z9181~\nLX*1~\nSV1*HC:99213*125.50") !=
        std::string::npos);
  CHECK(file_with("SE*25*0001~IEA*1*000000001~").find("SE*25*0001~\nIEA*1") != std::string::npos);
  CHECK(file_with("IEA*1*000000001").ends_with("IEA*1*000000001"));
  auto const file = interchange_with(group_with(set_with("0001") + set_with("0002"), "1", "2"));
  CHECK(file_with(interchange_with(group_with(set_with("0001")))) == file_with(""));
  CHECK(scrub_text(file_with(file), ignoring({"ATT001", "ENV014"})).rules() == "");
}

}  // namespace
}  // namespace scrub837::test
