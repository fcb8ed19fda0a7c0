#include <doctest/doctest.h>

#include "tests/cli/run_binary.hpp"
#include "tests/io/temporary_folder.hpp"
#include "tests/support/file_builder.hpp"
#include "tests/support/scrub_text.hpp"

namespace scrub837::test::profile_test {
namespace {

constexpr auto good =
    "[[profile]]\nname = 'base'\nsource = 'a page'\ncodes.unlisted.max_units = 4\n"
    "[[profile]]\nname = 'mine'\nsource = 'another page'\ninherits = 'base'\n"
    "match = { payer_ids = ['PAYER01'] }\ncodes.99600.attachment = 'required'\n";

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("profile check: says ok, or every mistake with its place") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "good.toml", good);
  write_file(folder / "bad.toml",
             "[[profile]]\nname = 'x'\nsource = 'y'\nmatsh = {}\n[[profile]]\nname = 'z'\nsource = 'y'\n"
             "codes.99600.max_unit = 3\n");
  auto ran = run_binary({"profile", "check", "good.toml"}, in);
  CHECK(ran.code == 0);
  CHECK(ran.out == "ok: 2 profiles\n");
  ran = run_binary({"profile", "check", "bad.toml"}, in);
  CHECK(ran.code == 2);
  CHECK(ran.out == "");
  CHECK(has(ran.err, "bad.toml:4:1: unknown key matsh in a profile; did you mean match?"));
  CHECK(has(ran.err, "bad.toml:8:13: unknown key max_unit for a code; did you mean max_units?"));
  for (std::vector<std::string> const& arguments :
       {std::vector<std::string>{"profile"},
        {"profile", "chekc"},
        {"profile", "check"},
        {"profile", "check", "none.toml"},
        {"profile", "check", "."},
        {"profile", "show", "--payer", "PAYER01"},
        {"profile", "show", "--profiles", "good.toml"},
        {"profile", "show", "--payer", "PAYER01", "--profiles", "bad.toml"}}) {
    CAPTURE(arguments.back());
    auto const wrong = run_binary(arguments, in);
    CHECK(wrong.code == 2);
    CHECK(!wrong.err.empty());
  }
}

TEST_CASE("profile show: the profile for a payer, and where each value comes from") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "good.toml", good);
  auto const ran = run_binary({"profile", "show", "--payer", "PAYER01", "--profiles", "good.toml"}, in);
  CHECK(ran.code == 0);
  CHECK(has(ran.out, "profile mine\nsource: another page\n"));
  CHECK(has(ran.out, "codes.99600.attachment = 'required'"));
  CHECK(has(ran.out, "# mine, good.toml:10"));
  CHECK(has(ran.out, "# base, good.toml:4"));
  CHECK(has(run_binary({"profile", "show", "--payer", "P2", "--profiles", "good.toml"}, in).out,
            "No profile applies"));
}

TEST_CASE("profiles on the command line and in the configuration file do the same") {
  TemporaryFolder folder;
  auto const in = folder.path().string();
  write_file(folder / "conf/good.toml", good);
  write_file(folder / "conf/more.toml",
             "[[profile]]\nname = 'more'\nsource = 'a page'\nmatch = { any = true }\n");
  write_file(folder / "conf/scrub837.toml", "profiles = ['good.toml', 'more.toml']\n");
  write_file(folder / "conf/wrong.toml", "profiles = ['good.toml', 'none.toml']\n");
  write_file(folder / "a.837", file_with("SV1*HC:99600:::::COMPLEX WOUND CARE LEFT HEEL*125*UN*9***1~"));
  auto const plain = run_binary({"check", "a.837"}, in);
  CHECK(plain.code == 0);
  auto const given =
      run_binary({"check", "a.837", "--profiles", "conf/good.toml", "--profiles", "conf/more.toml"}, in);
  CHECK(given.code == 1);
  CHECK(has(given.out, "PAY007"));
  auto const configured = run_binary({"check", "a.837", "--config", "conf/scrub837.toml"}, in);
  CHECK(configured.out == given.out);
  CHECK(run_binary({"scrub", "a.837", "--out", "out", "--config", "conf/scrub837.toml"}, in).code == 1);
  auto const wrong = run_binary({"check", "a.837", "--config", "conf/wrong.toml"}, in);
  CHECK(wrong.code == 2);
  CHECK(has(wrong.err, "wrong.toml:1:26: cannot read"));
  CHECK(run_binary({"check", "a.837", "--profiles", "conf/wrong.toml"}, in).code == 2);
}

TEST_CASE("explain and the rules page name the profile that an example is judged under") {
  CHECK(has(run_binary({"explain", "PAY007"}).out,
            "Under a payer profile with:\n    codes.99600.max_units = 16\n"));
  CHECK_FALSE(has(run_binary({"explain", "NAR001"}).out, "profile with"));
  CHECK(has(run_binary({"rules", "--format", "markdown"}).out, "```toml\ncodes.99600.max_units = 16\n```"));
}

}  // namespace
}  // namespace scrub837::test::profile_test
