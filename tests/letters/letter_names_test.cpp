#include "src/letters/letter_names.hpp"

#include <doctest/doctest.h>

namespace scrub837::test::letter_names_test {
namespace {

InputFile input(std::string const& folder, std::string const& base) {
  InputFile file;
  file.folder = folder;
  file.base = base;
  return file;
}

TEST_CASE("a letter is named by its file, its claim number in safe characters, and its line") {
  std::vector<InputFile> const files{input("", "night.held"), input("", "other")};
  LetterNames names(files);
  CHECK(names.next(0, "LHV-1002", "17", 2) == "night.LHV-1002-2.html");
  CHECK(names.next(1, "../a b\n\xC3\x91", "1", 1) == "other.___a_b___-1.html");
  CHECK(names.next(1, "", "3", 1) == "other.claim3-1.html");
  CHECK(names.next(1, std::string(500, 'x'), "4", 1) == "other." + std::string(40, 'x') + "-1.html");
}

TEST_CASE("no two letters have one name, on a disk that ignores case either") {
  std::vector<InputFile> const files{input("", "night.held"), input("", "NIGHT"), input("sub", "night"),
                                     input("", "night-2")};
  LetterNames names(files);
  CHECK(names.next(0, "A1", "1", 1) == "night.A1-1.html");
  CHECK(names.next(1, "A1", "1", 1) == "NIGHT-2.A1-1.html");
  CHECK(names.next(2, "A1", "1", 1) == "night.A1-1.html");
  CHECK(names.next(3, "A1", "1", 1) == "night-2-2.A1-1.html");
  // Claims of one number, and numbers that are one without their signs.
  CHECK(names.next(0, "a1", "2", 1) == "night.a1-1.claim2.html");
  CHECK(names.next(0, "B/1", "3", 1) == "night.B_1-1.html");
  CHECK(names.next(0, "B:1", "4", 1) == "night.B_1-1.claim4.html");
  CHECK(names.next(0, "B+1", "4", 1) == "night.B_1-1.claim4.2.html");
}

}  // namespace
}  // namespace scrub837::test::letter_names_test
