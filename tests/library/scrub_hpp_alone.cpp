// An example of the library: nothing but this header, found in include/ alone (CMakeLists.txt), scrubs a file
// and reads every finding.
#include "scrub837/scrub.hpp"

namespace scrub837::test::scrub_test {

std::string scrubbed_and_told(std::string const& path, std::string const& out);

std::string scrubbed_and_told(std::string const& path, std::string const& out) {
  InputFile const file{.path = path, .shown = path, .folder = {}, .base = "night"};
  Settings settings;
  settings.info = true;
  std::string text;
  static_cast<void>(check_file(file, settings, [&](FindingRecord const& found) {
    text.append(found.rule->id).append(" ").append(found.rule->name).append(" ");
    text.append(name_of(found.severity)).append(" claim ").append(found.claim.value_or("-"));
    text.append(" ").append(found.element.empty() ? "-" : found.element).append(" ");
    text.append(found.has_fix ? name_of(found.fix) : "no fix").append(found.applied ? ", applied" : "");
    text.append(", ").append(found.disposition ? name_of(*found.disposition) : "above the claims");
    text.append(": ").append(found.message).append("\n");
  }));
  auto const summary = scrub_file(file, out, settings);
  text.append(std::to_string(summary.outcome.totals.of(Disposition::held).claims)).append(" held\n");
  return text;
}

}  // namespace scrub837::test::scrub_test
