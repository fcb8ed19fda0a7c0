#include <fmt/format.h>

#include "scrub837/code_lists.hpp"
#include "src/cli/command.hpp"
#include "src/cli/confine.hpp"
#include "src/cli/standard_streams.hpp"
#include "src/codes/read_code_list.hpp"
#include "src/config/load_code_lists.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

std::string counted_codes(CodeList const& list) {
  auto const headings = list.codes.headings();
  auto const codes = list.codes.size() - headings;
  auto text = fmt::format("{} {}", codes, codes == 1 ? "code" : "codes");
  if (headings > 0)
    text +=
        fmt::format(", and {} {} that cannot be billed", headings, headings == 1 ? "heading" : "headings");
  return text;
}

std::string dates_of(CodeList const& list) {
  auto const& [first, last] = list.holds;
  if (first == 0 && last == 0) return "services of any date";
  return fmt::format("services from {} to {}", format_day(first), format_day(last));
}

void print_list(std::string const& path, CodeList const& list) {
  fmt::print("{}\n  kind     {}\n  edition  {}\n  count    {}\n  dates    {}\n", displayed(path),
             name_of(list.kind), list.edition.empty() ? "(the file name does not say)" : list.edition,
             counted_codes(list), dates_of(list));
}

int check_lists(std::span<std::string const> files) {
  if (files.empty()) throw UsageError{"codes check needs at least one code list file"};
  confine_quietly();
  bool wrong = false;
  for (auto const& path : files) {
    try {
      print_list(path, load_code_list(path));
    } catch (CodeListError const& error) {
      complain("scrub837: {}\n", displayed(error.message));
      wrong = true;
    }
  }
  return wrong ? usage : everything_went_out;
}

int run_codes(std::span<std::string const> arguments) {
  if (!arguments.empty() && arguments[0] == "--help") {
    fmt::print(
        "scrub837 codes check FILE...   say what each code list file holds\n\n"
        "Lists: ICD-10-CM order file, HCPCS (ANWEB), NOC codes, NUCC taxonomy,\n"
        "deactivated NPIs, places of service, and CPT codes of your own.\n"
        "docs/code-lists.md says where to get them.\n\n"
        "Example:\n"
        "  scrub837 codes check lists/icd10cm_order_2026.txt\n");
    return everything_went_out;
  }
  if (arguments.empty()) throw UsageError{"codes must be followed by check"};
  if (arguments[0] == "check") return check_lists(arguments.subspan(1));
  throw UsageError{fmt::format("codes must be followed by check, not {}", arguments[0])};
}

}  // namespace

constexpr Command codes{"codes", "say what a code list file holds", run_codes};

}  // namespace scrub837::cli
