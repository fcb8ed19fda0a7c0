#include "src/letters/parties.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::parties_test {
namespace {

LetterParty party_of(std::initializer_list<std::string_view> segments) {
  std::string loop;
  for (auto const text : segments) loop.append(text).push_back('\n');
  return party_of_loop(loop, Delimiters{});
}

TEST_CASE("a party is read from the segments of its loop") {
  auto const party =
      party_of({"NM1*85*1*SMITH*ANN*Q**JR*XX*123", "N3*1 ELM ST*SUITE B", "N4*DAYTON*OH*45402",
                "REF*SY*123456789", "PER*IC*ANN*EM*a@b.c*TE*9375550134*TE*1", "DMG*D8*19480102"});
  CHECK(party.name == "ANN Q SMITH JR");
  CHECK(party.id == "123");
  CHECK(party.street == "1 ELM ST, SUITE B");
  CHECK(party.city == "DAYTON, OH 45402");
  CHECK(party.tax_id == "123-45-6789");
  CHECK(party.telephone == "937-555-0134");
  CHECK(party.birth_date == "19480102");
}

TEST_CASE("what is not as long as it should be stays as it is; what is missing is empty") {
  auto const party =
      party_of({"NM1*85*2*AGENCY", "N4**OH", "REF*EI*12", "REF*0B*9", "PER*IC**FX*9375550134"});
  CHECK(party.city == "OH");
  CHECK(party.tax_id == "12");
  CHECK(party.street.empty());
  CHECK(party.telephone.empty());
  CHECK(party.id.empty());
  CHECK(party_of({"NM1*85*2*AGENCY", "N4*DAYTON"}).city == "DAYTON");
}

}  // namespace
}  // namespace scrub837::test::parties_test
