#include "src/worklist/zip_parts.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace scrub837 {

// What minizip reads with: from memory instead of a file.
struct ZipMemory {
  using Memory = ZipParts::Memory;
  static Memory& of(voidpf stream) { return *static_cast<Memory*>(stream); }

  static voidpf open(voidpf opaque, void const* /*name*/, int /*mode*/) {
    of(opaque).at = 0;
    return opaque;
  }
  static uLong read(voidpf /*opaque*/, voidpf stream, void* buffer, uLong size) {
    auto& memory = of(stream);
    auto const count = std::min<std::size_t>(size, memory.bytes.size() - memory.at);
    std::memcpy(buffer, memory.bytes.data() + memory.at, count);
    memory.at += count;
    return count;
  }
  static ZPOS64_T tell(voidpf /*opaque*/, voidpf stream) { return of(stream).at; }
  static long seek(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
    auto& memory = of(stream);
    std::size_t from = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) from = memory.at;
    if (origin == ZLIB_FILEFUNC_SEEK_END) from = memory.bytes.size();
    if (offset > memory.bytes.size() - from) return -1;
    memory.at = from + offset;
    return 0;
  }
  static int close(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }
  static int error(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }
};

namespace {

[[noreturn]] void refuse_archive() {
  throw WorkbookError("the workbook is damaged or incomplete; save it again, or save the sheet as CSV");
}

}  // namespace

ZipParts::ZipParts(std::string_view bytes) : memory_(std::make_unique<Memory>(Memory{.bytes = bytes})) {
  zlib_filefunc64_def functions{.zopen64_file = ZipMemory::open,
                                .zread_file = ZipMemory::read,
                                .zwrite_file = nullptr,
                                .ztell64_file = ZipMemory::tell,
                                .zseek64_file = ZipMemory::seek,
                                .zclose_file = ZipMemory::close,
                                .zerror_file = ZipMemory::error,
                                .opaque = memory_.get()};
  archive_.reset(unzOpen2_64("workbook", &functions));
  if (!archive_) refuse_archive();
}

std::string ZipParts::read(std::string const& name) {
  std::string text;
  unpack(name, [&](std::string_view piece) { text.append(piece); });
  return text;
}

void ZipParts::unpack(std::string const& name, std::function<void(std::string_view)> const& take) {
  constexpr int any_case = 2;
  if (unzLocateFile(archive_.get(), name.c_str(), any_case) != UNZ_OK) return;
  unz_file_info64 info{};
  if (unzGetCurrentFileInfo64(archive_.get(), &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK)
    refuse_archive();
  if ((info.flag & 1U) != 0)
    throw WorkbookError("the workbook is encrypted; save it without a password, or save the sheet as CSV");
  if (unzOpenCurrentFile(archive_.get()) != UNZ_OK) refuse_archive();
  std::array<char, std::size_t{1} << 15U> piece;
  for (;;) {
    auto const count = unzReadCurrentFile(archive_.get(), piece.data(), piece.size());
    if (count < 0) refuse_archive();
    if (count == 0) break;
    unpacked_ += static_cast<std::size_t>(count);
    if (unpacked_ > most_bytes)
      throw WorkbookError("the workbook has more than 256 MiB when unpacked; save the sheet as CSV");
    take({piece.data(), static_cast<std::size_t>(count)});
  }
  // Here the checksum is compared.
  if (unzCloseCurrentFile(archive_.get()) != UNZ_OK) refuse_archive();
}

}  // namespace scrub837
