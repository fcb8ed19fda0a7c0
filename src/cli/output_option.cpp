#include "src/cli/output_option.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "src/cli/command.hpp"
#include "src/io/file_operations.hpp"

namespace scrub837::cli {

void refuse_bad_output(std::string const& output, std::vector<InputFile> const& files) {
  if (output.empty()) return;
  auto const status = look_at(output);
  if (std::filesystem::is_directory(status)) throw UsageError{"--output " + output + " is a folder"};
  if (!std::filesystem::exists(status)) return;
  if (!std::filesystem::is_regular_file(status))
    throw UsageError{"--output " + output + " is no regular file; without --output the result is printed"};
  for (auto const& file : files) {
    std::error_code error;
    if (std::filesystem::equivalent(output, file.path, error) && !error)
      throw UsageError{"--output " + output + " is the input"};
  }
}

void print_bytes(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size())
    throw std::system_error(errno, std::generic_category(), "cannot print");
}

}  // namespace scrub837::cli
