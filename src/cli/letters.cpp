#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <set>

#include "src/attachments/read_document_list.hpp"
#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/io/input.hpp"
#include "src/io/write_whole.hpp"
#include "src/letters/claim_facts.hpp"
#include "src/letters/letter_names.hpp"
#include "src/letters/letter_rows.hpp"
#include "src/letters/letter_template.hpp"
#include "src/letters/letter_values.hpp"
#include "src/scrub/row_key.hpp"
#include "src/text/near_name.hpp"
#include "src/text/utf8.hpp"
#include "src/worklist/read_worklist.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

std::string read_named(std::string const& path) {
  auto const status = look_at(path);
  if (!fs::exists(status)) throw UsageError{"there is no file " + path};
  if (fs::is_directory(status)) throw UsageError{path + " is a folder, not a file"};
  return read_whole(path);
}

LetterTemplate read_template(std::string const& path) {
  auto text = path.empty() ? std::string(default_letter) : read_named(path);
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    throw UsageError{path + " is empty, so every letter would be empty"};
  LetterTemplate page(std::move(text), letter_names());
  std::string faults;
  for (auto const& fault : page.faults()) {
    faults += fmt::format("{}{}:{}: {}", faults.empty() ? "" : "\n", path, fault.line, fault.words);
    if (!fault.unknown.empty())
      faults += fmt::format("; did you mean {}?", near_name(fault.unknown, letter_names()));
  }
  if (!faults.empty()) throw UsageError{faults};
  return page;
}

DocumentList read_list(std::string const& path) {
  if (path.empty()) return {};
  auto list = read_document_list(read_named(path));
  if (!list.problem.empty()) throw UsageError{path + " is not a document list: " + list.problem};
  return list;
}

class Letters {
 public:
  /// \param worklist may be empty: letters for what goes on paper alone
  Letters(std::string worklist, std::string const& attachments, std::string out)
      : worklist_(std::move(worklist)), documents_(read_list(attachments)), out_(std::move(out)) {}

  /// The environment failed somewhere; the rest is done all the same.
  void fail(std::string_view message) {
    failed_ = true;
    complain("scrub837: {}\n", message);
  }

  int run(std::vector<InputFile> const& files, LetterTemplate const& page, std::size_t block_size,
          bool quiet) {
    auto const filled = worklist_.empty() ? WorklistFile{} : read_worklist(read_named(worklist_));
    if (filled.rows.empty() && !filled.problems.empty())
      throw UsageError{fmt::format("{}: {}", worklist_, filled.problems[0])};
    confine_further({}, {out_});
    for (auto const& problem : filled.problems) tell(problem);
    auto const wanted = rows_for_letters(filled.rows);
    for (auto const& problem : wanted.problems) miss(problem);

    names_ = LetterNames(files);
    std::set<std::string> keys;
    for (auto const* const row : wanted.rows) keys.insert(line_key(row->key));
    // What a row says of its line goes before what is in the claim.
    auto told = keys;
    for (auto const& row : filled.rows) {
      if (!row.attachment_transmission.empty()) told.insert(line_key(row.key));
    }
    ClaimFactFinder finder(keys, [&](std::string const& key, ClaimFacts const& facts) {
      if (!told.insert(key).second) return;
      FilledRow row;
      row.key = key;
      row.line_index = parse_row_key(key)->line;
      write(row, facts, files, page);
    });
    for (std::size_t i = 0; i < files.size(); ++i) read(finder, files[i], i, block_size);
    for (auto const* const row : wanted.rows) write(*row, finder, files, page);

    if (!quiet) {
      say("scrub837 letters: {} {} written to {}; {} {} without a letter{}\n", written_,
          written_ == 1 ? "letter" : "letters", out_, missed_, missed_ == 1 ? "row" : "rows",
          failed_ ? "; FAILED" : "");
    }
    if (failed_) return environment;
    if (unreadable_) return unreadable;
    return missed_ > 0 ? claims_held : everything_went_out;
  }

 private:
  void tell(std::string_view problem) { complain("scrub837: {}: {}\n", worklist_, problem); }
  void miss(std::string_view problem) {
    ++missed_;
    tell(problem);
  }

  void read(ClaimFactFinder& finder, InputFile const& file, std::size_t number, std::size_t block_size) {
    try {
      auto input = Input::open(file.path);
      if (finder.read(input, number, block_size)) return;
      unreadable_ = unreadable_ || file.named;
      complain("scrub837: {} cannot be read as X12\n", displayed(file.shown));
    } catch (EnvironmentError const& error) {
      fail(error.what());
    }
  }

  void write(FilledRow const& row, ClaimFactFinder const& finder, std::vector<InputFile> const& files,
             LetterTemplate const& page) {
    auto const found = finder.found().find(line_key(row.key));
    auto const* const facts = found == finder.found().end() ? nullptr : &found->second;
    if (auto const problem = problem_with(row, facts); !problem.empty()) return miss(problem);
    if (facts == nullptr || facts->procedure != letter_procedure) return;
    if (typed_size(row) > one_page)
      tell(fmt::format("row {}: so much text was typed that the letter may need a second page", row.number));
    write(row, *facts, files, page);
  }

  void write(FilledRow row, ClaimFacts const& facts, std::vector<InputFile> const& files,
             LetterTemplate const& page) {
    for (auto const& column : typed_columns()) {
      if (row.formulas.test(static_cast<std::size_t>(column.column))) (row.*column.cell).clear();
    }
    add_listed_documents(row, facts, documents_.documents);
    if (!goes_with_document(row, facts)) return;
    // The worklist's own number of the claim is the one that the analyst knows.
    auto const listed = row.others["claim_index"];
    auto const index = whole_number(listed) ? std::string(listed) : std::to_string(facts.claim_index);
    auto const path = fs::path(out_) / files[facts.input].folder /
                      names_.next(facts.input, facts.claim, index, row.line_index);
    write_whole(path, page.render(letter_values(row, facts)));
    // Its name has the claim number, which is not for a log.
    spdlog::info("letter {} written", written_ + 1);
    ++written_;
  }

  std::string worklist_;
  DocumentList documents_;
  std::string out_;
  LetterNames names_;
  std::size_t written_ = 0, missed_ = 0;
  bool failed_ = false, unreadable_ = false;
};

int run_letters(std::span<std::string const> arguments) {
  CommonOptions common;
  std::string worklist, attachments, out, page;
  options::options_description shown("Options");
  shown.add_options()                                                                              //
      ("worklist", options::value(&worklist)->value_name("FILE"), "the filled-in worklist (CSV)")  //
      ("attachments", options::value(&attachments)->value_name("FILE"),
       "list of documents (CSV or JSON lines), to print their names")  //
      ("out,o", options::value(&out)->value_name("DIR"),
       "folder for the letters; created if it does not exist")  //
      ("template", options::value(&page)->value_name("FILE"),
       "page with placeholders, replaces the built-in one")                  //
      ("print-template", "print the built-in page as a template, and stop")  //
      ("quiet", options::bool_switch(&common.quiet), "print errors only")    //
      ("verbose", options::bool_switch(&common.verbose), "log the name of each letter");
  for (auto const& word : arguments) {
    if (word != "--print-template") continue;
    fmt::print("{}", default_letter);
    return everything_went_out;
  }
  if (!parse(arguments, shown,
             "scrub837 letters [--worklist FILE] INPUT... --out DIR   write cover letters\n\n"
             "Writes one page (HTML) for each 99600 line that is required in the worklist, or\n"
             "whose documents go by mail or fax. INPUT: the claim files that were scrubbed, or\n"
             "their held or clean files.",
             "scrub837 letters --worklist out/night.worklist.csv in/night.837 --out letters/", common)) {
    return everything_went_out;
  }
  if (out.empty()) throw UsageError{"--out DIR is missing"};
  set_up_log(common);
  confine({out});
  Letters written(worklist, attachments, out);
  auto const inputs =
      inputs_of(common, InputKind::any, Outputs::shared, [&](auto const& message) { written.fail(message); });
  return written.run(inputs.files, read_template(page), common.block_size, common.quiet);
}

}  // namespace

constexpr Command letters{"letters", "cover letters for the documentation of 99600 lines", run_letters, true};

}  // namespace scrub837::cli
