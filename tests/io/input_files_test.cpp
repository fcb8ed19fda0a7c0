#include "src/io/input_files.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

#include "src/io/file_descriptor.hpp"
#include "src/scrub/scrub_file.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/io/unreadable_folder.hpp"

namespace scrub837::test::input_files_test {
namespace {

namespace fs = std::filesystem;

// Inputs as `folder/base`, joined with blanks.
std::string outputs_of(std::vector<std::string> const& names) {
  auto const list = find_inputs(names);
  REQUIRE(list.error == "");
  std::string text;
  for (auto const& file : list.files) {
    text += (text.empty() ? "" : " ") + (file.folder / file.base).lexically_normal().string();
  }
  return text;
}

TEST_CASE("find_inputs: a folder, recursively, by known extensions") {
  TemporaryFolder folder;
  for (std::string const name : {"a.837", "b.edi", "c.x12", "d.txt", "e.837p", "f.837.gz", "G.EDI", "h.csv",
                                 "i.gz", "j", ".hidden.837", "sub/deep/k.837", "sub/l.TXT.GZ"}) {
    write_file(folder / name, "x");
  }
  CHECK(outputs_of({folder.path().string()}) == "G a b c d e f sub/deep/k sub/l");
}

TEST_CASE(
    "find_inputs: a file that begins with an ISA is an input, whatever its name; others are passed over") {
  TemporaryFolder folder;
  for (std::string const name : {"b.dat", "c", "sub/d.837.bak"}) write_file(folder / name, "ISA*00*");
  for (std::string const name : {"z.pdf", "note", "sub/a.csv", ".hidden", "a.held.837", "a.claims.csv"})
    write_file(folder / name, "x");
  std::vector<std::string> const names{folder.path().string()};
  CHECK(outputs_of(names) == "b.dat c sub/d.837.bak");
  auto const list = find_inputs(names);
  CHECK(list.passed_over == std::vector<std::string>{(folder / "note").string(),
                                                     (folder / "sub/a.csv").string(),
                                                     (folder / "z.pdf").string()});
  CHECK(list.empty_folders.empty());
  CHECK(list.several);
  // A rerun takes held files alone, and wonders at nothing else.
  auto const held = find_inputs(names, InputKind::held);
  CHECK(held.files.size() == 1);
  CHECK(held.passed_over.empty());
}

TEST_CASE("find_inputs: folders without an input are named; a single file is not several") {
  TemporaryFolder folder;
  write_file(folder / "in/a.837", "x");
  fs::create_directories(folder / "none/below");
  write_file(folder / "none/note.doc", "x");
  auto const list =
      find_inputs(std::vector<std::string>{(folder / "in").string(), (folder / "none").string()});
  CHECK(list.empty_folders == std::vector<std::string>{(folder / "none").string()});
  CHECK_FALSE(find_inputs(std::vector<std::string>{(folder / "in/a.837").string()}).several);
}

TEST_CASE("find_inputs: in a run over several inputs run.summary.json is the run's") {
  TemporaryFolder folder;
  write_file(folder / "run.837", "x");
  auto const path = (folder / "run.837").string();
  CHECK(outputs_of({path}) == "run");
  CHECK(outputs_of({folder.path().string()}) == "run.837");
  // What the run has written is not taken for an earlier output of the file.
  CHECK(find_inputs(std::vector<std::string>{folder.path().string()}).files.at(0).other_base.empty());
  write_file(folder / "sub/run.837", "x");
  CHECK(outputs_of({folder.path().string()}) == "run.837 sub/run");
  write_file(folder / "run", "ISA*");
  CHECK(find_inputs(std::vector<std::string>{folder.path().string()}).clash.find("rename it") !=
        std::string::npos);
}

TEST_CASE("a name says that a file has claims") {
  for (auto const* const name : {"a.837", "a.837p", "A.X12", "a.edi", "a.837.gz", "sub/a.EDI.GZ"})
    CHECK(is_called_x12(name));
  for (auto const* const name : {"a.txt", "a.dat", "a", "837", "a.gz"}) CHECK_FALSE(is_called_x12(name));
}

TEST_CASE("find_inputs: hidden folders below a folder are left out, as hidden files are") {
  TemporaryFolder folder;
  for (std::string const name : {"a.837", ".snapshot/b.837", "sub/.trash/deep/c.837", "sub/d.837"})
    write_file(folder / name, "x");
  CHECK(outputs_of({folder.path().string()}) == "a sub/d");
  // Named, it is one.
  CHECK(outputs_of({(folder / ".snapshot").string()}) == "b");
}

TEST_CASE("find_inputs: a subfolder that can't be read is named, and the other files are found") {
  TemporaryFolder folder;
  write_file(folder / "a.837", "x");
  write_file(folder / "z/b.837", "x");
  make_unreadable_below(folder / "lost");
  std::vector<std::string> const names{folder.path().string()};
  auto const list = find_inputs(names);
  CHECK(list.error == "");
  REQUIRE(list.files.size() == 2);
  CHECK(list.files[0].base == "a");
  CHECK(list.files[1].base == "b");
  REQUIRE(list.unread.size() == 1);
  CHECK(list.unread[0].find((folder / "lost/ddd").string()) != std::string::npos);
}

TEST_CASE("find_inputs: a subfolder without permission is named") {
  if (::geteuid() == 0) return;  // root may read it
  TemporaryFolder folder;
  write_file(folder / "a.837", "x");
  fs::create_directory(folder / "lost+found");
  fs::permissions(folder / "lost+found", fs::perms::none);
  auto const list = find_inputs(std::vector<std::string>{folder.path().string()});
  CHECK(list.files.size() == 1);
  REQUIRE(list.unread.size() == 1);
  CHECK(list.unread[0].find((folder / "lost+found").string()) != std::string::npos);
}

TEST_CASE("find_inputs: a link that leads to itself is an input that will fail, one to nowhere is none") {
  TemporaryFolder folder;
  write_file(folder / "a.837", "x");
  fs::create_symlink("loop.837", folder / "loop.837");
  fs::create_symlink("nowhere", folder / "none.837");
  fs::create_directory_symlink(".", folder / "again");
  REQUIRE(::mkfifo((folder / "pipe.837").c_str(), 0600) == 0);
  std::vector<std::string> const names{folder.path().string()};
  CHECK(outputs_of(names) == "a loop");
  // What may have been a batch is counted and can be named.
  CHECK(find_inputs(names).passed_over ==
        std::vector<std::string>{(folder / "none.837").string(), (folder / "pipe.837").string()});
}

TEST_CASE("find_inputs: two pipes are two inputs") {
  std::array<int, 2> one{};
  std::array<int, 2> two{};
  REQUIRE(::pipe2(one.data(), O_CLOEXEC) == 0);
  REQUIRE(::pipe2(two.data(), O_CLOEXEC) == 0);
  std::array<FileDescriptor, 4> const ends{FileDescriptor(one[0]), FileDescriptor(one[1]),
                                           FileDescriptor(two[0]), FileDescriptor(two[1])};
  auto const names = std::to_string(one[0]) + " " + std::to_string(two[0]);
  CHECK(outputs_of({"/dev/fd/" + std::to_string(one[0]), "/dev/fd/" + std::to_string(two[0])}) == names);
}

TEST_CASE("find_inputs: our own outputs are no inputs of a folder") {
  TemporaryFolder folder;
  for (std::string const name :
       {"a.837", "a.clean.837", "a.held.837", "a.findings.jsonl", "a.findings.csv", "a.worklist.csv",
        "a.summary.json", ".a.clean.837.tmp", "b.CLEAN.837", "b.held.837.gz"}) {
    write_file(folder / name, "x");
  }
  CHECK(outputs_of({folder.path().string()}) == "a");
  // Named, it is one.
  CHECK(outputs_of({(folder / "a.held.837").string()}) == "a.held");
}

TEST_CASE("find_inputs: files keep the folder's shape, and are named or found") {
  TemporaryFolder folder;
  write_file(folder / "sub/a.837", "x");
  auto list = find_inputs(std::vector<std::string>{folder.path().string()});
  REQUIRE(list.files.size() == 1);
  CHECK(list.files[0].folder == "sub");
  CHECK_FALSE(list.files[0].named);
  list = find_inputs(std::vector<std::string>{(folder / "sub/a.837").string()});
  REQUIRE(list.files.size() == 1);
  CHECK(list.files[0].folder.empty());
  CHECK(list.files[0].named);
}

TEST_CASE("find_inputs: stems without .gz and known extension; standard input is stdin") {
  TemporaryFolder folder;
  for (std::string const name : {"batch.1.837", "plain", "x.csv"}) write_file(folder / name, "x");
  CHECK(outputs_of({(folder / "batch.1.837").string(), (folder / "plain").string(),
                    (folder / "x.csv").string(), "-"}) == "batch.1 plain x.csv stdin");
}

TEST_CASE("find_inputs: where two share a stem, both keep their whole name") {
  TemporaryFolder folder;
  for (std::string const name : {"a.837", "a.edi", "b.837", "b.837.gz", "sub/a.837", "c.837"})
    write_file(folder / name, "x");
  CHECK(outputs_of({folder.path().string()}) == "a.837 a.edi b.837 b.837.gz c sub/a");
}

TEST_CASE("find_inputs: a whole name may itself be another's stem") {
  TemporaryFolder folder;
  for (std::string const name : {"a.837", "a.edi", "a.837.txt"}) write_file(folder / name, "x");
  CHECK(outputs_of({folder.path().string()}) == "a.837 a.837.txt a.edi");
}

TEST_CASE("find_inputs: one file named twice is one input; two that can't be told apart are refused") {
  TemporaryFolder folder;
  write_file(folder / "one/a.837", "x");
  write_file(folder / "two/a.837", "x");
  auto const a = (folder / "one/a.837").string();
  CHECK(outputs_of({a, a, (folder / "one").string()}) == "a");
  auto const list = find_inputs(std::vector<std::string>{a, (folder / "two/a.837").string()});
  CHECK(list.clash.find("two/a.837") != std::string::npos);
}

TEST_CASE("find_inputs: what is not there is named") {
  auto const list = find_inputs(std::vector<std::string>{"/nowhere/at/all.837"});
  CHECK(list.error.find("/nowhere/at/all.837") != std::string::npos);
}

TEST_CASE("find_inputs: what can't be looked at may well be there; the others are found") {
  TemporaryFolder folder;
  write_file(folder / "a.837", "x");
  fs::create_symlink("loop.837", folder / "loop.837");
  auto const beyond = folder.path().string() + "/" + std::string(300, 'd') + "/b.837";
  auto const list = find_inputs(
      std::vector<std::string>{beyond, (folder / "a.837").string(), (folder / "loop.837").string()});
  CHECK(list.error == "");
  CHECK(list.files.size() == 1);
  REQUIRE(list.unread.size() == 2);
  CHECK(list.unread[0].starts_with("cannot access " + beyond + ": "));
  CHECK(list.unread[1].find("loop.837") != std::string::npos);
  // What lies below a file is not there.
  CHECK(find_inputs(std::vector<std::string>{(folder / "a.837/b.837").string()}).error != "");
}

TEST_CASE("find_collision: an output that would overwrite an input") {
  TemporaryFolder folder;
  write_file(folder / "a.837", "x");
  write_file(folder / "a.clean.837", "x");
  auto const suffixes = output_suffixes();
  auto const in = [&](std::vector<std::string> const& names) {
    std::vector<std::string> paths;
    for (auto const& name : names) paths.push_back((folder / name).string());
    return find_inputs(paths).files;
  };
  CHECK(find_collision(in({"a.837"}), folder.path(), suffixes) == "");
  CHECK(find_collision(in({"a.837", "a.clean.837"}), folder.path(), suffixes) != "");
  // Through a link, too.
  fs::create_directory(folder / "out");
  fs::create_hard_link(folder / "a.837", folder / "out/a.held.837");
  CHECK(find_collision(in({"a.837"}), folder / "out", suffixes) != "");
}

}  // namespace
}  // namespace scrub837::test::input_files_test
