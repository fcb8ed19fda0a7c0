#include "src/io/replacement.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "src/io/write_whole.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/fake_file_system.hpp"

namespace scrub837::test::replacement_test {
namespace {

// A folder with `a` and `b` from earlier, and new files for `a` and `c`.
struct Files {
  TemporaryFolder folder;
  Files() {
    for (std::string const name : {"a", "b"}) write_file(folder / name, "old " + name);
    for (std::string const name : {"a", "c"}) write_file(folder / ("." + name + ".tmp"), "new " + name);
  }
  void replace(Replacement& replacement) const {
    for (std::string const name : {"a", "b", "c"}) {
      auto const path = folder / name;
      replacement.remove(path, aside_of(path));
      if (name != "b") replacement.place(folder / ("." + name + ".tmp"), path);
    }
  }
};

std::string error_of(std::function<void()> const& work) {
  try {
    work();
  } catch (EnvironmentError const& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("replacement: new files get their names, and the earlier ones go") {
  Files const files;
  // What a run left that was killed.
  write_file(files.folder / ".c.old", "older");
  Replacement replacement;
  files.replace(replacement);
  CHECK(names_in(files.folder.path()) == ".a.old .b.old a c");
  replacement.keep();
  replacement.discard_earlier();
  CHECK(names_in(files.folder.path()) == "a c");
  CHECK(read_file(files.folder / "a") == "new a");
}

TEST_CASE("replacement: what is not kept is put back") {
  Files const files;
  {
    Replacement replacement;
    files.replace(replacement);
  }
  CHECK(names_in(files.folder.path()) == "a b");
  CHECK(read_file(files.folder / "a") == "old a");
  CHECK(read_file(files.folder / "b") == "old b");
}

TEST_CASE("replacement: what can't be put back is named beside the reason, and is not lost") {
  Files const files;
  FakeFileSystem fake;
  FileSystemInUse const used(fake);
  // The earlier a and its successor have moved; from then on nothing can be renamed.
  fake.fail_from(Operation::rename, 3, EROFS);
  Replacement replacement;
  auto const message = error_of([&] {
    try {
      files.replace(replacement);
    } catch (EnvironmentError const& error) {
      replacement.put_back(error);
    }
  });
  CHECK(message.find("cannot rename " + (files.folder / "b").string()) == 0);
  CHECK(message.find("; the earlier files could not be put back: cannot rename " +
                     (files.folder / ".a.old").string()) != std::string::npos);
  CHECK(read_file(files.folder / ".a.old") == "old a");
  CHECK(read_file(files.folder / "b") == "old b");
}

TEST_CASE("replacement: a folder that has the name of a file stays where it is") {
  Files const files;
  write_file(files.folder / "d/inside", "x");
  Replacement replacement;
  auto const path = files.folder / "d";
  CHECK(error_of([&] { replacement.remove(path, aside_of(path)); }) ==
        "cannot replace " + path.string() + ": Is a directory");
  CHECK(read_file(path / "inside") == "x");
}

TEST_CASE("replacement: of earlier files all are removed that can be") {
  Files const files;
  FakeFileSystem fake;
  FileSystemInUse const used(fake);
  Replacement replacement;
  files.replace(replacement);
  replacement.keep();
  fake.fail(Operation::remove, fake.count(Operation::remove) + 1, EIO);
  CHECK(error_of([&] { replacement.discard_earlier(); }).find(".a.old") != std::string::npos);
  CHECK(names_in(files.folder.path()) == ".a.old a c");
}

TEST_CASE("files that are written together: all, or the earlier ones stay") {
  TemporaryFolder const folder;
  std::vector<FileContent> const first{{"a", "old a"}, {"b", "old b"}, {"c", std::nullopt}};
  std::vector<FileContent> const second{{"a", "new a"}, {"b", std::nullopt}, {"c", "new c"}};
  write_together(folder / "out", first);
  CHECK(names_in(folder / "out") == "a b");
  FakeFileSystem counting;
  {
    FileSystemInUse const used(counting);
    write_together(folder / "out", second);
  }
  CHECK(names_in(folder / "out") == "a c");
  CHECK(read_file(folder / "out/a") == "new a");
  for (std::size_t nth = 1; nth <= counting.count(Operation::rename); ++nth) {
    write_together(folder / "out", first);
    FakeFileSystem fake;
    FileSystemInUse const used(fake);
    fake.fail(Operation::rename, nth, EIO);
    CHECK(error_of([&] { write_together(folder / "out", second); }).find("cannot rename ") == 0);
    CHECK(names_in(folder / "out") == "a b");
    CHECK(read_file(folder / "out/a") == "old a");
  }
}

}  // namespace scrub837::test::replacement_test
