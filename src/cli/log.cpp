#include "src/cli/log.hpp"

#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "src/cli/command.hpp"
#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"
#include "src/text/utc_time.hpp"

namespace scrub837::cli {
namespace {

class JsonLines final : public spdlog::formatter {
 public:
  void format(spdlog::details::log_msg const& message, spdlog::memory_buf_t& into) override {
    auto const seconds = std::chrono::system_clock::to_time_t(message.time);
    auto const level = spdlog::level::to_string_view(message.level);
    nlohmann::ordered_json json{
        {"time", utc_time(seconds)},
        {"level", std::string_view(level.data(), level.size())},
        {"message", std::string_view(message.payload.data(), message.payload.size())}};
    auto const line = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    into.append(line.data(), line.data() + line.size());
  }
  [[nodiscard]] std::unique_ptr<formatter> clone() const override { return std::make_unique<JsonLines>(); }
};

// Whether standard error goes to the journal: systemd says which file that is.
bool is_journal() {
  auto const* const stream = std::getenv("JOURNAL_STREAM");
  struct stat status {};
  if (stream == nullptr || ::fstat(STDERR_FILENO, &status) != 0) return false;
  return fmt::format("{}:{}", status.st_dev, status.st_ino) == stream;
}

spdlog::level::level_enum level_of(CommonOptions const& common) {
  using namespace spdlog::level;
  constexpr std::array<std::pair<std::string_view, level_enum>, 4> levels{
      {{"error", err}, {"warning", warn}, {"info", info}, {"debug", debug}}};
  if (common.log_level.empty()) return common.verbose ? info : err;
  for (auto const& [name, level] : levels) {
    if (name == common.log_level) return level;
  }
  throw UsageError{"--log-level must be error, warning, info or debug, not " + common.log_level};
}

}  // namespace

std::unique_ptr<spdlog::formatter> json_lines() { return std::make_unique<JsonLines>(); }

void set_up_log(CommonOptions const& common) {
  auto const level = level_of(common);
  auto screen = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  screen->set_level(level);
  if (is_journal()) {
    screen->set_formatter(json_lines());
  } else {
    screen->set_formatter(std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%SZ %l %v",
                                                                      spdlog::pattern_time_type::utc));
  }
  std::vector<spdlog::sink_ptr> sinks{screen};
  if (!common.log.empty()) {
    // For its owner alone; what was logged before stays.
    make_private(open_file(common.log, OpenMode::create), common.log);
    auto file = std::make_shared<spdlog::sinks::basic_file_sink_mt>(common.log);
    file->set_formatter(json_lines());
    file->set_level(std::min(level, spdlog::level::info));
    sinks.push_back(std::move(file));
  }
  auto logger = std::make_shared<spdlog::logger>("scrub837", sinks.begin(), sinks.end());
  logger->set_level(spdlog::level::debug);
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace scrub837::cli
