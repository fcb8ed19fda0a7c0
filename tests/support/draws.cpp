#include "tests/support/draws.hpp"

#include "tests/support/rapidcheck.hpp"

namespace scrub837::test {
namespace {

namespace gen = rc::gen;

rc::Gen<std::string> text_of(std::string_view alphabet) {
  return gen::container<std::string>(gen::elementOf(std::string(alphabet)));
}

}  // namespace

std::int64_t any_in(Range range) { return *gen::inRange(range.first, range.end); }

std::uint64_t any_seed() { return *gen::noShrink(gen::resize(100, gen::arbitrary<std::uint64_t>())); }

bool any_flag(int to_one) {
  return *gen::weightedElement<bool>({{static_cast<std::size_t>(to_one - 1), false}, {1, true}});
}

std::string any_bytes() { return *gen::arbitrary<std::string>(); }

std::string any_text(std::string_view alphabet) { return *text_of(alphabet); }

std::string any_bytes_and(std::string_view alphabet) {
  return *gen::container<std::string>(
      gen::oneOf(gen::arbitrary<char>(), gen::elementOf(std::string(alphabet))));
}

std::vector<std::string> any_texts(std::string_view alphabet) {
  return *gen::container<std::vector<std::string>>(text_of(alphabet));
}

std::vector<std::int64_t> any_list(Range range) {
  return *gen::container<std::vector<std::int64_t>>(gen::inRange(range.first, range.end));
}

std::vector<std::vector<std::int64_t>> any_rows(std::vector<Range> const& columns, int most) {
  auto const row = gen::noShrink(gen::exec([columns] {
    std::vector<std::int64_t> numbers;
    for (auto const& column : columns) numbers.push_back(any_in(column));
    return numbers;
  }));
  auto rows = gen::container<std::vector<std::vector<std::int64_t>>>(row);
  return most == 0 ? *rows : *gen::resize(most, std::move(rows));
}

std::string overwritten(std::string bytes) {
  for (auto const& row : any_rows({{0, 1 << 30}, {0, 256}})) {
    if (!bytes.empty()) bytes[static_cast<std::size_t>(row[0]) % bytes.size()] = static_cast<char>(row[1]);
  }
  return bytes;
}

}  // namespace scrub837::test
