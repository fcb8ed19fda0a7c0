#include "src/io/file_descriptor.hpp"

#include <unistd.h>

namespace scrub837 {

FileDescriptor::~FileDescriptor() {
  if (number_ >= 0) ::close(number_);
}

}  // namespace scrub837
