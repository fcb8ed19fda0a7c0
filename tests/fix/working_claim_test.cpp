#include "src/fix/working_claim.hpp"

#include <doctest/doctest.h>

#include "src/x12/indexer.hpp"

namespace scrub837::test::working_claim_test {
namespace {

TEST_CASE("WorkingClaim: what is put at one place stands in the guide's order, like behind like") {
  Block block{"CLM*H1*125~LX*1~SV1*HC:99600*125~", 0, 0};
  block.data_size = block.bytes.size();
  Tokens tokens;
  Indexer().index(block.bytes, {}, LineEnds::typed, true, tokens);
  WorkingClaim const claim(block, tokens.segments(), {});
  using What = Edit::What;
  std::vector<Edit> const edits{{What::insert_after, {2, 0, 0}, "NTE*ADD*ONE"},
                                {What::insert_after, {2, 0, 0}, "PWK*OZ*AA"},
                                {What::insert_after, {2, 0, 0}, "NTE*TPO*TWO"},
                                {What::insert_after, {0, 0, 0}, "PWK*NN*AA"}};
  std::vector<Edit const*> pointers;
  for (auto const& edit : edits) pointers.push_back(&edit);
  auto const changed = claim.with(pointers);
  REQUIRE(changed);
  std::string text;
  for (auto const& line : changed->lines()) text += line.text + "~";
  CHECK(text == "CLM*H1*125~PWK*NN*AA~LX*1~SV1*HC:99600*125~PWK*OZ*AA~NTE*ADD*ONE~NTE*TPO*TWO~");
}

}  // namespace
}  // namespace scrub837::test::working_claim_test
