#pragma once

#include <minizip/unzip.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace scrub837 {

/// Why a workbook can't be read, in words; never with a text that is in it.
struct WorkbookError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The parts of a workbook, which is a ZIP archive. However small a hostile one is, no more than `most_bytes`
/// are unpacked.
class ZipParts {
 public:
  static constexpr std::size_t most_bytes = std::size_t{256} << 20U;

  /// \param bytes outlive this. Throws WorkbookError.
  explicit ZipParts(std::string_view bytes);
  /// The part of this name, in any case; empty if there is none. Throws WorkbookError.
  [[nodiscard]] std::string read(std::string const& name);
  /// Unpacks it in pieces, and hands them over. Throws WorkbookError.
  void unpack(std::string const& name, std::function<void(std::string_view)> const& take);

 private:
  struct Memory {
    std::string_view bytes;
    std::size_t at = 0;
  };
  struct Close {
    void operator()(void* archive) const { unzClose(archive); }
  };

  std::unique_ptr<Memory> memory_;
  std::unique_ptr<void, Close> archive_;
  std::size_t unpacked_ = 0;

  friend struct ZipMemory;
};

}  // namespace scrub837
