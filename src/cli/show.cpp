#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/run_result.hpp"
#include "src/cli/screen.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/cli/why.hpp"
#include "src/io/errors.hpp"
#include "src/report/claim_tree.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

void print_page(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
    throw std::system_error(errno, std::generic_category(), "cannot print");
}

// Shows a claim wherever it is in the inputs.
class ClaimSearch {
 public:
  ClaimSearch(WantedClaim wanted, Screen screen, Judge const& judge, RunResult& result)
      : wanted_(std::move(wanted)), screen_(screen), judge_(&judge), result_(&result) {}

  void look_in(InputFile const& file, Progress const& progress, std::function<void()> const& before_printing,
               std::size_t block_size) {
    Sink pending([] { return open_private_temporary(); }, nullptr,
                 "a temporary file in " + temporary_folder());
    ClaimTree tree(wanted_, screen_, file.shown, pending, [&](std::string_view text) {
      before_printing();
      print_page(text);
    });
    auto const summary = check_file(file, *judge_, tree, progress, block_size);
    if (summary.outcome.status == Status::unreadable)
      complain("scrub837: {} cannot be read as X12\n", displayed(file.shown));
    result_->add(file, summary);
    auto const& seen = tree.seen();
    shown_ += seen.shown;
    held_ += seen.held;
    with_line_ += seen.with_line;
    for (auto const& near : seen.near.found()) near_.emplace_back(file.shown, near);
  }

  // \return the exit code
  [[nodiscard]] int finish(bool quiet) const {
    auto const code = result_->exit_code();
    if (shown_ == 0) {
      if (code == unreadable || code == environment) return code;
      throw UsageError{fmt::format("no claim has this number in {} file{}{}", result_->files(),
                                   result_->files() == 1 ? "" : "s", did_you_mean(near_, screen_.show_phi))};
    }
    if (shown_ > 1 && !quiet) fmt::print("{} claims have this number.\n", shown_);
    if (code == unreadable || code == environment) return code;
    if (wanted_.line != 0 && with_line_ == 0) return usage;
    return held_ > 0 ? claims_held : everything_went_out;
  }

 private:
  WantedClaim wanted_;
  Screen screen_;
  Judge const* judge_;
  RunResult* result_;
  std::uint64_t shown_ = 0, held_ = 0, with_line_ = 0;
  std::vector<std::pair<std::string, NearClaims::Near>> near_;
};

int show_claim(CommonOptions const& common, WantedClaim wanted, Screen screen) {
  auto const settings = make_settings(common);
  Judge const judge(settings);
  RunResult result;
  auto const inputs =
      inputs_of(common, InputKind::any, Outputs::shared, [&](auto const& message) { result.fail(message); });
  result.note(inputs, common.expect_input);
  ClaimSearch search(std::move(wanted), screen, judge, result);
  ProgressBar bar(!common.quiet);
  for (auto const& file : inputs.files) {
    try {
      search.look_in(
          file, bar.for_file(file.shown), [&] { bar.clear(); }, common.block_size);
    } catch (EnvironmentError const& error) {
      result.fail(error.what());
    }
  }
  bar.clear();
  return search.finish(common.quiet);
}

int run_show(std::span<std::string const> arguments) {
  CommonOptions common;
  WantedClaim wanted;
  std::string why;
  bool show_phi = false;
  options::options_description shown("");
  shown.add_options()("claim", options::value(&wanted.number)->value_name("NUMBER"),
                      "the claim with this number (CLM01)")                                 //
      ("line", options::value(&wanted.line)->value_name("N"), "only its Nth service line")  //
      ("why", options::value(&why)->value_name("NUMBER"),
       "why a claim was held; INPUT is a folder of outputs")  //
      ("show-phi", options::bool_switch(&show_phi), "print values unmasked on any output");
  add_common(shown, common);
  if (!parse(arguments, shown,
             "scrub837 show INPUT... --claim NUMBER   one claim as a tree with its findings",
             "scrub837 show inbox/batch1.837 --claim LHV-1003", common)) {
    return everything_went_out;
  }
  set_up_log(common);
  if (wanted.number.empty() == why.empty()) throw UsageError{"show needs --claim NUMBER or --why NUMBER"};
  auto const screen = standard_screen(show_phi);
  confine();
  if (!why.empty()) {
    if (wanted.line != 0) throw UsageError{"--line is for --claim"};
    return show_why(common.inputs, why, screen);
  }
  return show_claim(common, std::move(wanted), screen);
}

}  // namespace

constexpr Command show{"show", "one claim as a tree with names and findings", run_show};

}  // namespace scrub837::cli
