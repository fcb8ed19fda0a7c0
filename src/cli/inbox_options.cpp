#include "src/cli/inbox_options.hpp"

#include <array>
#include <filesystem>
#include <system_error>

namespace scrub837::cli {
namespace {

namespace fs = std::filesystem;

// With links followed, as far as there is something.
fs::path real(fs::path const& path) {
  std::error_code error;
  auto const whole = fs::weakly_canonical(fs::absolute(path), error);
  return error ? fs::absolute(path).lexically_normal() : whole;
}

// Whether one path is the other one, or below it.
bool is_within(fs::path const& inner, fs::path const& outer) {
  auto const relative = real(inner).lexically_relative(real(outer));
  return !relative.empty() && *relative.begin() != "..";
}

}  // namespace

std::string rivalry_of(InboxOptions const& wanted, std::string const& ledger) {
  if (!ledger.empty() && !wanted.inbox.empty() && is_within(ledger, wanted.inbox))
    return "the ledger " + ledger + " is in the inbox: it would be taken for input";
  std::array const folders{&wanted.out, &wanted.archive, &wanted.quarantine};
  for (auto const* const folder : folders) {
    if (!folder->empty() && !wanted.inbox.empty() && is_within(*folder, wanted.inbox))
      return *folder + " is in the inbox: what is written there would be taken for input";
  }
  for (auto const* const folder : {&wanted.archive, &wanted.quarantine}) {
    if (!folder->empty() && !wanted.out.empty() && is_within(*folder, wanted.out))
      return *folder +
             " is in the folder of the outputs: what was received would be taken for what is to be sent";
  }
  if (!wanted.archive.empty() && !wanted.quarantine.empty() &&
      (is_within(wanted.archive, wanted.quarantine) || is_within(wanted.quarantine, wanted.archive)))
    return "archive and quarantine must be different folders";
  return {};
}

void add_folders(boost::program_options::options_description& description, InboxOptions& wanted) {
  namespace options = boost::program_options;
  description.add_options()                                                                                 //
      ("inbox", options::value(&wanted.inbox)->value_name("DIR"), "where files arrive")                     //
      ("out,o", options::value(&wanted.out)->value_name("DIR"), "folder for the outputs")                   //
      ("archive", options::value(&wanted.archive)->value_name("DIR"), "where files go when they are done")  //
      ("quarantine", options::value(&wanted.quarantine)->value_name("DIR"),
       "where files go that are no X12, each with its reason");
}

}  // namespace scrub837::cli
