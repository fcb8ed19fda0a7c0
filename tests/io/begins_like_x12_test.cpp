#include "src/io/begins_like_x12.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include "src/io/errors.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test::begins_like_x12_test {
namespace {

void write_gzip(std::filesystem::path const& path, std::string const& bytes) {
  auto* const file = ::gzopen(path.c_str(), "wb");
  ::gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  ::gzclose(file);
}

TEST_CASE("a file begins like X12: ISA behind a byte-order mark, blanks and line ends, packed or not") {
  TemporaryFolder const folder;
  auto const path = folder / "night.dat";
  for (std::string const start : {"ISA*00*", "\xEF\xBB\xBFISA*", " \t\r\n ISA*", "\xEF\xBB\xBF\r\nISA|"}) {
    CAPTURE(start);
    write_file(path, start);
    CHECK(begins_like_x12(path));
    write_gzip(path, start + std::string(100'000, 'x'));
    CHECK(begins_like_x12(path));
  }
  for (std::string const start : {"", "IS", "claims\nISA*", "xISA*", "%PDF-1.7", "\x1F\x8B is no gzip"}) {
    CAPTURE(start);
    write_file(path, start);
    CHECK_FALSE(begins_like_x12(path));
  }
  write_file(path, std::string(1000, ' ') + "ISA*");
  CHECK_FALSE(begins_like_x12(path));
  CHECK_THROWS_AS(static_cast<void>(begins_like_x12(folder / "none")), EnvironmentError);
}

}  // namespace
}  // namespace scrub837::test::begins_like_x12_test
