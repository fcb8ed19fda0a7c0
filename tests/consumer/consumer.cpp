// Scrubs a file into a folder and prints what was found: one line a finding, then the claims.
#include <iostream>
#include <scrub837/scrub.hpp>

int main(int count, char** arguments) {
  if (count != 3) return 2;
  std::filesystem::path const path = arguments[1];
  scrub837::InputFile const file{path, path.string(), {}, path.stem().string()};
  scrub837::check_file(file, {}, [](scrub837::FindingRecord const& found) {
    std::cout << found.rule->id << ' ' << found.loop << ' ' << found.element << '\n';
  });
  auto const summary = scrub837::scrub_file(file, arguments[2], {});
  std::cout << summary.outcome.totals.in.claims << " claims, "
            << summary.outcome.totals.of(scrub837::Disposition::held).claims << " held\n";
}
