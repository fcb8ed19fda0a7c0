#include <doctest/doctest.h>

#include "scrub837/summary.hpp"
#include "src/io/publisher.hpp"
#include "src/ledger/file_record.hpp"
#include "src/ledger/ledger.hpp"
#include "tests/io/temporary_folder.hpp"

// What the ledger makes of a run that was cut off between its entry and the names of its outputs.

namespace scrub837::test::recovery_test {
namespace {

namespace fs = std::filesystem;
using ledger::FileState;
using ledger::Ledger;

std::string const input_digest(64, 'a');
std::string const clean_digest(64, 'b');

class Recovery {
 public:
  /// \param withdrawn it failed before the outputs had their names
  explicit Recovery(bool withdrawn = false) : ledger_(folder_ / "l.db") {
    ledger::FileRecord record(ledger_, {.run = ledger_.begin_run("inbox"), .sha256 = input_digest});
    Summary summary;
    summary.file = "in/a.837";
    summary.sha256 = input_digest;
    summary.outputs.push_back({"a.clean.837", 5, clean_digest});
    record.prepare(summary, this->summary());
    if (withdrawn) CHECK(record.withdraw());
  }
  [[nodiscard]] fs::path summary() const { return folder_ / "out/a.summary.json"; }
  void write(std::string const& name, std::string const& bytes = "bytes") const {
    write_file(folder_ / ("out/" + name), bytes);
  }
  void write_summary() const {
    write("a.summary.json", R"({"file":"in/a.837","sha256":")" + input_digest +
                                R"(","outputs":[{"name":"a.clean.837","bytes":5,"sha256":")" + clean_digest +
                                R"("}]})");
  }
  // How many files are in a state after recovery, and how many of them are gone.
  struct Found {
    std::size_t published, prepared, gone;
  };
  Found recover() {
    auto const recovered = ledger::recover(ledger_);
    CHECK(recovered.settled == 1);
    return {ledger_.files_in(FileState::published).size(), ledger_.files_in(FileState::prepared).size(),
            recovered.gone.size()};
  }
  Ledger& ledger() { return ledger_; }

 private:
  TemporaryFolder folder_;
  Ledger ledger_;
};

TEST_CASE("recovery: outputs that wait for their names were not sent") {
  for (auto const& names : std::vector<std::vector<std::string>>{
           {".a.clean.837.tmp"},                         // before the summary was begun
           {".a.clean.837.tmp", ".a.summary.json.tmp"},  // before the first name
           {"a.clean.837", ".a.summary.json.tmp"},       // before the last one
           {"a.clean.837", ".a.summary.json.tmp", "a.other.old"}}) {
    Recovery recovery;
    for (auto const& name : names) recovery.write(name);
    auto const found = recovery.recover();
    CHECK(found.published == 0);
    CHECK(found.prepared == 0);
    CHECK(found.gone == 0);
  }
}

TEST_CASE("recovery: outputs that their summary names were sent") {
  Recovery recovery;
  recovery.write("a.clean.837");
  recovery.write_summary();
  auto const found = recovery.recover();
  CHECK(found.published == 1);
  CHECK(found.gone == 0);
}

TEST_CASE(
    "recovery: of outputs that were fetched before the next run, the claims count as sent, and it is told") {
  for (bool const all : {true, false}) {
    Recovery recovery;
    // A fetcher may take the clean file alone.
    if (!all) recovery.write_summary();
    auto const found = recovery.recover();
    CHECK(found.published == 1);
    CHECK(found.prepared == 0);
    CHECK(found.gone == (all ? 1 : 0));
  }
}

TEST_CASE("recovery: what failed is withdrawn at once, and nothing is left to settle") {
  Recovery recovery(true);
  CHECK(recovery.ledger().files_in(FileState::prepared).empty());
  CHECK(ledger::recover(recovery.ledger()).settled == 0);
}

TEST_CASE("recovery: while another run writes the outputs, its entry is left alone") {
  Recovery recovery;
  {
    Publisher const writing(recovery.summary().parent_path(), "a");
    CHECK(ledger::recover(recovery.ledger()).settled == 0);
    CHECK(recovery.ledger().files_in(FileState::prepared).size() == 1);
  }
  CHECK(recovery.recover().published == 1);
}

}  // namespace
}  // namespace scrub837::test::recovery_test
