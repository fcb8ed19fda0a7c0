#include "tests/cli/run_in_process.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

#include "src/cli/run.hpp"
#include "src/io/file_descriptor.hpp"
#include "tests/io/temporary_folder.hpp"

namespace scrub837::test {
namespace {

// Sends a stream into a file as long as it lives.
class Captured {
 public:
  Captured(std::FILE* stream, std::string const& path) : stream_(stream) {
    std::fflush(stream_);
    before_ = FileDescriptor(::fcntl(::fileno(stream_), F_DUPFD_CLOEXEC, 0));
    FileDescriptor const file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    REQUIRE(::dup2(file.get(), ::fileno(stream_)) >= 0);
  }
  ~Captured() {
    std::fflush(stream_);
    ::dup2(before_.get(), ::fileno(stream_));
  }
  Captured(Captured const&) = delete;
  Captured& operator=(Captured const&) = delete;

 private:
  std::FILE* stream_;
  FileDescriptor before_;
};

}  // namespace

Ran run_in_process(std::vector<std::string> const& arguments) {
  TemporaryFolder const files;
  Ran ran;
  {
    Captured const out(stdout, (files / "out").string());
    Captured const err(stderr, (files / "err").string());
    ran.code = cli::run(arguments);
  }
  ran.out = read_file(files / "out");
  ran.err = read_file(files / "err");
  return ran;
}

}  // namespace scrub837::test
