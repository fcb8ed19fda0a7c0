#include "src/cli/control_numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <functional>

#include "src/io/errors.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest = 999'999'999;
constexpr std::string_view sequence = "interchange";  // as the ledger calls it

// Where numbers are kept; throws EnvironmentError where there is no such place.
fs::path state_folder() {
  auto const absolute = [](char const* name) {
    auto const* const value = std::getenv(name);
    fs::path path = value == nullptr ? "" : value;
    // A relative one is to be ignored (XDG Base Directory Specification).
    return path.is_absolute() ? path : fs::path{};
  };
  auto folder = absolute("XDG_STATE_HOME");
  if (folder.empty()) {
    folder = absolute("HOME");
    if (folder.empty()) throw EnvironmentError("neither XDG_STATE_HOME nor HOME names a folder");
    folder /= ".local/state";
  }
  return folder / "scrub837";
}

fs::path state_file() {
  auto const folder = state_folder();
  make_folders(folder);
  return folder / "control-number";
}

// Changes the number in the file while no other run looks at it. Throws EnvironmentError; then the number is
// as it was. \param change takes what is there (0: none)
void with_number(fs::path const& path, std::function<std::uint64_t(std::uint64_t)> const& change) {
  auto const name = path.string();
  auto const file = open_file(path, OpenMode::create);
  if (!file_system().lock(file.get(), LockWait::yes)) throw system_error("cannot lock " + name);
  std::array<char, 16> text{};
  auto const count = read_some_at(file.get(), text, 0, name);
  std::uint64_t stands = 0;
  std::from_chars(text.data(), text.data() + count, stands);
  // Always as long, so that the file is never cut: on a full disk the old number stays.
  auto const next = fmt::format("{:010}\n", change(stands));
  write_at(file.get(), next, 0, name);
  truncate_file(file.get(), next.size(), name);
}

}  // namespace

fs::path ReservedNumbers::folder() {
  try {
    return state_folder();
  } catch (EnvironmentError const&) {
    return {};
  }
}

ReservedNumbers::ReservedNumbers(std::uint64_t time, std::uint64_t count, ledger::Ledger* ledger)
    : first_(time), end_(time + count), ledger_(ledger) {
  bool taken = false;
  auto const take_from_ledger = [&] {
    if (ledger_ == nullptr || taken) return;
    first_ = ledger_->take_numbers(sequence, first_, count, largest);
    taken = true;
  };
  try {
    path_ = state_file();
    with_number(path_, [&](std::uint64_t next) {
      if (next > first_ && next + count <= largest) first_ = next;
      take_from_ledger();
      return end_ = first_ + count;
    });
  } catch (EnvironmentError const& error) {
    // What the ledger keeps is enough.
    if (ledger_ == nullptr) problem_ = error.what();
    path_.clear();
    take_from_ledger();
    end_ = first_ + count;
  }
}

std::string ReservedNumbers::took(std::uint64_t count) const {
  if (!problem_.empty()) return {};
  try {
    if (ledger_ != nullptr) ledger_->give_back_numbers(sequence, end_, first_ + count);
    if (path_.empty()) return {};
    with_number(path_, [&](std::uint64_t next) { return next == end_ ? first_ + count : next; });
  } catch (EnvironmentError const& error) {
    return error.what();
  }
  return {};
}

}  // namespace scrub837::cli
