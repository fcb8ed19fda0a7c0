#include "src/rules/guide_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "src/guide/bound_guide.hpp"

namespace scrub837::test::guide_words_test {
namespace {

using guide::Fault;
using guide::FaultKind;
using guide::Table;

Table const& table() { return guide::shipped_guide()->table(); }

// A fault in a loop's use of a segment whose qualifier has this code; empty: its first use.
Fault fault_in(LoopId loop, Kind segment, std::string_view code = {}, unsigned element = 0,
               unsigned component = 0) {
  Fault fault;
  fault.kind = FaultKind::code_not_in_list;
  fault.loop = loop;
  fault.segment = segment;
  auto const has = [&](guide::SegmentUse const& use) {
    return use.loop == name_of(loop) && use.segment == name_of(segment) &&
           (code.empty() ||
            (!use.qualifiers.empty() && table().code_sets[use.qualifiers.front().codes].contains(code)));
  };
  auto const use = std::ranges::find_if(table().uses, has);
  REQUIRE(use != table().uses.end());
  fault.use = &*use;
  fault.place.element = static_cast<std::uint8_t>(element);
  fault.place.component = static_cast<std::uint8_t>(component);
  if (element == 0) return fault;
  fault.element = &table().elements_of(*use)[element - 1];
  if (component != 0) fault.element = &table().parts_of(*fault.element)[component - 1];
  return fault;
}

TEST_CASE("guide words: an element has its name, its title, and whose it is") {
  auto const zip = fault_in(LoopId::L2010AA, Kind::N4, {}, 3);
  CHECK(guide_words::element(zip, table()) == "N403 (ZIP code) of the billing provider (2010AA)");
  CHECK(guide_words::place(zip) == "N403");
  auto const pointer = fault_in(LoopId::L2400, Kind::SV1, {}, 7, 2);
  CHECK(guide_words::place(pointer) == "SV107-2");
  CHECK(guide_words::whole_element(pointer, table()).starts_with("SV107 ("));
}

TEST_CASE("guide words: an ID is called by what it is in its loop") {
  auto const id_in = [](LoopId loop) {
    return guide_words::element(fault_in(loop, Kind::NM1, {}, 9), table());
  };
  CHECK(id_in(LoopId::L2010AA).starts_with("NM109 (NPI) of the billing provider"));
  CHECK(id_in(LoopId::L2010BA).starts_with("NM109 (member ID) of the subscriber"));
  CHECK(id_in(LoopId::L2330A).starts_with("NM109 (member ID) of the "));
  CHECK(id_in(LoopId::L2010BB).starts_with("NM109 (payer ID) of the payer"));
}

TEST_CASE("guide words: a REF is named with its qualifiers, and its value by what the reference is") {
  auto const tax_id = fault_in(LoopId::L2010AA, Kind::REF, "EI", 2);
  CHECK(guide_words::segment(tax_id, table()).starts_with("REF*EI or SY ("));
  CHECK(guide_words::segment(tax_id, table()).ends_with(" of the billing provider (2010AA)"));
  auto const title = table().title_of(tax_id.use->title);
  CHECK(guide_words::element(tax_id, table()).find(title) != std::string::npos);
  CHECK(guide_words::loop(tax_id, table()) == "2010AA (billing provider)");
}

TEST_CASE("guide words: the codes that an element may have are listed, numbers in their order") {
  auto const format = fault_in(LoopId::L2400, Kind::DTP, "472", 2);
  CHECK(guide_words::allowed(format, table()) == " Allowed: D8, RD8.");
  CHECK_FALSE(guide_words::is_qualifier(format, table()));
  CHECK(guide_words::allowed(fault_in(LoopId::L2300, Kind::CLM, {}, 2), table()).empty());
}

TEST_CASE("guide words: of a qualifier, the codes of all segments of its loop, each with what it means") {
  auto const date = fault_in(LoopId::L2400, Kind::DTP, "472", 1);
  CHECK(guide_words::is_qualifier(date, table()));
  auto const text = guide_words::allowed(date, table());
  CHECK(text.find("472 (") != std::string::npos);
  CHECK(text.find("471 (") != std::string::npos);
}

TEST_CASE("guide words: how often something is there, and how often it may be") {
  auto fault = fault_in(LoopId::L2300, Kind::REF, "EA");
  fault.other = 1;
  CHECK(guide_words::times(fault) == "too often");
  CHECK(guide_words::allowed_number(fault) == "1 is");
  fault.count = 3;
  fault.other = 2;
  CHECK(guide_words::times(fault) == "3 times");
  CHECK(guide_words::allowed_number(fault) == "2 are");
}

TEST_CASE("guide words: a loop that is there too often is counted in the plural") {
  auto fault = fault_in(LoopId::L2310B, Kind::NM1);
  fault.parent = LoopId::L2300;
  fault.count = 2;
  CHECK(guide_words::loops_found(fault, table()) == "The claim has 2 rendering providers (2310B)");
  fault.count = 0;
  CHECK(guide_words::loops_found(fault, table()) == "The claim has too many rendering providers (2310B)");
}

TEST_CASE("guide words: an element without a use in its loop has its name alone") {
  Fault fault;
  fault.kind = FaultKind::element_not_used;
  fault.loop = LoopId::L2400;
  fault.segment = Kind::SV1;
  fault.place.element = 19;
  CHECK(guide_words::element(fault, table()).starts_with("SV119 of the "));
  CHECK(guide_words::whole_element(fault, table()) == "SV119");
  CHECK(guide_words::allowed(fault, table()).empty());
}

}  // namespace
}  // namespace scrub837::test::guide_words_test
