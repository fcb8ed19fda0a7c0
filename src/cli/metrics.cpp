#include "src/cli/metrics.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <array>
#include <utility>

#include "scrub837/claim/money.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837::cli {
namespace {

class Text {
 public:
  void describe(std::string_view name, std::string_view what) {
    text_ += fmt::format("# HELP scrub837_inbox_{0} {1}\n# TYPE scrub837_inbox_{0} gauge\n", name, what);
  }
  template <typename Value>
  void add(std::string_view name, Value value, std::string_view labels = {}) {
    text_ += fmt::format("scrub837_inbox_{}{} {}\n", name, labels, value);
  }
  [[nodiscard]] std::string const& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

std::string metrics_text(PassMetrics const& metrics) {
  Text text;
  text.describe("last_pass_timestamp_seconds", "When the last pass ended.");
  text.add("last_pass_timestamp_seconds", metrics.ended);
  text.describe("last_pass_duration_seconds", "How long the last pass took.");
  text.add("last_pass_duration_seconds", metrics.seconds);
  text.describe("last_pass_exit_code", "Exit code of the last pass.");
  text.add("last_pass_exit_code", metrics.exit_code);
  text.describe("overdue", "1 if nothing came by the expected hour.");
  text.add("overdue", metrics.overdue ? 1 : 0);
  text.describe("files", "Files of the last pass, by what became of them.");
  std::array<std::pair<std::string_view, std::uint64_t>, 5> const files{
      {{"scrubbed", metrics.counts.scrubbed},
       {"quarantined", metrics.counts.quarantined},
       {"known", metrics.counts.known},
       {"left", metrics.counts.left},
       {"refused", metrics.counts.refused}}};
  for (auto const& [name, count] : files) text.add("files", count, fmt::format("{{result=\"{}\"}}", name));
  constexpr std::array dispositions{Disposition::clean, Disposition::fixed, Disposition::held,
                                    Disposition::released};
  text.describe("claims", "Claims of the last pass, by what became of them.");
  for (auto const disposition : dispositions)
    text.add("claims", metrics.totals.of(disposition).claims,
             fmt::format("{{disposition=\"{}\"}}", name_of(disposition)));
  text.describe("charges_dollars", "Charges of the last pass, by what became of their claims.");
  for (auto const disposition : dispositions)
    text.add("charges_dollars", format_cents(metrics.totals.of(disposition).cents),
             fmt::format("{{disposition=\"{}\"}}", name_of(disposition)));
  return text.text();
}

void write_metrics(std::string const& path, std::string const& text) {
  constexpr mode_t for_everybody = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;
  // The collector reads *.prom alone, and so never half a file.
  auto const temporary = path + ".tmp";
  auto const file = open_file(temporary, OpenMode::create_empty);
  write_at(file.get(), text, 0, path);
  if (!file_system().set_mode(file.get(), for_everybody))
    throw system_error("cannot set the mode of " + path);
  sync_file(file, path);
  rename_file(temporary, path);
}

}  // namespace scrub837::cli
