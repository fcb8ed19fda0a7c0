#include "src/workbook/quick_packing.hpp"

#include <dlfcn.h>
#include <minizip/zip.h>

namespace scrub837 {
namespace {

thread_local unsigned quick_packings = 0;

using OpenPart = decltype(zipOpenNewFileInZip4_64);

// minizip's own function of this name.
OpenPart* open_part() {
  static auto* const found = reinterpret_cast<OpenPart*>(::dlsym(RTLD_NEXT, "zipOpenNewFileInZip4_64"));
  return found;
}

int level_now(int level) { return quick_packings > 0 ? Z_BEST_SPEED : level; }

}  // namespace

QuickPacking::QuickPacking() { ++quick_packings; }

QuickPacking::~QuickPacking() { --quick_packings; }

}  // namespace scrub837

int zipOpenNewFileInZip4_64(zipFile file, char const* name, zip_fileinfo const* info, void const* extra_local,
                            uInt extra_local_size, void const* extra_global, uInt extra_global_size,
                            char const* comment, int method, int level, int raw, int window_bits,
                            int memory_level, int strategy, char const* password, uLong crc, uLong made_by,
                            uLong flags, int zip64) {
  auto* const open = scrub837::open_part();
  if (open == nullptr) return ZIP_INTERNALERROR;
  return open(file, name, info, extra_local, extra_local_size, extra_global, extra_global_size, comment,
              method, scrub837::level_now(level), raw, window_bits, memory_level, strategy, password, crc,
              made_by, flags, zip64);
}
