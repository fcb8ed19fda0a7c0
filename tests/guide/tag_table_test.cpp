#include "src/guide/tag_table.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/draws.hpp"
#include "tests/support/property.hpp"

namespace scrub837::test::guide {
namespace {

using scrub837::guide::TagTable;

TEST_CASE("a tag table finds what was put in, and nothing else") {
  TagTable const table({{pack_tag("EI"), 3}, {pack_tag("SY"), 3}, {pack_tag("G2"), 7}, {pack_tag("EI"), 9}});
  CHECK(table.find(pack_tag("EI")) == 3);  // the first counts
  CHECK(table.find(pack_tag("SY")) == 3);
  CHECK(table.find(pack_tag("G2")) == 7);
  CHECK(table.find(pack_tag("G3")) == TagTable::none);
  CHECK(table.find(0) == TagTable::none);
  CHECK(TagTable({}).find(pack_tag("EI")) == TagTable::none);
}

TEST_CASE("a tag table takes any tags") {
  constexpr std::string_view characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  holds(200, [&] {
    TagTable::Entries entries;
    auto const count = any_in({1, 80});
    entries.reserve(static_cast<std::size_t>(count));
    for (auto i = count; i > 0; --i) {
      std::string text;
      for (auto size = any_in({1, 4}); size > 0; --size) text += any_element(characters);
      entries.push_back({pack_tag(text), static_cast<std::uint8_t>(i)});
    }
    TagTable const table(entries);
    for (auto const& entry : entries) {
      auto const first = std::ranges::find(entries, entry.tag, &TagTable::Entry::tag);
      ensure(table.find(entry.tag) == first->number);
    }
  });
}

}  // namespace
}  // namespace scrub837::test::guide
