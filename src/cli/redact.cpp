#include <fmt/format.h>

#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/output_option.hpp"
#include "src/cli/redacted_input.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/io/errors.hpp"
#include "src/io/named_output.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

int run_redact(std::span<std::string const> arguments) {
  CommonOptions common;
  std::string output;
  options::options_description shown("Options");
  shown.add_options()("output", options::value(&output)->value_name("FILE"),
                      "write to this file, not to standard output")  //
      ("quiet", options::bool_switch(&common.quiet), "print errors only");
  if (!parse(arguments, shown,
             "scrub837 redact FILE [--output FILE]   a copy without patients' data\n\n"
             "Names, ids, numbers, dates, amounts and notes become tokens of the same shape.\n"
             "The same findings are found in the copy, so that it can be sent to support.",
             "scrub837 redact inbox/batch1.837 --output batch1.redacted.837", common)) {
    return everything_went_out;
  }
  set_up_log(common);
  RunFailures failures;
  auto const inputs = inputs_of(common, InputKind::any, Outputs::shared, std::ref(failures));
  if (inputs.files.size() > 1 || inputs.several) throw UsageError{"redact needs one file"};
  if (failures.any() || inputs.files.empty()) return environment;
  auto const& file = inputs.files.front();
  refuse_bad_output(output, inputs.files);
  confine({folder_of_output(output)});
  RedactedInput const redacted(file);
  if (!redacted.readable()) {
    complain("scrub837: {} cannot be read as X12\n", displayed(file.shown));
    return unreadable;
  }
  if (output.empty()) {
    redacted.read_all(print_bytes);
  } else {
    NamedOutput named(output);
    redacted.read_all([&](std::string_view bytes) { named.sink().append(bytes); });
    named.publish();
  }
  if (!common.quiet) complain("scrub837 redact: {}\n", redacted.in_words());
  return everything_went_out;
}

}  // namespace

constexpr Command redact_file{"redact", "a copy of a file without patients' data", run_redact, true};

}  // namespace scrub837::cli
