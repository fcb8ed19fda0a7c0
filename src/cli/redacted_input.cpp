#include "src/cli/redacted_input.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <limits>
#include <set>

#include "src/io/file_operations.hpp"
#include "src/text/utf8.hpp"

namespace scrub837::cli {
namespace {

// A finding without anything that redaction changes.
std::multiset<std::string> findings_in(InputFile const& file) {
  Settings settings;
  settings.info = true;
  std::multiset<std::string> found;
  static_cast<void>(check_file(file, settings, [&](FindingRecord const& record) {
    found.insert(fmt::format("{} {} {} {} {} {} {}", record.rule->id, static_cast<int>(record.severity),
                             record.interchange_index, record.set_ordinal, record.claim_index,
                             record.segment_number, record.element));
  }));
  return found;
}

std::size_t differences_between(std::multiset<std::string> const& one,
                                std::multiset<std::string> const& other) {
  std::vector<std::string> different;
  std::ranges::set_symmetric_difference(one, other, std::back_inserter(different));
  for (auto const& finding : different) spdlog::info("only in one: {}", finding);
  return different.size();
}

std::unique_ptr<Sink> private_sink() {
  return std::make_unique<Sink>([] { return open_private_temporary(); }, nullptr,
                                "a temporary file in " + temporary_folder());
}

// A file without a name can be opened by its descriptor.
std::string path_of(Sink& sink) { return fmt::format("/proc/self/fd/{}", sink.flush().get()); }

}  // namespace

void RunFailures::operator()(std::string const& message) {
  any_ = true;
  spdlog::error("{}", displayed(message));
}

// Standard input can be read once; its copy as often as is needed.
void RedactedInput::keep_standard_input() {
  if (file_.path != "-") return;
  auto const input = Input::open(file_.path);
  received_ = private_sink();
  std::string buffer(std::size_t{1} << 16U, '\0');
  for (std::uint64_t offset = 0;;) {
    auto const size = input.read_at(buffer, offset);
    received_->append(std::string_view(buffer).substr(0, size));
    offset += size;
    if (size < buffer.size()) break;
  }
  file_.path = path_of(*received_);
}

RedactedInput::RedactedInput(InputFile const& file) : file_(file) {
  keep_standard_input();
  auto input = Input::open(file_.path);
  auto const original = findings_in(file_);
  findings_ = original.size();
  differences_ = std::numeric_limits<std::size_t>::max();
  constexpr std::uint64_t small = std::uint64_t{1} << 24U;
  auto const rounds = input.size() < small ? 8U : 1U;
  for (unsigned round = 0; round < rounds && differences_ > 0; ++round) {
    auto copy = private_sink();
    auto const redacted = redact::redact(input, *copy, round);
    if (!redacted.readable) return;
    std::swap(copy, copy_);
    auto const differences = differences_between(original, findings_in(as_input()));
    if (differences < differences_) {
      differences_ = differences;
      redacted_ = redacted;
    } else {
      std::swap(copy, copy_);
    }
  }
}

InputFile RedactedInput::as_input() const {
  auto file = file_;
  file.path = path_of(*copy_);
  return file;
}

std::string RedactedInput::in_words() const {
  if (differences_ == 0) {
    return findings_ == 1 ? "the finding of the original is found in the copy"
                          : fmt::format("the {} findings of the original are found in the copy", findings_);
  }
  return fmt::format("{} findings, {} of them only in the original or only in the copy", findings_,
                     differences_);
}

}  // namespace scrub837::cli
